using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Tests.Evaluation;

/// <summary>Numbers out of a range, its ends and their neighbours above all: that is where mistakes live.</summary>
internal static class Samples
{
    public static decimal In(Interval range, Random random)
    {
        var low = range.Low ?? (range.High ?? 0) - 1_000;
        var high = range.High ?? (range.Low ?? 0) + 1_000;
        decimal[] candidates =
        [
            low, high, low + 0.0000000000000000000001m, high - 0.0000000000000000000001m, low + 0.01m, high - 0.01m,
            (low + high) / 2, low + ((high - low) * random.Next(1001) / 1000), 0, 1,
        ];
        var fitting = candidates.Where(range.Contains).ToArray();
        return fitting[random.Next(fitting.Length)];
    }
}
