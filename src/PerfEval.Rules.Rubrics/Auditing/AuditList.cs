using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>Everything that an auditor has to look at in one scorecard, as one list: figures that do not agree, checks that fail, findings.</summary>
public static class AuditList
{
    /// <summary>The entries, in the order figures, checks, findings. Figures that agree and checks that pass are left out.</summary>
    public static ImmutableArray<AuditEntry> Of(Scorecard scorecard) =>
    [
        .. scorecard.Audit.Reconciliation.Where(line => line.Verdict != Verdict.Agrees).Select(OfFigure),
        .. scorecard.Checks.Where(check => check.Status == CheckStatus.Failed).Select(OfCheck),
        .. scorecard.Audit.Findings.Select(finding => new AuditEntry("finding", finding.Path, finding.Severity.ToString()) { Code = finding.Code, Message = finding.Message }),
    ];

    private static AuditEntry OfFigure(Reconciliation line) => new(line.What, line.Path, line.Verdict.ToString())
    {
        Code = line.Code,
        Name = line.Name,
        Reported = line.Reported,
        Computed = line.Computed ?? (line.Range is { } range ? $"{UnitFigures.Write(FigureWriter.Points(range.Min))}–{UnitFigures.Write(FigureWriter.Points(range.Max))}" : null),
        Slip = line.Slip?.Kind,
        Message = line.Slip?.Message ?? line.Why ?? FindReason(line),
    };

    private static AuditEntry OfCheck(CheckResult check) => new("check", "", check.Severity.ToString())
    {
        Code = check.Row is null ? check.Code : $"{check.Code}[{check.Row}]",
        Name = check.Name,
        Reported = Write(check.Left, check.Unit),
        Computed = Write(check.Right, check.Unit),
        Message = check.Message,
    };

    private static string? Write(decimal? figure, string? unit) => figure is { } number ? UnitFigures.Write(FigureWriter.Points(number)) + unit : null;

    // What is missing does not excuse a figure that no value of it would give.
    private static Bilingual? FindReason(Reconciliation line) => line switch
    {
        { Verdict: Verdict.Differs, Computed: null, Range: not null } => new("超出可能的范围", "outside the range it may lie in"),
        { Missing.IsEmpty: false } => Lacks(line.Missing),
        _ => null,
    };

    // An input of which only a bound is given is not missing: it is not known exactly.
    private static Bilingual Lacks(ImmutableArray<string> names) => new($"缺少确切数据：{string.Join('、', names)}", $"not known exactly: {string.Join(", ", names)}");
}

/// <summary>One thing that an auditor has to look at.</summary>
/// <param name="What"><c>score</c>, <c>value</c>, <c>total</c>, <c>grade</c>, <c>check</c> or <c>finding</c>.</param>
/// <param name="Path">JSON Pointer into the submission; empty for a check.</param>
/// <param name="Verdict">The verdict on a figure, the severity of a check or finding.</param>
public sealed record AuditEntry(string What, string Path, string Verdict)
{
    /// <summary>Rule code, value name, check code with its row, or finding code; null for total and grade.</summary>
    public string? Code { get; init; }

    /// <summary>Name of the rule or check.</summary>
    public string? Name { get; init; }

    /// <summary>As reported; of a check, its left side.</summary>
    public string? Reported { get; init; }

    /// <summary>As computed, or the range it may lie in; of a check, its right side.</summary>
    public string? Computed { get; init; }

    /// <summary>The slip that reproduces the reported figure.</summary>
    public SlipKind? Slip { get; init; }

    /// <summary>The slip, the reason, what is missing or what was found.</summary>
    public Bilingual? Message { get; init; }
}
