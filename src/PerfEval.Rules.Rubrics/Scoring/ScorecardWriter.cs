using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>
/// Scorecard to JSON: the same bytes for the same scorecard. Figures stand in their declared unit, rounded as they are shown, without trailing zeros;
/// what is absent is left out, except that total, grade and score are null where they have no single value. Sentences are written in both languages:
/// <c>{"zh": "…", "en": "…"}</c>.
/// </summary>
public static partial class ScorecardWriter
{
    /// <summary>Options that leave Chinese as it is. The result is JSON, not to be pasted into HTML unescaped.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A department's scorecard with some sixty rules.
    private const int InitialCapacity = 32 * 1024;

    /// <summary>The scorecard as UTF-8.</summary>
    public static byte[] Write(Scorecard scorecard)
    {
        var buffer = new ArrayBufferWriter<byte>(InitialCapacity);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            Write(writer, scorecard);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the scorecard as one JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, Scorecard scorecard)
    {
        writer.WriteStartObject();
        WriteReference(writer, scorecard.Rubric);
        WriteOptional(writer, "department"u8, scorecard.Department);
        WriteOptional(writer, "subject"u8, scorecard.Subject);
        WriteOptional(writer, "period"u8, scorecard.Period);
        writer.WriteBoolean("complete"u8, scorecard.Complete);
        WriteNullable(writer, "total"u8, scorecard.Total);
        WriteNullable(writer, "fullScore"u8, scorecard.FullScore);
        WriteRange(writer, scorecard.Range);
        writer.WriteString("grade"u8, scorecard.Grade);
        WriteRules(writer, scorecard.Rules);
        WriteValues(writer, scorecard.Values);
        WriteOverrides(writer, scorecard.Overrides);
        WriteChecks(writer, scorecard.Checks);
        WriteAudit(writer, scorecard.Audit);
        writer.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter writer, RubricReference rubric)
    {
        writer.WriteStartObject("rubric"u8);
        writer.WriteString("name"u8, rubric.Name);
        writer.WriteString("version"u8, rubric.Version);
        writer.WriteString("hash"u8, rubric.Hash);
        writer.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter writer, ImmutableArray<ShownValue> values)
    {
        writer.WriteStartArray("values"u8);
        foreach (var value in values)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, value.Name);
            FigureWriter.Write(writer, value.Value, value.Format);
            WriteOptional(writer, "figures"u8, value.Figures);
            writer.WriteBoolean("default"u8, value.IsDefault);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteOverrides(Utf8JsonWriter writer, ImmutableArray<OverrideResult> overrides)
    {
        writer.WriteStartArray("overrides"u8);
        foreach (var result in overrides)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, result.Name);
            writer.WriteString("status"u8, TextOf(result.Status));
            WriteOptional(writer, "maxTotal"u8, result.MaxTotal);
            WriteOptional(writer, "grade"u8, result.Grade);
            WriteOptional(writer, "message"u8, result.Message);
            WriteNames(writer, "missing"u8, result.Missing);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRange(Utf8JsonWriter writer, ScoreRange? range)
    {
        if (range is not { } given)
            return;
        writer.WriteStartObject("range"u8);
        writer.WriteNumber("min"u8, FigureWriter.Points(given.Min));
        writer.WriteNumber("max"u8, FigureWriter.Points(given.Max));
        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, ReadOnlySpan<byte> property, ImmutableArray<string> names)
    {
        if (names.IsEmpty)
            return;
        writer.WriteStartArray(property);
        foreach (var name in names)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> property, string? text)
    {
        if (text is not null)
            writer.WriteString(property, text);
    }

    private static void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> property, decimal? points)
    {
        if (points is { } given)
            writer.WriteNumber(property, FigureWriter.Points(given));
    }

    private static void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> property, Bilingual? text)
    {
        if (text is null)
            return;
        writer.WriteStartObject(property);
        writer.WriteString("zh"u8, text.Zh);
        writer.WriteString("en"u8, text.En);
        writer.WriteEndObject();
    }

    private static void WriteNullable(Utf8JsonWriter writer, ReadOnlySpan<byte> property, decimal? points)
    {
        if (points is { } given)
            writer.WriteNumber(property, FigureWriter.Points(given));
        else
            writer.WriteNull(property);
    }
}
