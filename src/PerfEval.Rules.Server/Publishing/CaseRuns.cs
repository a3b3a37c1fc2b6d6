using System.Collections.Immutable;
using System.Text;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Publishing;

/// <summary>Runs the cases of a draft.</summary>
internal static class CaseRuns
{
    public static CaseRun Run(CompiledRubric rubric, StoredCase stored)
    {
        var reading = CaseReader.Read(Encoding.UTF8.GetBytes(stored.Text));
        if (reading.Case is not { } testCase)
            return new(stored.Name, CaseOutcome.Unreadable, [], reading.Diagnostics);
        if (!testCase.AppliesTo(rubric.Document.Version))
            return new(stored.Name, CaseOutcome.Skipped, [], []);
        var result = CaseRunner.Run(rubric, testCase);
        var outcome = result.Passed ? CaseOutcome.Passed : CaseOutcome.Failed;
        return new(stored.Name, outcome, result.Differences, []) { Leaves = LeavesOf(rubric, testCase.Submission) };
    }

    /// <summary>Which rules the cases score.</summary>
    public static CaseCoverage Cover(CompiledRubric rubric, ImmutableArray<CaseRun> runs)
    {
        var leaves = runs.SelectMany(run => run.Leaves).ToList();
        if (leaves.Count == 0)
            leaves = [.. LeavesOf(rubric, "{}"u8.ToArray())];
        var scored = leaves.Where(leaf => leaf.IsScored).Select(leaf => leaf.Code).ToHashSet(StringComparer.Ordinal);
        var codes = leaves.Select(leaf => leaf.Code).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return new(codes.Length, [.. codes.Where(code => !scored.Contains(code))]);
    }

    private static ImmutableArray<ScoredLeaf> LeavesOf(CompiledRubric rubric, ReadOnlyMemory<byte> data) =>
        SubmissionReader.Read(data.Span, rubric).Submission is { } submission
            ? [.. Leaves(Scorer.Score(submission, ExplainLevel.None).Rules)]
            : [];

    private static IEnumerable<ScoredLeaf> Leaves(ImmutableArray<RuleScore> rules) => rules.SelectMany(rule =>
        rule.Rules.IsEmpty ? [new ScoredLeaf(rule.Code, rule.Status == RuleStatus.Scored)] : Leaves(rule.Rules));
}

/// <summary>A rule without children in the scorecard of a case.</summary>
public readonly record struct ScoredLeaf(string Code, bool IsScored);

/// <summary>Which rules the cases of a draft score (覆盖).</summary>
/// <param name="Rules">How many rules without children the scorecards show; those made per row count each.</param>
/// <param name="Untested">Codes of those that no case gives a score.</param>
public sealed record CaseCoverage(int Rules, ImmutableArray<string> Untested);
