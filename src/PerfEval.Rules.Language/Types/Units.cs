namespace PerfEval.Rules.Language.Types;

/// <summary>The units that the language itself knows: money, kept in 元, and the percent sign. Every other unit is a label.</summary>
public static class Units
{
    /// <summary>The percent sign; the number behind it is a ratio.</summary>
    public const string Percent = "%";

    /// <summary>The money units with their worth in 元.</summary>
    public static IReadOnlyList<(string Unit, decimal Yuan)> Money { get; } = [("亿元", 100_000_000m), ("万元", 10_000m), ("元", 1m)];

    /// <summary>Whether the unit is money.</summary>
    public static bool IsMoney(string? unit) => unit is "元" or "万元" or "亿元";

    /// <summary>
    /// How many of the kept unit one of the written unit is: 10 000 for 万元, 0.01 for %, 1 for a label or none.
    /// </summary>
    public static decimal Scale(string? unit) => unit switch
    {
        "亿元" => 100_000_000m,
        "万元" => 10_000m,
        Percent => 0.01m,
        _ => 1m,
    };
}

/// <summary>How a number is written for people: the unit it is declared in and the digits behind the point.</summary>
/// <param name="Unit">Null for a plain number.</param>
/// <param name="Digits">Digits behind the point; null prints what there is (at most 4, a percent 2, trailing zeros dropped).</param>
public sealed record NumberFormat(string? Unit, int? Digits = null);
