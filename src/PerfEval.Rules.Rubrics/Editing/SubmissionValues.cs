using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Editing;

/// <summary>The values of a submission as the expressions of a rule see them.</summary>
public static class SubmissionValues
{
    /// <summary>
    /// A frame with inputs, params, tables, the rule's own names and, for checks and overrides, the total. For a rule that is repeated per row, its first row's.
    /// Fits the <see cref="RubricEditor"/> whose <see cref="RubricEditor.Rubric"/> the submission was read against.
    /// </summary>
    /// <param name="path">JSON Pointer of the expression or of anything within its rule.</param>
    public static Frame At(Submission submission, string path)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(path);
        var (_, evaluation, rules) = Scorer.Run(submission, ExplainLevel.None);
        foreach (var instance in rules.All.Where(rule => path.StartsWith(rule.Rule.Definition.Path + "/", StringComparison.Ordinal)).GroupBy(rule => rule.Rule).Select(rows => rows.First()))
            evaluation.Enter(instance);
        return evaluation.Frame;
    }
}
