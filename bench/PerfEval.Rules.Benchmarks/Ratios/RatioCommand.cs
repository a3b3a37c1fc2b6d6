using System.Globalization;
using PerfEval.Rules.Benchmarks.Measurements;

namespace PerfEval.Rules.Benchmarks.Ratios;

/// <summary><c>ratios [rounds] [part of a name]</c>: the aims that one process can show.</summary>
internal static class RatioCommand
{
    public static int Run(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 400;
        var wanted = args.Length > 1 ? args[1] : "";
        foreach (var contest in Contests().Where(contest => contest.Name.Contains(wanted, StringComparison.Ordinal)))
            Console.WriteLine(contest.Run(rounds));
        return 0;
    }

    private static IEnumerable<Contest> Contests()
    {
        var (scoring, evaluating, expressions) = (new Scoring(), new Evaluating(), new Expressions());
        scoring.Parse();
        yield return new("expression: capped ratio", () => expressions.CappedRatioHandWritten(), () => expressions.CappedRatio());
        yield return new("expression: steps", () => expressions.StepsHandWritten(), () => expressions.Steps());
        yield return new("scoring", () => scoring.HandWritten(), () => scoring.Engine());
        yield return new("scoring, with a scorecard", () => scoring.HandWritten(), () => scoring.EngineWithoutExplanation());
        yield return new("reading", () => evaluating.HandWrittenParse(), () => evaluating.EngineRead());
        yield return new("writing", () => evaluating.HandWrittenWrite(), () => evaluating.EngineWrite());
        yield return new("evaluating, explain=none", () => evaluating.HandWritten(), () => evaluating.EngineWithoutExplanation());
        yield return new("evaluating, explain=summary", () => evaluating.HandWritten(), () => evaluating.EngineWithSummary());
    }
}
