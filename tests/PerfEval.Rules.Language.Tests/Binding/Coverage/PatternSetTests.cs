using System.Globalization;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Binding.Coverage;
using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Tests.Binding.Coverage;

public sealed class PatternSetTests
{
    public static IEnumerable<object[]> Rows => Cases.Read("pattern-sets.csv");

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_pattern_matches_the_values_of_its_row(string input, string pattern, string expected)
    {
        var set = SetOf(input, pattern);
        Assert.Equal(expected, Write(set.Values) + (set.MatchesMissing ? " missing" : ""));
    }

    // The oracle is the evaluation of the same pattern, at every number that stands in it and half-way between.
    [Fact]
    public void A_set_holds_exactly_the_numbers_that_the_pattern_is_true_of()
    {
        var random = new Random(20200101);
        for (var round = 0; round < 400; round++)
        {
            var pattern = NextPattern(random, 3);
            var scope = Declared.Scope();
            var test = Expression.Compile($"比值 is {pattern}", scope);
            var slot = scope.Find("比值")!.Slot; // Declared has it
            var frame = new Frame(scope.Slots.Count);
            var set = (NumberSet)SetOf("比值", pattern).Values;
            for (var number = -0.5m; number <= 6.5m; number += 0.5m)
            {
                frame.Slots[slot] = Value.Of(number);
                Assert.True(test.Evaluate(frame).IsTrue == set.Ranges.Any(range => range.Contains(number)), $"{number} is {pattern}");
            }
        }
    }

    [Fact]
    public void Ranges_are_ascending_and_never_touch()
    {
        var random = new Random(7);
        for (var round = 0; round < 400; round++)
        {
            Interval[] ranges = [.. ((NumberSet)SetOf("比值", NextPattern(random, 3)).Values).Ranges];
            foreach (var (before, after) in ranges.Zip(ranges.Skip(1)))
                Assert.True(before.High < after.Low || (before.High == after.Low && before.HighExcluded && after.LowExcluded));
        }
    }

    private static PatternSet SetOf(string input, string pattern)
    {
        var bound = Assert.IsType<BoundIs>(Expression.Compile($"{input} is {pattern}", Declared.Scope()).Bound);
        return PatternSet.Of(bound.Pattern, bound.Operand.Type);
    }

    private static string NextPattern(Random random, int depth) => random.Next(depth == 0 ? 2 : 5) switch
    {
        0 => $"{random.Next(7)}",
        1 => $"{random.GetItems(["<", "<=", ">", ">="], 1)[0]} {random.Next(7)}",
        2 => $"not ({NextPattern(random, depth - 1)})",
        3 => $"({NextPattern(random, depth - 1)}) and ({NextPattern(random, depth - 1)})",
        _ => $"({NextPattern(random, depth - 1)}) or ({NextPattern(random, depth - 1)})",
    };

    private static string Write(ValueSet set) => set switch
    {
        { IsEmpty: true } => "∅",
        NumberSet numbers => string.Join(' ', numbers.Ranges.Select(Write)),
        DateSet dates => string.Join(' ', dates.Ranges.Select(range => $"[{Write(range.First)}, {Write(range.Last)}]")),
        PointSet points => (points.IsComplement ? "!" : "") + string.Join(' ', points.Points.Select(Write).OrderBy(Order)),
        _ => throw new ArgumentOutOfRangeException(nameof(set)),
    };

    private static string Write(Interval range) =>
        (range.LowExcluded || range.Low == decimal.MinValue ? "(" : "[") + Write(range.Low) + ", " + Write(range.High) + (range.HighExcluded || range.High == decimal.MaxValue ? ")" : "]");

    private static string Write(decimal? end) =>
        end is decimal.MinValue or decimal.MaxValue ? "∞" : end.GetValueOrDefault().ToString("0.####", CultureInfo.InvariantCulture);

    private static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Write(Value value) => value.Kind == ValueKind.Text ? value.Text : value.ToString();

    private static int Order(string point) =>
        Array.IndexOf(["true", "false", "甲", "乙", .. Declared.Grades.Choices], point);
}
