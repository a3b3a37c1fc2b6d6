using System.Diagnostics;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Evaluation;

// Intervals as sets of numbers.
public readonly partial record struct Interval
{
    /// <summary>The numbers that both have; null: none.</summary>
    public Interval? Intersect(Interval other)
    {
        var (low, lowExcluded) = GreaterLow(this, other);
        var (high, highExcluded) = LesserHigh(this, other);
        if (low > high || (low == high && (lowExcluded || highExcluded) && low is not null))
            return null;
        return new(low, lowExcluded, high, highExcluded);
    }

    /// <summary>The smallest range that has all numbers of both (and what lies between them).</summary>
    public Interval Union(Interval other)
    {
        var (low, lowExcluded) = LesserLow(this, other);
        var (high, highExcluded) = GreaterHigh(this, other);
        return new(low, lowExcluded, high, highExcluded);
    }

    /// <summary>Whether every number of the other lies in this.</summary>
    public bool Covers(Interval other) => Union(other) == this;

    /// <summary>The numbers for which <c>number operator limit</c> holds; the operator is a comparison other than <c>!=</c>.</summary>
    internal static Interval Where(OperatorKind comparison, decimal limit) => comparison switch
    {
        OperatorKind.Equal => Point(limit),
        OperatorKind.Less => new(null, false, limit, true),
        OperatorKind.LessOrEqual => new(null, false, limit, false),
        OperatorKind.Greater => new(limit, true, null, false),
        OperatorKind.GreaterOrEqual => new(limit, false, null, false),
        _ => throw new UnreachableException(),
    };

    private static (decimal? Low, bool Excluded) GreaterLow(Interval a, Interval b) => (a.Low, b.Low) switch
    {
        (null, _) => (b.Low, b.LowExcluded),
        (_, null) => (a.Low, a.LowExcluded),
        ({ } x, { } y) when x == y => (x, a.LowExcluded || b.LowExcluded),
        ({ } x, { } y) => x > y ? (x, a.LowExcluded) : (y, b.LowExcluded),
    };

    private static (decimal? Low, bool Excluded) LesserLow(Interval a, Interval b) => (a.Low, b.Low) switch
    {
        (null, _) or (_, null) => (null, false),
        ({ } x, { } y) when x == y => (x, a.LowExcluded && b.LowExcluded),
        ({ } x, { } y) => x < y ? (x, a.LowExcluded) : (y, b.LowExcluded),
    };

    private static (decimal? High, bool Excluded) LesserHigh(Interval a, Interval b) => (a.High, b.High) switch
    {
        (null, _) => (b.High, b.HighExcluded),
        (_, null) => (a.High, a.HighExcluded),
        ({ } x, { } y) when x == y => (x, a.HighExcluded || b.HighExcluded),
        ({ } x, { } y) => x < y ? (x, a.HighExcluded) : (y, b.HighExcluded),
    };

    private static (decimal? High, bool Excluded) GreaterHigh(Interval a, Interval b) => (a.High, b.High) switch
    {
        (null, _) or (_, null) => (null, false),
        ({ } x, { } y) when x == y => (x, a.HighExcluded && b.HighExcluded),
        ({ } x, { } y) => x > y ? (x, a.HighExcluded) : (y, b.HighExcluded),
    };
}
