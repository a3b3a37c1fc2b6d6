using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>Findings for rules whose ReasonWhen holds and for which no reason was given.</summary>
internal static class ReasonFindings
{
    public static IEnumerable<Finding> Of(Evaluation evaluation, RuleTree rules)
    {
        foreach (var rule in rules.All)
        {
            if (rule.Rule.ReasonWhen is not { } when || evaluation.Submission.Reasons.ContainsKey(rule.Code))
                continue;
            evaluation.EnterWithParents(rule);
            if (rule.Rule.ScoreSymbol is { } symbol)
                evaluation.Frame.Slots[symbol.Slot] = rule.Score is { } score ? Value.Of(score) : Value.Missing(rule.Missing);
            if (when.Evaluate(evaluation.Frame).IsTrue)
                yield return FindingCatalogue.ReasonNotGiven(rule.Code, rule.Name);
        }
    }
}
