using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>What a rubric may give when every input is only known as far as its written digits go. Scored when first asked for.</summary>
internal sealed class RoundingRanges(Submission submission)
{
    private ScoringRun Run => field ??= Scorer.Pass(WrittenIntervals.Widen(submission));

    /// <summary>The rule's score; null where the rule has none.</summary>
    public ScoreRange? FindScore(string code) => Run.ByCode.GetValueOrDefault(code)?.Range;

    /// <summary>The total.</summary>
    public ScoreRange? FindTotal() => Run.Outcome.Range;

    /// <summary>A shown value or an input, in the kept unit; null where nothing is known of it.</summary>
    public Interval? FindValue(string name)
    {
        var inputs = submission.Rubric.InputsByName;
        if (Run.FindSource(name) is { } source)
            return Run.Evaluation.BoundsOf(source.Expression, source.Rule).Numbers;
        if (!inputs.TryGetValue(name, out var input))
            return null;
        var value = Run.Evaluation.Submission.Values[submission.Rubric.Inputs.IndexOf(input)];
        return value.IsMissing && value.Absence.Gaps is [var gap] ? gap.Range : value.Kind == ValueKind.Number ? Interval.Point(value.Number) : null;
    }
}
