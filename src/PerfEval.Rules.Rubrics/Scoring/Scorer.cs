using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>
/// Submission to scorecard. Pure: no clock, no I/O, nothing remembered between calls; safe to call from many threads.
/// </summary>
public static class Scorer
{
    /// <summary>Scores a submission under the rubric it was read against.</summary>
    public static Scorecard Score(Submission submission, ExplainLevel explain = ExplainLevel.Summary) => Run(submission, explain).Card;

    internal static (Scorecard Card, Evaluation Evaluation, List<RuleInstance> Rules) Run(Submission submission, ExplainLevel explain)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var evaluation = new Evaluation(submission);
        var rules = new InstanceTree(evaluation).Grow();
        new RuleScorer(evaluation).Score(rules);
        FindRanges(evaluation, rules);
        var outcome = OutcomeScorer.Score(evaluation, rules);
        var card = new ScorecardBuilder(evaluation, explain).Build(rules, outcome);
        var audit = Reconciler.Reconcile(submission, card);
        return (card with { Audit = audit with { Findings = [.. audit.Findings, .. ReasonFindings.Of(evaluation, rules)] } }, evaluation, rules);
    }

    // A rule that is settled may still rest on `??` or `has` over an input that another rule waits for: so everything is bounded anew once something is open.
    private static void FindRanges(Evaluation evaluation, List<RuleInstance> rules)
    {
        var all = rules.SelectMany(rule => rule.Subtree()).ToList();
        if (all.TrueForAll(rule => rule.Status is RuleStatus.Scored or RuleStatus.NotApplicable))
        {
            foreach (var rule in all.Where(rule => rule is { Status: RuleStatus.Scored, Score: not null }))
                rule.Range = new(rule.Score!.Value, rule.Score.Value); // filtered above
            return;
        }

        evaluation.Suppose([.. all.SelectMany(rule => rule.Missing.Gaps).Select(gap => gap.Name)]);
        new RangeScorer(evaluation).FindRanges(rules);
    }
}
