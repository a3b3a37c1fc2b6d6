namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>The rules of one evaluation: a forest, and all of them in one line, parents before their children.</summary>
internal sealed record RuleTree(List<RuleInstance> Top, List<RuleInstance> All)
{
    /// <summary>Whether every rule has a score or does not apply, so that nothing needs bounds.</summary>
    public bool IsSettled => All.TrueForAll(static rule => rule.Status is RuleStatus.Scored or RuleStatus.NotApplicable);
}
