using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Tests.Evaluation;

public class IntervalTests
{
    private static readonly decimal[] Ends = [-7.5m, -2m, -1m, -0.3m, 0m, 0.1m, 1m, 3m, 4.9999999999999999999999999999m, 50m];

    [Fact]
    public void An_excluded_end_is_closed_where_rounding_reaches_it()
    {
        var below = new Interval(0, false, 5, true);
        Assert.Equal(new(0, false, 0.5m, false), Interval.Divide(below, Interval.Point(10)).Numbers);
        Assert.Equal(new(0, false, 10, false), Interval.Multiply(below, Interval.Point(2)).Numbers);
        Assert.Equal(new(0, false, 6, true), Interval.Multiply(new(0, false, 3, true), Interval.Point(2)).Numbers);
        Assert.Equal(new(2, false, 7, true), Interval.Add(below, Interval.Point(2)).Numbers);
        Assert.Equal(new(0, false, 5, false), below.Map(Inexact.Round));
    }

    [Fact]
    public void Dividing_by_a_range_that_reaches_zero_is_unbounded()
    {
        Assert.Equal(new(0.1m, false, null, false), Interval.Divide(Interval.Point(1), Interval.Closed(0, 10)).Numbers);
        Assert.Equal(Interval.All, Interval.Divide(Interval.Point(1), Interval.Closed(-1, 1)).Numbers);
        Assert.Null(Interval.Divide(Interval.Point(1), Interval.Point(0)).Numbers);
        Assert.Equal(Interval.Point(0), Interval.Divide(Interval.Point(0), Interval.Closed(0, 1)).Numbers);
    }

    [Fact]
    public void An_end_that_overflows_is_unbounded()
    {
        var (numbers, overflows) = Interval.Multiply(Interval.Closed(1, decimal.MaxValue), Interval.Point(2));
        Assert.Equal((new Interval(2, false, null, false), true), (numbers, overflows));
        Assert.True(Interval.Add(Interval.Closed(0, decimal.MaxValue), Interval.Point(1)).Overflows);
    }

    [Fact]
    public void Ranges_that_only_touch_at_an_excluded_end_have_nothing_in_common()
    {
        Assert.Null(Interval.Closed(0, 1).Intersect(new(1, true, 2, false)));
        Assert.Equal(Interval.Point(1), Interval.Closed(0, 1).Intersect(Interval.Closed(1, 2)));
        Assert.Null(Interval.Closed(0, 1).Intersect(Interval.Closed(2, 3)));
    }

    [Fact]
    public void Zero_times_an_unbounded_number_is_zero() =>
        Assert.Equal(Interval.Point(0), Interval.Multiply(Interval.Point(0), Interval.All).Numbers);

    [Fact]
    public void Every_operation_holds_all_results_of_its_operands()
    {
        var random = new Random(20200101);
        for (var i = 0; i < 20_000; i++)
        {
            var (a, b) = (Any(random), Any(random));
            for (var j = 0; j < 5; j++)
                CheckPair(a, Samples.In(a, random), b, Samples.In(b, random));
        }
    }

    [Fact]
    public void Points_give_points()
    {
        foreach (var a in Ends)
        {
            foreach (var b in Ends)
            {
                Assert.Equal(Interval.Point(a + b), Interval.Add(Interval.Point(a), Interval.Point(b)).Numbers);
                Assert.Equal(Interval.Point(a * b), Interval.Multiply(Interval.Point(a), Interval.Point(b)).Numbers);
                Assert.Equal(b == 0 ? null : Interval.Point(a / b), Interval.Divide(Interval.Point(a), Interval.Point(b)).Numbers);
                Assert.Equal((a < b, a >= b), Interval.Compare(OperatorKind.Less, Interval.Point(a), Interval.Point(b)));
                Assert.Equal((a == b, a != b), Interval.Compare(OperatorKind.Equal, Interval.Point(a), Interval.Point(b)));
            }
        }
    }

    private static void CheckPair(Interval a, decimal x, Interval b, decimal y)
    {
        Holds(Interval.Add(a, b).Numbers, x + y);
        Holds(Interval.Subtract(a, b).Numbers, x - y);
        Holds(Interval.Multiply(a, b).Numbers, x * y);
        if (y != 0)
            Holds(Interval.Divide(a, b).Numbers, x / y);
        Holds(Interval.Min(a, b), Math.Min(x, y));
        Holds(Interval.Max(a, b), Math.Max(x, y));
        Holds(a.Abs(), Math.Abs(x));
        Holds(a.Map(decimal.Floor), decimal.Floor(x));
        Holds(a.Union(b), x);
        if (b.Contains(x))
            Holds(a.Intersect(b), x);
        CheckComparisons(a, x, b, y);

        void Holds(Interval? range, decimal result)
        {
            if (range is not { } numbers || !numbers.Contains(result))
                Assert.Fail($"{result} from {x} in {BoundsNotation.Write(a)} and {y} in {BoundsNotation.Write(b)}: {range}");
        }
    }

    private static void CheckComparisons(Interval a, decimal x, Interval b, decimal y)
    {
        foreach (var (kind, holds) in new[]
        {
            (OperatorKind.Less, x < y), (OperatorKind.LessOrEqual, x <= y), (OperatorKind.Greater, x > y),
            (OperatorKind.GreaterOrEqual, x >= y), (OperatorKind.Equal, x == y), (OperatorKind.NotEqual, x != y),
        })
        {
            var (mayHold, mayNotHold) = Interval.Compare(kind, a, b);
            if (!(holds ? mayHold : mayNotHold))
                Assert.Fail($"{x} {kind} {y}, {BoundsNotation.Write(a)}, {BoundsNotation.Write(b)}");
        }
    }

    private static Interval Any(Random random)
    {
        var (x, y) = (Ends[random.Next(Ends.Length)], Ends[random.Next(Ends.Length)]);
        var (low, high) = (Math.Min(x, y), Math.Max(x, y));
        var isOpen = low < high;
        return new(
            random.Next(5) == 0 ? null : low,
            isOpen && random.Next(2) == 0,
            random.Next(5) == 0 ? null : high,
            isOpen && random.Next(2) == 0);
    }
}
