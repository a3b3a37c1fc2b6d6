using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>
/// Submission to scorecard. Pure: no clock, no I/O, nothing remembered between calls; safe to call from many threads.
/// </summary>
public static class Scorer
{
    /// <summary>Scores a submission under the rubric it was read against.</summary>
    /// <param name="context">What the audit may compare with beside the submission; null: nothing.</param>
    public static Scorecard Score(Submission submission, ExplainLevel explain = ExplainLevel.Summary, AuditContext? context = null) => Run(submission, explain, context).Card;

    internal static (Scorecard Card, Evaluation Evaluation, RuleTree Rules) Run(Submission submission, ExplainLevel explain, AuditContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var run = Pass(submission);
        var card = new ScorecardBuilder(run.Evaluation, explain).Build(run.Rules, run.Outcome);
        return (card with { Audit = Auditor.Audit(run, card, context ?? AuditContext.None) }, run.Evaluation, run.Rules);
    }

    /// <summary>All that comes before words: every pass over the rules, and the outcome.</summary>
    internal static ScoringRun Pass(Submission submission)
    {
        var evaluation = new Evaluation(submission);
        var rules = new InstanceTree(evaluation).Grow();
        new RuleScorer(evaluation).Score(rules.Top);
        FindRanges(evaluation, rules);
        return new(evaluation, rules, OutcomeScorer.Score(evaluation, rules));
    }

    // A rule that is settled may still rest on `??` or `has` over an input that another rule waits for: so everything is bounded anew once something is open.
    private static void FindRanges(Evaluation evaluation, RuleTree rules)
    {
        if (rules.IsSettled)
        {
            foreach (var rule in rules.All)
                rule.Range = rule is { Status: RuleStatus.Scored, Score: { } score } ? new(score, score) : null;
            return;
        }

        evaluation.Suppose([.. rules.All.SelectMany(rule => rule.Missing.Gaps).Select(gap => gap.Name)]);
        new RangeScorer(evaluation).FindRanges(rules.Top);
    }
}
