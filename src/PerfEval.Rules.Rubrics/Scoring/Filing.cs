using System.Collections.Frozen;
using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>Decides whether a submission may be filed: stricter than scoring it, which makes do with what there is.</summary>
public static class Filing
{
    /// <summary>
    /// Scores a submission and lists everything for which filing refuses it: faults of reading, required inputs that are absent
    /// (RequiredWhen heard, inputs of Optional rules left out as a whole excused), failed checks of severity Reject.
    /// </summary>
    /// <param name="context">What the audit may compare with beside the submission; null: nothing.</param>
    public static FilingDecision Decide(SubmissionReading reading, ExplainLevel explain = ExplainLevel.Summary, AuditContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Submission is not { } submission || !reading.Faults.IsEmpty)
            return new(null, reading.Faults);
        var (card, evaluation, rules) = Scorer.Run(submission, explain, context);
        var excused = Excused(evaluation, rules);
        var rejected = card.Checks
            .Where(check => check is { Severity: CheckSeverity.Reject, Status: CheckStatus.Failed })
            .Select(check => SubmissionFaults.Rejected(check.Code, check.Row, check.Message ?? Bilingual.Same(check.Name)));
        return new(card, [.. FilingRules.Refusals(reading, excused, evaluation.Frame), .. rejected]);
    }

    /// <summary>The inputs of Optional rules that are left out as a whole.</summary>
    internal static FrozenSet<string> Excused(Evaluation evaluation, RuleTree rules)
    {
        if (!rules.All.Exists(evaluation.IsLeftOut))
            return [];
        var inputs = rules.All.Where(evaluation.IsLeftOut).SelectMany(rule => rule.Rule.OwnInputs);
        return inputs.Select(i => evaluation.Rubric.Inputs[i].Name).ToFrozenSet(StringComparer.Ordinal);
    }
}

/// <summary>Whether a submission may be filed.</summary>
/// <param name="Scorecard">Its scorecard; null when it could not be read.</param>
/// <param name="Refusals">Why not; empty: it may.</param>
public sealed record FilingDecision(Scorecard? Scorecard, ImmutableArray<SubmissionFault> Refusals);
