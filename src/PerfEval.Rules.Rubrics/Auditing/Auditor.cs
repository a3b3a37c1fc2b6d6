using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>
/// Audits a submission (稽核): what was reported against what the rule gives, and what is found without being declared. Pure; beside the score, never part of it.
/// </summary>
public static class Auditor
{
    /// <summary>Scores and audits a submission, as <see cref="Scorer.Score"/> does, for callers that have the scorecard already.</summary>
    public static AuditResult Audit(Submission submission, AuditContext? context = null) => Scorer.Score(submission, ExplainLevel.None, context).Audit;

    internal static AuditResult Audit(ScoringRun run, Scorecard scorecard, AuditContext context)
    {
        var submission = run.Evaluation.Submission;
        var audit = (submission.Reported, submission.Reasons.IsEmpty) switch
        {
            (null, true) => new() { Findings = submission.Findings },
            (null, false) => new Reconciler(submission, scorecard).Reconcile(),
            _ => new Reconciler(submission, scorecard, new RoundingRanges(submission), new SlipFinder(run, context)).Reconcile(),
        };
        return audit with
        {
            Findings =
            [
                .. audit.Findings,
                .. ReportedFindings.Of(run),
                .. IndicatorFindings.Of(run),
                .. StoredFindings.Of(submission, context.Stored),
                .. ReasonFindings.Of(run.Evaluation, run.Rules),
            ],
        };
    }
}
