using PerfEval.Rules.Language.Evaluation;
using Fold = System.Func<PerfEval.Rules.Language.Evaluation.Interval, PerfEval.Rules.Language.Evaluation.Interval, (PerfEval.Rules.Language.Evaluation.Interval Numbers, bool Overflows)>;

namespace PerfEval.Rules.Language.Functions;

// Bounds of figures over rows. A row that may or may not be in the table counts both ways.
internal static partial class TableFunctions
{
    /// <summary>A mean computed from rounded sums may lie outside the numbers by a residue, never by this part of the greatest.</summary>
    private const decimal MeanResidue = 0.000000000000001m;

    public static Bounds SumBounds(BoundsCallSite call, BoundsFrame frame)
    {
        var table = new TableRows(call, frame);
        var (rows, others) = table.Read(1);
        var (sum, mayBeEmpty, overflows) = FoldRows(rows, Interval.Add);
        var total = sum is { } numbers ? (mayBeEmpty ? numbers.Union(Interval.Point(0)) : numbers) : Interval.Point(0);
        if (others is not null)
            total = Interval.Add(total, Repeated(others.Numbers)).Numbers;
        return table.WithGaps(Bounds.OfNumbers(total, overflows), rows, others);
    }

    public static Bounds AverageBounds(BoundsCallSite call, BoundsFrame frame)
    {
        var table = new TableRows(call, frame);
        var (rows, others) = table.Read(1);
        var (sum, _, overflows) = FoldRows(rows, Interval.Add);
        var certain = rows.Length > 0 && rows.All(row => row.IsCertain);
        var mean = certain && others is null ? sum?.Map(number => number / rows.Length) : Mean(HullOf(rows, others));
        return OrNoRows(table, rows, others, mean, overflows);
    }

    public static Bounds MinBounds(BoundsCallSite call, BoundsFrame frame) => ExtremeBounds(call, frame, Interval.Min);

    public static Bounds MaxBounds(BoundsCallSite call, BoundsFrame frame) => ExtremeBounds(call, frame, Interval.Max);

    public static Bounds WeightedAverageBounds(BoundsCallSite call, BoundsFrame frame)
    {
        var table = new TableRows(call, frame);
        var ((values, otherValues), (weights, otherWeights)) = (table.Read(1), table.Read(2));
        var others = otherValues is null || otherWeights is null ? null : Bounds.Strict(Bounds.OfNumbers(Interval.All, mayFail: true), otherValues, otherWeights);
        RowBounds[] both = [.. values.Select((value, i) => value with { Bounds = Bounds.Strict(new() { Numbers = Interval.All }, value.Bounds, weights[i].Bounds) })];
        var (mean, mayFail) = others is null ? Weigh(values, weights) : (Interval.All, true);
        return OrNoRows(table, both, others, mean, mayFail);
    }

    private static (Interval? Mean, bool MayFail) Weigh(RowBounds[] values, RowBounds[] weights)
    {
        var products = new RowBounds[values.Length];
        var overflows = false;
        for (var i = 0; i < values.Length; i++)
        {
            products[i] = values[i] with { Bounds = Bounds.Nothing };
            if (values[i].Bounds.Numbers is not { } value || weights[i].Bounds.Numbers is not { } weight)
                continue;
            var (product, mayOverflow) = Interval.Multiply(value, weight);
            overflows |= mayOverflow;
            products[i] = values[i] with { Bounds = Bounds.Of(product) };
        }

        var (sum, _, sumOverflows) = FoldRows(products, Interval.Add);
        var (weightSum, _, weightsOverflow) = FoldRows(weights, Interval.Add);
        if (sum is not { } dividend || weightSum is not { } divisor)
            return (null, false);
        var (mean, meanOverflows) = Interval.Divide(dividend, divisor);
        var mayFail = overflows || sumOverflows || weightsOverflow || meanOverflows || divisor.Contains(0);
        return (Clamp(mean, HullOf(values, null), weights), mayFail);
    }

    /// <summary>Between the values, as far as no weight is negative.</summary>
    private static Interval? Clamp(Interval? mean, Interval? values, RowBounds[] weights)
    {
        if (mean is not { } numbers || values is not { } hull)
            return mean;
        var clamped = numbers;
        if (hull.Low is { } low)
            clamped = Interval.Max(clamped, Interval.Point(low));
        if (hull.High is { } high)
            clamped = Interval.Min(clamped, Interval.Point(high));
        var isSure = weights.All(weight => weight.Bounds.Numbers is { Low: >= 0 });
        var isNever = weights.Any(weight => weight.IsCertain && weight.Bounds.Numbers is { High: < 0 });
        return isSure ? clamped : isNever ? numbers : numbers.Union(clamped);
    }

    private static Bounds ExtremeBounds(BoundsCallSite call, BoundsFrame frame, Func<Interval, Interval, Interval> extreme)
    {
        var table = new TableRows(call, frame);
        var (rows, others) = table.Read(1);
        var (numbers, _, _) = FoldRows(rows, (a, b) => (extreme(a, b), false));
        if (others?.Numbers is { } other)
            numbers = numbers is { } known ? known.Union(extreme(known, other)) : other;
        return OrNoRows(table, rows, others, numbers, mayFail: false);
    }

    /// <summary>The numbers, or missing where there may be no row.</summary>
    private static Bounds OrNoRows(TableRows table, RowBounds[] rows, Bounds? others, Interval? numbers, bool mayFail)
    {
        var result = table.WithGaps(Bounds.OfNumbers(numbers, mayFail), rows, others);
        if (!table.MayBeEmpty || !table.Table.MayHaveValue)
            return result;
        var absence = table.Table.Single.Table is { } empty ? Absent.NoRows(empty) : Absence.Unnamed;
        return result with { MayBeMissing = true, MaySeemPresent = result.MaySeemPresent && numbers is not null, Absence = result.Absence.And(absence) };
    }

    /// <summary>Folds in row order as the values do; null where a row for certain has no number, or there are no rows.</summary>
    private static (Interval? Numbers, bool MayBeEmpty, bool Overflows) FoldRows(RowBounds[] rows, Fold fold)
    {
        var (result, mayBeEmpty, overflows) = ((Interval?)null, true, false);
        foreach (var row in rows)
        {
            if (row.Bounds.Numbers is not { } number)
            {
                if (row.IsCertain)
                    return (null, false, overflows);
                continue;
            }

            if (result is not { } sofar)
            {
                (result, mayBeEmpty) = (number, !row.IsCertain);
                continue;
            }

            var (folded, mayOverflow) = fold(sofar, number);
            overflows |= mayOverflow;
            result = !row.IsCertain ? sofar.Union(folded) : folded;
            if (mayBeEmpty)
                result = result.Value.Union(number);
            mayBeEmpty &= !row.IsCertain;
        }

        return (result, mayBeEmpty, overflows);
    }

    /// <summary>The sum of any number of them, none included.</summary>
    private static Interval Repeated(Interval? each) =>
        each is { } numbers ? new(numbers.Low >= 0 ? 0 : null, false, numbers.High <= 0 ? 0 : null, false) : Interval.Point(0);

    private static Interval? HullOf(RowBounds[] rows, Bounds? others)
    {
        var hull = others?.Numbers;
        foreach (var row in rows)
        {
            if (row.Bounds.Numbers is { } numbers)
                hull = hull?.Union(numbers) ?? numbers;
            else if (row.IsCertain)
                return null;
        }

        return hull;
    }

    private static Interval? Mean(Interval? hull)
    {
        if (hull is not { } numbers)
            return null;
        var greatest = Math.Max(Math.Abs(numbers.Low ?? 0), Math.Abs(numbers.High ?? 0));
        var residue = Interval.Closed(-greatest * MeanResidue, greatest * MeanResidue);
        return Interval.Add(numbers, residue).Numbers with { LowExcluded = false, HighExcluded = false };
    }
}
