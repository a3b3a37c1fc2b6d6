using System.Text.Json;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Rubrics.Comparison;

/// <summary>A comparison of scorecards as JSON, in both languages: numbers as in a scorecard, columns by their position from 0.</summary>
public static class SubmissionComparisonWriter
{
    /// <summary>Writes it as an object.</summary>
    /// <param name="submissionPath">JSON Pointer of the submission in what was sent; put before the places of faults.</param>
    public static void Write(Utf8JsonWriter writer, SubmissionComparison comparison, string submissionPath = "")
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(comparison);
        writer.WriteStartObject();
        writer.WriteStartArray("rubrics"u8);
        foreach (var column in comparison.Rubrics)
            WriteColumn(writer, column, submissionPath);
        writer.WriteEndArray();
        writer.WriteStartArray("rules"u8);
        foreach (var rule in comparison.Rules)
            WriteRow(writer, rule);
        writer.WriteEndArray();
        WriteChanges(writer, "changes"u8, comparison.Changes);
        writer.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter writer, ComparedRubric column, string submissionPath)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("rubric"u8);
        writer.WriteString(Properties.Name, column.Rubric.Name);
        writer.WriteString("version"u8, column.Rubric.Version);
        writer.WriteString(Properties.Hash, column.Rubric.Hash);
        writer.WriteEndObject();
        if (column.Scorecard is { } card)
            WriteTotal(writer, card, column.Difference);
        else
            WriteFaults(writer, column, submissionPath);
        writer.WriteEndObject();
    }

    private static void WriteTotal(Utf8JsonWriter writer, Scorecard card, decimal? difference)
    {
        writer.WriteBoolean(Properties.Complete, card.Complete);
        WriteNumber(writer, JsonEncodedText.Encode("total"), card.Total, isNullWritten: true);
        WriteNumber(writer, Properties.FullScore, card.FullScore);
        WriteRange(writer, card.Range);
        WriteNumber(writer, Properties.Difference, difference);
        writer.WriteString(Properties.Grade, card.Grade); // null is written
    }

    private static void WriteFaults(Utf8JsonWriter writer, ComparedRubric column, string submissionPath)
    {
        writer.WriteStartArray("faults"u8);
        foreach (var fault in column.Faults)
        {
            writer.WriteStartObject();
            writer.WriteString(Properties.Code, fault.Code);
            writer.WriteString(Properties.Path, submissionPath + fault.Path);
            WriteMessage(writer, fault.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter writer, ComparedRule rule)
    {
        writer.WriteStartObject();
        writer.WriteString(Properties.Code, rule.Code);
        writer.WriteString(Properties.Name, rule.Name);
        writer.WriteStartArray("scores"u8);
        foreach (var cell in rule.Scores)
            WriteCell(writer, cell);
        writer.WriteEndArray();
        WriteChanges(writer, "changed"u8, rule.Changes);
        writer.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter writer, ComparedScore cell)
    {
        writer.WriteStartObject();
        writer.WriteNumber("column"u8, cell.Column);
        WriteNumber(writer, JsonEncodedText.Encode("weight"), cell.Rule.Weight);
        writer.WriteString("status"u8, EnumNames.Of(cell.Rule.Status));
        WriteNumber(writer, JsonEncodedText.Encode("score"), cell.Rule.Score, isNullWritten: true);
        WriteRange(writer, cell.Rule.Range);
        WriteNumber(writer, Properties.Difference, cell.Difference);
        writer.WriteEndObject();
    }

    private static void WriteChanges(Utf8JsonWriter writer, ReadOnlySpan<byte> property, IEnumerable<ComparedChange> changes)
    {
        writer.WriteStartArray(property);
        foreach (var (column, change) in changes)
        {
            writer.WriteStartObject();
            writer.WriteNumber("column"u8, column);
            writer.WriteString("subject"u8, change.Subject.ToString());
            writer.WriteString("key"u8, change.Key);
            writer.WriteString(Properties.Kind, change.Kind.ToString());
            WriteMessage(writer, change.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter writer, Bilingual message)
    {
        writer.WriteStartObject(Properties.Message);
        writer.WriteString("zh"u8, message.Zh);
        writer.WriteString(Properties.En, message.En);
        writer.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter writer, ScoreRange? range)
    {
        if (range is { } given)
            writer.WriteTrimmed(Properties.Range, FigureWriter.Points(given.Min), FigureWriter.Points(given.Max));
    }

    private static void WriteNumber(Utf8JsonWriter writer, JsonEncodedText property, decimal? number, bool isNullWritten = false)
    {
        if (number is { } given)
            writer.WriteTrimmed(property, FigureWriter.Points(given));
        else if (isNullWritten)
            writer.WriteNull(property);
    }
}
