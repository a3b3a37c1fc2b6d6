using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace PerfEval.Rules.Rubrics.Submissions;

internal sealed partial class SubmissionPass
{
    private static readonly NameTable ReportedProperties = new(["scores", "values", "total", "grade"]);

    // Ordinal: the order of names must not depend on the machine's culture.
    private ImmutableSortedDictionary<string, string>.Builder? evidence;
    private ImmutableSortedDictionary<string, string>.Builder? reasons;
    private ReportedFigures? reported;

    private static ImmutableSortedDictionary<string, string> Texts { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private void ReadEvidence(ref Utf8JsonReader reader)
    {
        if (!Enter(ref reader, JsonTokenType.StartObject, "/evidence"))
            return;
        evidence ??= Texts.ToBuilder();
        for (reader.Advance(); reader.TokenType != JsonTokenType.EndObject; reader.Advance())
        {
            var (position, name) = (shape.Names.Find(reader, -1), reader.ShownName());
            if (position >= 0)
            {
                ReadEntry(ref reader, "/evidence", shape.Names.Declared[position], evidence);
                continue;
            }

            Report(SubmissionFaults.UnknownInput(JsonPointer.Append("/evidence", name), name, FindNearest(name, shape.Names.Declared)));
            reader.Leave();
        }
    }

    private void ReadReasons(ref Utf8JsonReader reader)
    {
        if (!Enter(ref reader, JsonTokenType.StartObject, "/reasons"))
            return;
        reasons ??= Texts.ToBuilder();
        for (reader.Advance(); reader.TokenType != JsonTokenType.EndObject; reader.Advance())
            ReadEntry(ref reader, "/reasons", reader.ShownName(), reasons);
    }

    /// <summary>A text under its name; null is nothing.</summary>
    private void ReadEntry(ref Utf8JsonReader reader, string parent, string name, ImmutableSortedDictionary<string, string>.Builder entries)
    {
        if (IsFull(ref reader, entries.Count, parent))
            return;
        var path = JsonPointer.Append(parent, name);
        reader.Advance();
        if (ReadText(ref reader, path) is { } text && !entries.TryAdd(name, text))
            Report(SubmissionFaults.GivenTwice(path, name));
    }

    private void ReadReported(ref Utf8JsonReader reader)
    {
        if (!Enter(ref reader, JsonTokenType.StartObject, "/reported"))
            return;
        var figures = new ReportedFigures();
        var seen = 0;
        for (reader.Advance(); reader.TokenType != JsonTokenType.EndObject; reader.Advance())
        {
            figures = FindProperty(ref reader, ReportedProperties, "/reported", ref seen) switch
            {
                0 => figures with { Scores = ReadScores(ref reader) },
                1 => figures with { Values = ReadValues(ref reader) },
                2 => figures with { Total = ReadPoints(ref reader, "/reported/total") },
                3 => figures with { Grade = ReadText(ref reader, "/reported/grade") },
                _ => figures,
            };
        }

        reported = figures;
    }

    private ImmutableSortedDictionary<string, decimal> ReadScores(ref Utf8JsonReader reader)
    {
        var scores = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
        if (!Enter(ref reader, JsonTokenType.StartObject, "/reported/scores"))
            return scores.ToImmutable();
        for (reader.Advance(); reader.TokenType != JsonTokenType.EndObject; reader.Advance())
        {
            if (IsFull(ref reader, scores.Count, "/reported/scores"))
                continue;
            var code = reader.ShownName();
            var path = JsonPointer.Append("/reported/scores", code);
            reader.Advance();
            if (ReadPoints(ref reader, path) is { } points && !scores.TryAdd(code, points))
                Report(SubmissionFaults.GivenTwice(path, code));
        }

        return scores.ToImmutable();
    }

    private ImmutableSortedDictionary<string, string> ReadValues(ref Utf8JsonReader reader)
    {
        var figures = Texts.ToBuilder();
        if (!Enter(ref reader, JsonTokenType.StartObject, "/reported/values"))
            return figures.ToImmutable();
        for (reader.Advance(); reader.TokenType != JsonTokenType.EndObject; reader.Advance())
        {
            if (IsFull(ref reader, figures.Count, "/reported/values"))
                continue;
            var name = reader.ShownName();
            var path = JsonPointer.Append("/reported/values", name);
            reader.Advance();
            if (ReadWritten(ref reader, path) is { } written && !figures.TryAdd(name, written))
                Report(SubmissionFaults.GivenTwice(path, name));
        }

        return figures.ToImmutable();
    }

    private decimal? ReadPoints(ref Utf8JsonReader reader, string path)
    {
        var number = ReadFigure(ref reader, path, out var written);
        if (written is null)
            return null;
        if (number is { IsBound: false, Unit: "" or "分" })
            return number.Number;
        Report(SubmissionFaults.WrongType(path, new("数字", "a number"), JsonTokenType.String));
        return null;
    }

    /// <summary>A number or its text, outside the data.</summary>
    /// <param name="written">As written; null when there is no number, which is reported (but for null).</param>
    private NumberText ReadFigure(ref Utf8JsonReader reader, string path, out string? written)
    {
        written = reader.TokenType is JsonTokenType.True or JsonTokenType.False ? null : ReadWritten(ref reader, path);
        if (written is null)
        {
            if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
                Report(SubmissionFaults.WrongType(path, new("数字", "a number"), reader.TokenType));
            return default;
        }

        var number = NumberText.Parse(written);
        if (number.Form == NumberForm.Plain)
            return number;
        var shown = Messages.Shorten(written);
        Report(number.Form switch
        {
            NumberForm.Exponent => SubmissionFaults.Exponent(path, shown),
            NumberForm.TooLong => SubmissionFaults.TooLong(path, shown),
            NumberForm.Separated => SubmissionFaults.Separated(path, shown),
            _ => SubmissionFaults.WrongType(path, new("数字", "a number"), JsonTokenType.String),
        });
        written = null;
        return default;
    }

    /// <summary>A scalar with the digits written, or null; anything else is reported.</summary>
    private string? ReadWritten(ref Utf8JsonReader reader, string path) => reader.TokenType switch
    {
        JsonTokenType.Number => Encoding.ASCII.GetString(reader.RawValue()),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => ReadText(ref reader, path),
    };
}
