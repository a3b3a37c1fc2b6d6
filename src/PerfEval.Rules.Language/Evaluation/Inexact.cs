namespace PerfEval.Rules.Language.Evaluation;

/// <summary>Numbers that come from a division, where they meet a comparison, a pattern or a rounding.</summary>
internal static class Inexact
{
    /// <summary>So many decimals are kept: what lies behind them is residue of a division.</summary>
    public const int Decimals = 20;

    public static decimal Round(decimal number) => number.Scale <= Decimals ? number : decimal.Round(number, Decimals, MidpointRounding.AwayFromZero);

    public static Value Round(Value value) => value.Kind == ValueKind.Number ? Value.Of(Round(value.Raw)) : value;
}
