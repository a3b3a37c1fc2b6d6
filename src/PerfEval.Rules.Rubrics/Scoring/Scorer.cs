using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>Submission to scorecard. Pure.</summary>
public static class Scorer
{
    /// <summary>Scores a submission under the rubric it was read against.</summary>
    public static Scorecard Score(Submission submission, ExplainLevel explain = ExplainLevel.Summary) => throw new NotSupportedException();
}
