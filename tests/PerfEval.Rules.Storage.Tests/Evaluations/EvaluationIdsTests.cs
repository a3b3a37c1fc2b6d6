using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Storage.Tests.Evaluations;

public sealed class EvaluationIdsTests
{
    [Fact]
    public void Ids_sort_in_the_order_of_making_even_when_the_clock_stands_still()
    {
        var ids = new EvaluationIds(new StoppedClock());
        var made = Enumerable.Range(0, 10_000).Select(_ => ids.Next()).ToList();
        Assert.Equal(made.Order(StringComparer.Ordinal), made);
        Assert.Equal(made.Count, made.Distinct(StringComparer.Ordinal).Count());
        Assert.All(made, id => Assert.Equal(7, Guid.Parse(id).Version));
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
