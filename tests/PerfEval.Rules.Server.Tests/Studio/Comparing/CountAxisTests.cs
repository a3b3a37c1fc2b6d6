using PerfEval.Rules.Server.Studio.Pages.Comparing;

namespace PerfEval.Rules.Server.Tests.Studio.Comparing;

public sealed class CountAxisTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(5, 1, 5)]
    [InlineData(6, 2, 6)]
    [InlineData(11, 5, 15)]
    [InlineData(26, 10, 30)]
    [InlineData(1_000_000, 200_000, 1_000_000)]
    public void Marks_are_round_whole_numbers(long most, long step, long max) => Assert.Equal(new(step, max), CountAxis.For(most));

    [Fact]
    public void Every_count_fits_under_few_marks() => Assert.All(
        Enumerable.Range(0, 2_000).Select(most => (Most: most, Axis: CountAxis.For(most))),
        found => Assert.True(found.Axis.Max >= found.Most && found.Axis.Max % found.Axis.Step == 0 && found.Axis.Max / found.Axis.Step is >= 1 and <= 5));
}
