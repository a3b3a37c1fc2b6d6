using System.Globalization;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>Numbers between the unit they are written in and the unit they are kept in (元, ratio).</summary>
internal static class UnitFigures
{
    /// <summary>A written number in the kept unit, exactly and with the digits written; null when it is too long for that.</summary>
    public static decimal? Keep(decimal written, string? unit)
    {
        var scale = Units.Scale(unit);
        if (scale == 1)
            return written;
        if (scale < 1)
            return written.Scale > NumberText.MaxDigits - 2 ? null : written * scale;
        // With 64 bits of digits no unit leads beyond the 96 that there are: no division for an amount of money as they come.
        return !Decimals.TryGetDigits(written, out _) && Math.Abs(written) > decimal.MaxValue / scale ? null : written * scale;
    }

    /// <summary>A kept number in the unit it is shown in; null when it is too large for that.</summary>
    public static decimal? Show(decimal kept, string? unit)
    {
        if (unit != Units.Percent)
            return kept / Units.Scale(unit);
        return Math.Abs(kept) > decimal.MaxValue / 100 ? null : kept * 100;
    }

    /// <summary>The number without trailing zeros.</summary>
    public static decimal Trim(decimal number) => number.Scale == 0 ? number : Decimals.Trim(number);

    /// <summary>The number in full, without trailing zeros.</summary>
    public static string Write(decimal number) => Trim(number).ToString(CultureInfo.InvariantCulture);

    /// <summary>A kept number in its unit with the sign behind it: <c>917.02万元</c>.</summary>
    public static string Write(decimal kept, string? unit) =>
        Show(kept, unit) is { } shown ? Write(shown) + unit : Write(kept);

    /// <summary>A range of kept numbers in words, in their unit.</summary>
    public static Bilingual Describe(Interval range, string? unit)
    {
        var low = range.Low is { } least
            ? new Bilingual((range.LowExcluded ? "大于 " : "不小于 ") + Write(least, unit), (range.LowExcluded ? "more than " : "at least ") + Write(least, unit))
            : null;
        var high = range.High is { } most
            ? new Bilingual((range.HighExcluded ? "小于 " : "不大于 ") + Write(most, unit), (range.HighExcluded ? "less than " : "at most ") + Write(most, unit))
            : null;
        return (low, high) switch
        {
            ({ }, { }) => new($"{low.Zh}且{high.Zh}", $"{low.En} and {high.En}"),
            ({ }, null) => low,
            (null, { }) => high,
            _ => new("任意数", "any number"),
        };
    }
}
