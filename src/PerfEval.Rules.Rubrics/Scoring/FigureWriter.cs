using System.Globalization;
using System.Text.Json;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>Values as JSON: numbers in the unit they are shown in, rounded as they are shown, without trailing zeros.</summary>
internal static class FigureWriter
{
    // Beyond this a division has no digits of its own; see the language, Types.
    private const int ExactDigits = 20;
    private const int NaturalDigits = 4;
    private const int NaturalPercentDigits = 2;

    /// <summary>Points: all their digits, but for the residue of a division.</summary>
    public static decimal Points(decimal points) => Round(points, ExactDigits);

    /// <summary>A kept number as it is shown; null when its unit can't hold it.</summary>
    public static decimal? Shown(decimal kept, NumberFormat? format) =>
        UnitFigures.Show(Round(kept, ExactDigits), format?.Unit) is { } shown
            ? Round(shown, format?.Digits ?? (format?.Unit == Units.Percent ? NaturalPercentDigits : NaturalDigits))
            : null;

    /// <summary>The properties <c>value</c> and, for a number that has one, <c>unit</c>. Missing and failed values are null, with the cause beside them.</summary>
    public static void Write(Utf8JsonWriter writer, Value value, NumberFormat? format)
    {
        if (value.Kind == ValueKind.Number)
        {
            WriteNumber(writer, value.Number, format);
            return;
        }

        writer.WritePropertyName(Properties.Value);
        WriteOther(writer, value);
    }

    private static void WriteNumber(Utf8JsonWriter writer, decimal kept, NumberFormat? format)
    {
        var shown = Shown(kept, format);
        writer.WriteTrimmed(Properties.Value, shown ?? Points(kept));
        if (shown is not null && format?.Unit is { } unit)
            writer.WriteString(Properties.Unit, unit);
    }

    private static void WriteOther(Utf8JsonWriter writer, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Bool:
                writer.WriteBooleanValue(value.IsTrue);
                break;
            case ValueKind.TextSet:
                WriteTexts(writer, value.TextSet);
                break;
            case ValueKind.Table:
                writer.WriteNumberValue(value.Table?.Rows.Length ?? 0);
                writer.WriteString(Properties.Unit, "行");
                break;
            case ValueKind.Missing:
                writer.WriteNullValue();
                writer.WritePropertyName(Properties.Missing);
                WriteTexts(writer, value.Absence.Gaps.Select(gap => gap.Name).Where(name => name.Length > 0));
                break;
            case ValueKind.Failed:
                writer.WriteNullValue();
                WriteFault(writer, value.Fault);
                break;
            default:
                writer.WriteStringValue(value.Kind switch
                {
                    ValueKind.Date => value.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    ValueKind.Row => value.Row?.Label ?? "",
                    _ => value.Text,
                });
                break;
        }
    }

    private static void WriteFault(Utf8JsonWriter writer, Fault? fault)
    {
        if (fault is null)
            return;
        writer.WriteStartObject(Properties.Fault);
        writer.WriteString(Properties.Zh, fault.Message.Zh);
        writer.WriteString(Properties.En, fault.Message.En);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, IEnumerable<string> texts)
    {
        writer.WriteStartArray();
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static decimal Round(decimal number, int digits)
    {
        var rounded = number.Scale <= digits ? number : decimal.Round(number, digits, MidpointRounding.AwayFromZero);
        // No minus before a zero.
        return rounded == 0 ? 0 : UnitFigures.Trim(rounded);
    }
}
