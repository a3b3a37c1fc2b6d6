using System.Text;
using PerfEval.Rules.Rubrics.Analysis;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Publishing;

/// <summary>Runs the cases of a draft.</summary>
internal static class CaseRuns
{
    public static CaseRun Run(CompiledRubric rubric, StoredCase stored)
    {
        var reading = CaseReader.Read(Encoding.UTF8.GetBytes(stored.Text));
        if (reading.Case is not { } testCase)
            return new(stored.Name, CaseOutcome.Unreadable, [], reading.Diagnostics);
        if (!testCase.AppliesTo(rubric.Document.Version))
            return new(stored.Name, CaseOutcome.Skipped, [], []) { Title = testCase.Name };
        var result = CaseRunner.Run(rubric, testCase);
        return new(stored.Name, result.Passed ? CaseOutcome.Passed : CaseOutcome.Failed, result.Differences, []) { Title = testCase.Name, Case = testCase };
    }

    /// <summary>What of the rubric the cases reach; null while it is unsound.</summary>
    public static RubricCoverage? Cover(DraftCheck check) =>
        check.Rubric is { } rubric ? RubricCoverage.Of(rubric, check.Cases.Select(run => run.Case).OfType<TestCase>()) : null;
}
