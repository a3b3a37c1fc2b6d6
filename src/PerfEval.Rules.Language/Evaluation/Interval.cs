namespace PerfEval.Rules.Language.Evaluation;

/// <summary>
/// A range of numbers with open or closed ends; the default is all numbers. Never empty.
/// </summary>
/// <param name="Low">Least value; null: unbounded below.</param>
/// <param name="LowExcluded"><see cref="Low"/> itself is not in the range.</param>
/// <param name="High">Greatest value; null: unbounded above.</param>
/// <param name="HighExcluded"><see cref="High"/> itself is not in the range.</param>
public readonly partial record struct Interval(decimal? Low, bool LowExcluded, decimal? High, bool HighExcluded)
{
    /// <summary>All numbers.</summary>
    public static Interval All => default;

    /// <summary>One number.</summary>
    public static Interval Point(decimal value) => new(value, false, value, false);

    /// <summary>A closed range; a null end is unbounded.</summary>
    public static Interval Closed(decimal? low, decimal? high) => new(low, false, high, false);

    /// <summary>Whether it is one number.</summary>
    public bool IsPoint => Low is { } low && High is { } high && low == high;

    /// <summary>Whether a number lies in it.</summary>
    public bool Contains(decimal value) =>
        (Low is not { } low || (LowExcluded ? value > low : value >= low))
        && (High is not { } high || (HighExcluded ? value < high : value <= high));
}
