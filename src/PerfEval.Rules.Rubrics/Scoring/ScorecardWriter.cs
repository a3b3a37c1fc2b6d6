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
    /// <param name="level">What was explained beyond this level is left out: the same bytes as if the submission had been scored at this level.</param>
    public static byte[] Write(Scorecard scorecard, ExplainLevel level = ExplainLevel.Tree)
    {
        var buffer = new ArrayBufferWriter<byte>(InitialCapacity);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            Write(writer, scorecard, level);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the scorecard as one JSON object.</summary>
    /// <param name="level">As above.</param>
    public static void Write(Utf8JsonWriter writer, Scorecard scorecard, ExplainLevel level = ExplainLevel.Tree)
    {
        writer.WriteStartObject();
        WriteReference(writer, scorecard.Rubric);
        WriteOptional(writer, Properties.Department, scorecard.Department);
        WriteOptional(writer, Properties.Subject, scorecard.Subject);
        WriteOptional(writer, Properties.Period, scorecard.Period);
        writer.WriteBoolean(Properties.Complete, scorecard.Complete);
        WriteNullable(writer, Properties.Total, scorecard.Total);
        WriteNullable(writer, Properties.FullScore, scorecard.FullScore);
        WriteRange(writer, scorecard.Range);
        writer.WriteString(Properties.Grade, scorecard.Grade);
        WriteRules(writer, scorecard.Rules, level);
        WriteValues(writer, scorecard.Values, level);
        WriteOverrides(writer, scorecard.Overrides);
        WriteChecks(writer, scorecard.Checks);
        WriteAudit(writer, scorecard.Audit);
        writer.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter writer, RubricReference rubric)
    {
        writer.WriteStartObject(Properties.Rubric);
        writer.WriteString(Properties.Name, rubric.Name);
        writer.WriteString(Properties.Version, rubric.Version);
        writer.WriteString(Properties.Hash, rubric.Hash);
        writer.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter writer, ImmutableArray<ShownValue> values, ExplainLevel level)
    {
        writer.WriteStartArray(Properties.Values);
        foreach (var value in values)
        {
            writer.WriteStartObject();
            writer.WriteString(Properties.Name, value.Name);
            FigureWriter.Write(writer, value.Value, value.Format);
            if (level >= ExplainLevel.Summary)
                WriteOptional(writer, Properties.Figures, value.Figures);
            writer.WriteBoolean(Properties.Default, value.IsDefault);
            WriteNames(writer, Properties.Rows, value.Rows);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteOverrides(Utf8JsonWriter writer, ImmutableArray<OverrideResult> overrides)
    {
        writer.WriteStartArray(Properties.Overrides);
        foreach (var result in overrides)
        {
            writer.WriteStartObject();
            writer.WriteString(Properties.Name, result.Name);
            writer.WriteString(Properties.Status, EnumNames.Of(result.Status));
            WriteOptional(writer, Properties.MaxTotal, result.MaxTotal);
            WriteOptional(writer, Properties.Grade, result.Grade);
            WriteOptional(writer, Properties.Message, result.Message);
            WriteNames(writer, Properties.Missing, result.Missing);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRange(Utf8JsonWriter writer, ScoreRange? range)
    {
        if (range is not { } given)
            return;
        var min = FigureWriter.Points(given.Min);
        writer.WriteTrimmed(Properties.Range, min, given.IsPoint ? min : FigureWriter.Points(given.Max));
    }

    private static void WriteNames(Utf8JsonWriter writer, JsonEncodedText property, ImmutableArray<string> names)
    {
        if (names.IsEmpty)
            return;
        writer.WriteStartArray(property);
        foreach (var name in names)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter writer, JsonEncodedText property, string? text)
    {
        if (text is not null)
            writer.WriteString(property, text);
    }

    private static void WriteOptional(Utf8JsonWriter writer, JsonEncodedText property, decimal? points)
    {
        if (points is { } given)
            writer.WriteTrimmed(property, FigureWriter.Points(given));
    }

    private static void WriteOptional(Utf8JsonWriter writer, JsonEncodedText property, Bilingual? text)
    {
        if (text is null)
            return;
        writer.WriteStartObject(property);
        writer.WriteString(Properties.Zh, text.Zh);
        writer.WriteString(Properties.En, text.En);
        writer.WriteEndObject();
    }

    private static void WriteNullable(Utf8JsonWriter writer, JsonEncodedText property, decimal? points)
    {
        if (points is { } given)
            writer.WriteTrimmed(property, FigureWriter.Points(given));
        else
            writer.WriteNull(property);
    }
}
