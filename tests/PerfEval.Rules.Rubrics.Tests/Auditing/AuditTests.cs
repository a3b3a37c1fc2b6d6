using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Rubrics.Tests.Scoring;

namespace PerfEval.Rules.Rubrics.Tests.Auditing;

/// <summary>Small rubrics, small data and reported figures in; verdicts, slips and findings out.</summary>
public abstract class AuditTests : ScoringTests
{
    /// <summary>Audits the data and the reported figures and compares the one line that comes of it, written as <see cref="Write(Reconciliation)"/> does.</summary>
    protected static void CheckLine(string rubric, string data, string reported, string expected) =>
        Assert.Equal(expected, Write(Assert.Single(Audit(rubric, data, reported).Reconciliation)));

    protected static void CheckFindings(string rubric, string data, string reported, params string[] expected) =>
        Assert.Equal(expected, Audit(rubric, data, reported).Findings.Select(Write));

    protected static AuditResult Audit(string rubric, string data, string reported, AuditContext? context = null) => Audit(Compile(rubric), data, reported, context);

    private protected static AuditResult Audit(CompiledRubric rubric, string data, string reported, AuditContext? context = null) =>
        Auditor.Audit(Read(rubric, $$"""{"data": {{data}}, "reported": {{reported}}}"""), context);

    /// <summary><c>6 → 7.6 Differs -1.6 [FewerDigits]</c>; a range stands for what is computed where there is no single figure.</summary>
    protected static string Write(Reconciliation line)
    {
        var computed = line.Computed ?? (line.Range is { } range ? $"{UnitFigures.Write(range.Min)}..{UnitFigures.Write(range.Max)}" : "?");
        var difference = line.Difference is { } points ? " " + UnitFigures.Write(points) : "";
        return $"{line.Reported} → {computed} {line.Verdict}{difference}{(line.Slip is { } slip ? $" [{slip.Kind}]" : "")}";
    }

    protected static string Write(Finding finding) => $"{finding.Code} {finding.Path}: {finding.Message.En}";
}
