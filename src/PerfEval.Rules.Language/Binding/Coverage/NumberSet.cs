using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding.Coverage;

/// <summary>A place between numbers: just before one, or just after it.</summary>
internal readonly record struct Cut(decimal Number, bool IsAfter) : IComparable<Cut>
{
    public int CompareTo(Cut other) => Number != other.Number ? Number.CompareTo(other.Number) : IsAfter.CompareTo(other.IsAfter);
}

/// <summary>
/// A set of decimals as sorted, disjoint ranges, none touching the next: the cuts at which a walk from the least decimal to the greatest enters and leaves it.
/// </summary>
internal sealed record NumberSet : ValueSet
{
    // INVARIANT: strictly ascending, an even number; those at even places enter, those at odd places leave.
    private readonly ImmutableArray<Cut> cuts;

    private NumberSet(ImmutableArray<Cut> cuts) => this.cuts = cuts;

    public static NumberSet All { get; } = new([Lowest, Highest]);

    public override bool IsEmpty => cuts.IsEmpty;

    // Beyond this a step might leave the decimals, or be lost among their digits.
    private const decimal RoomForStep = 1e24m;

    private static Cut Lowest => new(decimal.MinValue, IsAfter: false);

    private static Cut Highest => new(decimal.MaxValue, IsAfter: true);

    /// <summary>The ranges in ascending order; the outermost ends are those of all decimals.</summary>
    public IEnumerable<Interval> Ranges => cuts.Chunk(2).Select(range => new Interval(range[0].Number, range[0].IsAfter, range[1].Number, !range[1].IsAfter));

    public static NumberSet Point(decimal number) => new([new(number, false), new(number, true)]);

    public static NumberSet Below(decimal number, bool isIncluded) => Between(Lowest, new(number, isIncluded));

    public static NumberSet Above(decimal number, bool isIncluded) => Between(new(number, !isIncluded), Highest);

    public override ValueSet Complement() => new NumberSet(Toggle(Toggle(cuts, Lowest), Highest));

    // A walk over the cuts of both: the result is entered and left where "in both" changes.
    public override ValueSet Intersect(ValueSet other)
    {
        var (left, right) = (cuts, ((NumberSet)other).cuts);
        var result = ImmutableArray.CreateBuilder<Cut>();
        var (i, j) = (0, 0);
        while (i < left.Length && j < right.Length)
        {
            var (wasIn, order) = (IsIn(i, j), left[i].CompareTo(right[j]));
            var cut = order <= 0 ? left[i] : right[j];
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            if (IsIn(i, j) != wasIn)
                result.Add(cut);
        }

        return new NumberSet(result.ToImmutable());

        static bool IsIn(int i, int j) => i % 2 == 1 && j % 2 == 1;
    }

    public override Value? FindSample(ExpressionType type, decimal step) => IsEmpty ? null : Value.Of(SampleOf(Ranges.First(), step));

    // Ends of a range are what an author has written; behind an open end, one further, or the middle.
    private static decimal SampleOf(Interval range, decimal step)
    {
        var (low, high) = (range.Low ?? decimal.MinValue, range.High ?? decimal.MaxValue);
        if (low == decimal.MinValue)
            return high == decimal.MaxValue ? 0 : !range.HighExcluded ? high : high > -RoomForStep ? high - step : low;
        if (!range.LowExcluded)
            return low;
        if (high == decimal.MaxValue)
            return low < RoomForStep ? low + step : high;
        return range.HighExcluded ? (low / 2) + (high / 2) : high;
    }

    private static NumberSet Between(Cut enter, Cut leave) => new(enter.CompareTo(leave) < 0 ? [enter, leave] : []);

    private static ImmutableArray<Cut> Toggle(ImmutableArray<Cut> cuts, Cut cut)
    {
        var place = cuts.BinarySearch(cut);
        return place >= 0 ? cuts.RemoveAt(place) : cuts.Insert(~place, cut);
    }
}
