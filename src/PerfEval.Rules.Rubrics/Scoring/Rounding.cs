using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>Rounds points. Monotone: a greater number never rounds to a lesser one.</summary>
internal static class Rounding
{
    // Residues of divisions lie beyond the 20th decimal and must not decide a half.
    private const int ResidueDigits = 20;

    /// <summary>Decimals where a rubric names none.</summary>
    public const int DefaultDigits = 2;

    public static decimal Apply(decimal value, RoundingRule? rule) => rule is null ? value : Apply(value, rule.Digits ?? DefaultDigits, rule.Mode ?? RoundingMode.HalfUp);

    /// <summary>The value without the residue of a division.</summary>
    public static decimal Exact(decimal value) => value.Scale <= ResidueDigits ? value : decimal.Round(value, ResidueDigits, MidpointRounding.AwayFromZero);

    public static decimal Apply(decimal value, int digits, RoundingMode mode)
    {
        if (value.Scale <= digits)
            return value;
        value = Exact(value);
        return decimal.Round(value, digits, mode switch
        {
            RoundingMode.HalfEven => MidpointRounding.ToEven,
            RoundingMode.Down => MidpointRounding.ToZero,
            _ => MidpointRounding.AwayFromZero,
        });
    }
}
