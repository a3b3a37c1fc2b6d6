using System.Globalization;
using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Benchmarks.HandWritten;

/// <summary>Figures as the scorecard's sentences write them.</summary>
internal static class Shown
{
    public static string Percent(decimal ratio) => Fixed(LuohuProgram.Compared(ratio) * 100, "F2") + "%";

    public static string Ratio(decimal ratio) => Short(ratio * 100, 2) + "%";

    public static string Money(decimal amount) => Points(amount) + "万元";

    public static string Count(decimal count, string unit) => Fixed(count, "F0") + unit;

    public static string Points(decimal points) => Short(points, 4);

    public static string Text(Disclosure disclosure) => disclosure switch
    {
        Disclosure.AsRequired => "按要求公开",
        Disclosure.Defective => "公开不符合要求",
        _ => "没有公开",
    };

    private static string Short(decimal number, int digits) =>
        Decimals.Trim(decimal.Round(number, digits, MidpointRounding.AwayFromZero)).ToString(CultureInfo.InvariantCulture);

    private static string Fixed(decimal number, string format) =>
        decimal.Round(number, format == "F2" ? 2 : 0, MidpointRounding.AwayFromZero).ToString(format, CultureInfo.InvariantCulture);
}
