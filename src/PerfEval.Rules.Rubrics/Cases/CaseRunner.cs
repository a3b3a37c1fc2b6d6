using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Cases;

/// <summary>Runs test cases against rubrics. Pure: the same result for the same case and rubric.</summary>
public static class CaseRunner
{
    /// <summary>
    /// Reads the submission against the rubric, scores it, and compares what the case names. A case that is not for this version is run all the same:
    /// see <see cref="TestCase.AppliesTo"/>.
    /// </summary>
    public static CaseResult Run(CompiledRubric rubric, TestCase testCase)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(testCase);
        var reading = SubmissionReader.Read(testCase.Submission.Span, rubric);
        var decision = Filing.Decide(reading, ExplainLevel.None);
        var comparison = new CaseComparison(testCase.Expect);
        if (decision.Scorecard is { } scorecard && reading.Submission is { } submission)
            comparison.CompareScorecard(submission, scorecard);
        else
            comparison.CompareUnscored(reading.Faults);
        comparison.CompareRejected(decision.Refusals);
        return new(testCase, rubric.Document.Version, comparison.Differences);
    }
}
