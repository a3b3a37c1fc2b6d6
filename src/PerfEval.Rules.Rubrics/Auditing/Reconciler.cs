using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>What was reported against what the rule gives.</summary>
public static class Reconciler
{
    /// <summary>One line per reported figure, and the submission's findings.</summary>
    public static AuditResult Reconcile(Submission submission, Scorecard scorecard) => new() { Findings = submission.Findings };
}
