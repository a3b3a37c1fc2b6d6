using System.Globalization;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>Values written for people, in no culture.</summary>
public static class ValueText
{
    /// <summary>What stands for a missing value.</summary>
    public const string Missing = "?";

    /// <summary>What stands for a failure.</summary>
    public const string Failed = "!";

    private const int NaturalDigits = 4;
    private const int NaturalPercentDigits = 2;

    /// <summary>
    /// A number in its declared unit, rounded half away from zero; a date as <c>yyyy-MM-dd</c>; a bool as <c>true</c> or <c>false</c>; a text bare;
    /// the texts of a set joined by <c>、</c>; a row as its label, a table as <c>[rows]</c>; <see cref="Missing"/> and <see cref="Failed"/>.
    /// </summary>
    /// <param name="withUnit">Puts the unit behind a number. A percent sign always stands there.</param>
    public static string Format(Value value, NumberFormat? format = null, bool withUnit = false) => value.Kind switch
    {
        ValueKind.Missing => Missing,
        ValueKind.Failed => Failed,
        ValueKind.Number => Format(value.Number, format, withUnit),
        ValueKind.Text => value.Text,
        ValueKind.TextSet => string.Join('、', value.TextSet),
        ValueKind.Row => value.Row!.Label, // by its kind
        ValueKind.Table => $"[{value.Table!.Rows.Length.ToString(CultureInfo.InvariantCulture)}]", // by its kind
        _ => value.ToString(),
    };

    private static string Format(decimal number, NumberFormat? format, bool withUnit)
    {
        var unit = format?.Unit;
        var scale = Units.Scale(unit);
        if (scale < 1 && decimal.Abs(number) > decimal.MaxValue * scale)
            return Digits(number, format?.Digits, NaturalDigits); // too large to be written as a percent
        var isPercent = unit == Units.Percent;
        var rounded = Inexact.Round(number);
        var scaled = isPercent ? rounded * 100 : scale == 1 ? rounded : rounded / scale;
        var digits = Digits(scaled, format?.Digits, isPercent ? NaturalPercentDigits : NaturalDigits);
        return isPercent || withUnit ? digits + unit : digits;
    }

    private static string Digits(decimal number, int? digits, int natural)
    {
        var rounded = decimal.Round(number, digits ?? natural, MidpointRounding.AwayFromZero);
        if (rounded == 0)
            rounded = 0; // no minus before a zero
        if (digits is not { } kept)
            return Decimals.Trim(rounded).ToString(CultureInfo.InvariantCulture);
        return rounded.Scale == kept
            ? rounded.ToString(CultureInfo.InvariantCulture)
            : rounded.ToString($"F{kept.ToString(CultureInfo.InvariantCulture)}", CultureInfo.InvariantCulture);
    }
}
