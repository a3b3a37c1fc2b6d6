using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PerfEval.Rules.Rubrics.Impacts;

/// <summary>The JSON of <see cref="ImpactFigures"/>: short names, sorted, without spaces.</summary>
internal static class ImpactFiguresJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(ImpactFigures figures)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Readable);
        writer.WriteStartObject();
        writer.WriteNumber("submissions"u8, figures.Submissions);
        WriteSide(writer, "before"u8, figures.Before);
        WriteSide(writer, "after"u8, figures.After);
        writer.WriteNumber("compared"u8, figures.Compared);
        writer.WriteNumber("changed"u8, figures.Changed);
        writer.WriteString("change"u8, figures.Change.ToString());
        writer.WriteStartArray("grades"u8);
        foreach (var ((before, after), count) in figures.Grades)
            WriteRow(writer, before, after, count);
        writer.WriteEndArray();
        WriteMovers(writer, "risen"u8, figures.Risen);
        WriteMovers(writer, "fallen"u8, figures.Fallen);
        writer.WriteStartArray("rules"u8);
        foreach (var (code, rule) in figures.Rules.Where(rule => rule.Value.Changed > 0))
            WriteRow(writer, code, rule.Change.ToString(), rule.Changed);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static ImpactFigures Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        var root = document.RootElement;
        var figures = new ImpactFigures
        {
            Submissions = root.GetProperty("submissions"u8).GetInt64(),
            Compared = root.GetProperty("compared"u8).GetInt64(),
            Changed = root.GetProperty("changed"u8).GetInt64(),
            Change = ExactSum.Parse(TextOf(root.GetProperty("change"u8))),
        };
        ReadSide(root.GetProperty("before"u8), figures.Before);
        ReadSide(root.GetProperty("after"u8), figures.After);
        foreach (var row in root.GetProperty("grades"u8).EnumerateArray())
            figures.Grades.Add((row[0].GetString(), row[1].GetString()), row[2].GetInt64());
        ReadMovers(root.GetProperty("risen"u8), figures.Risen);
        ReadMovers(root.GetProperty("fallen"u8), figures.Fallen);
        foreach (var row in root.GetProperty("rules"u8).EnumerateArray())
            figures.Rules.Add(TextOf(row[0]), new() { Change = ExactSum.Parse(TextOf(row[1])), Changed = row[2].GetInt64() });
        return figures;
    }

    private static void WriteSide(Utf8JsonWriter writer, ReadOnlySpan<byte> name, SideFigures side)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("undetermined"u8, side.Undetermined);
        writer.WriteNumber("refused"u8, side.Refused);
        writer.WriteStartArray("reasons"u8);
        foreach (var ((code, path), count) in side.Reasons)
            WriteRow(writer, code, path, count);
        writer.WriteEndArray();
        writer.WriteStartArray("totals"u8); // total, count, total, count
        foreach (var (total, count) in side.Totals)
        {
            writer.WriteNumberValue(total);
            writer.WriteNumberValue(count);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void ReadSide(JsonElement element, SideFigures side)
    {
        side.Undetermined = element.GetProperty("undetermined"u8).GetInt64();
        side.Refused = element.GetProperty("refused"u8).GetInt64();
        foreach (var row in element.GetProperty("reasons"u8).EnumerateArray())
            side.Reasons.Add((TextOf(row[0]), TextOf(row[1])), row[2].GetInt64());
        decimal? total = null;
        foreach (var number in element.GetProperty("totals"u8).EnumerateArray())
        {
            if (total is { } known)
                side.Totals.Add(known, number.GetInt64());
            total = total is null ? number.GetDecimal() : null;
        }
    }

    private static void WriteMovers(Utf8JsonWriter writer, ReadOnlySpan<byte> name, MoverList movers)
    {
        writer.WriteStartArray(name);
        foreach (var (subject, before, after, gradeBefore, gradeAfter) in movers.Movers)
        {
            writer.WriteStartArray();
            foreach (var text in (string?[])[subject.Id, subject.Department, subject.Subject, subject.Period, gradeBefore, gradeAfter])
                writer.WriteStringValue(text);
            writer.WriteNumberValue(before);
            writer.WriteNumberValue(after);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void ReadMovers(JsonElement element, MoverList movers)
    {
        foreach (var row in element.EnumerateArray())
        {
            var subject = new ImpactSubject(TextOf(row[0]), TextOf(row[1]), TextOf(row[2]), TextOf(row[3]));
            movers.Add(new(subject, row[6].GetDecimal(), row[7].GetDecimal(), row[4].GetString(), row[5].GetString()));
        }
    }

    private static void WriteRow(Utf8JsonWriter writer, string? first, string? second, long count)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(first);
        writer.WriteStringValue(second);
        writer.WriteNumberValue(count);
        writer.WriteEndArray();
    }

    private static string TextOf(JsonElement element) => element.GetString() ?? throw new InvalidDataException("a text is missing in the figures of an impact");
}
