using System.Globalization;

namespace PerfEval.Rules.Benchmarks.HandWritten;

/// <summary>Figures as the scorecard's sentences write them.</summary>
internal static class Shown
{
    public static string Percent(decimal ratio) => Fixed(LuohuProgram.Compared(ratio) * 100, "F2") + "%";

    public static string Ratio(decimal ratio) => Fixed(decimal.Round(ratio * 100, 2, MidpointRounding.AwayFromZero), "0.####") + "%";

    public static string Money(decimal amount) => Points(amount) + "万元";

    public static string Count(decimal count, string unit) => Fixed(count, "F0") + unit;

    public static string Points(decimal points) => Fixed(decimal.Round(points, 4, MidpointRounding.AwayFromZero), "0.####");

    public static string Text(Disclosure disclosure) => disclosure switch
    {
        Disclosure.AsRequired => "按要求公开",
        Disclosure.Defective => "公开不符合要求",
        _ => "没有公开",
    };

    private static string Fixed(decimal number, string format) =>
        decimal.Round(number, format == "F2" ? 2 : format == "F0" ? 0 : 4, MidpointRounding.AwayFromZero).ToString(format, CultureInfo.InvariantCulture);
}
