using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>What a department sent, read against one rubric. Immutable.</summary>
public sealed record Submission
{
    /// <summary>The rubric it was read against.</summary>
    public required CompiledRubric Rubric { get; init; }

    /// <summary>The department (部门/单位).</summary>
    public string? Department { get; init; }

    /// <summary>The project or other subject within the department.</summary>
    public string? Subject { get; init; }

    /// <summary>The period, e.g. <c>2021-06</c>.</summary>
    public string? Period { get; init; }

    /// <summary>
    /// The values by position in <see cref="CompiledRubric.Inputs"/>, defaults filled in. Numbers keep the scale they were written with.
    /// A value left out is missing with a gap of the input's name and its Min..Max.
    /// </summary>
    public required ImmutableArray<Value> Values { get; init; }

    /// <summary>Positions in <see cref="CompiledRubric.Inputs"/> whose default was taken.</summary>
    public ImmutableArray<int> Defaulted { get; init; } = [];

    /// <summary>Cells whose default was taken, by table and column in declared order.</summary>
    public ImmutableArray<DefaultedCells> DefaultedCells { get; init; } = [];

    /// <summary>Where the evidence for an input is found, by input name.</summary>
    public ImmutableSortedDictionary<string, string> Evidence { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Reasons for deviations (偏差原因), by rule code.</summary>
    public ImmutableSortedDictionary<string, string> Reasons { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What was reported beside the data, or null.</summary>
    public ReportedFigures? Reported { get; init; }

    /// <summary>What was kept as written although it does not fit its input; filing refuses it, every other use lists it as a finding.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Whether nothing was given for the input at this position of <see cref="CompiledRubric.Inputs"/>, a default taken or not.</summary>
    internal bool LeavesOut(int input) => Defaulted.Contains(input) || Values[input].IsAbsent;
}

/// <summary>The cells of one column whose default was taken.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Rows">Labels of their rows: the key, else the 1-based position; in order.</param>
public sealed record DefaultedCells(LinkedInput Table, LinkedInput Column, ImmutableArray<string> Rows);

/// <summary>What a report printed, to be reconciled with what the rule gives.</summary>
public sealed record ReportedFigures
{
    /// <summary>Scores by rule code, with the digits written.</summary>
    public ImmutableSortedDictionary<string, decimal> Scores { get; init; } = ImmutableSortedDictionary<string, decimal>.Empty;

    /// <summary>Values by param name, as written: <c>30%</c>, <c>32.06</c>.</summary>
    public ImmutableSortedDictionary<string, string> Values { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The total.</summary>
    public decimal? Total { get; init; }

    /// <summary>The grade.</summary>
    public string? Grade { get; init; }
}

/// <summary>Something found about a submission beside its score. Codes PF0001… are listed in docs/findings.md.</summary>
/// <param name="Path">JSON Pointer into the submission, e.g. <c>/data/项目/3/执行数</c>.</param>
public sealed record Finding(string Code, string Path, FindingSeverity Severity, Bilingual Message)
{
    /// <summary>Whether a reason is asked for that the submission does not give under a rule's code.</summary>
    public bool AsksForReasonOf(string ruleCode) => Code == "PF0008" && Path == JsonPointer.Append("/reasons", ruleCode);
}

/// <summary>How a finding weighs.</summary>
public enum FindingSeverity
{
    /// <summary>Worth a look.</summary>
    Notice,

    /// <summary>Probably wrong.</summary>
    Warning,

    /// <summary>Wrong.</summary>
    Error,
}

/// <summary>A fault for which a submission is refused; <c>Path</c> is a JSON Pointer into it.</summary>
public sealed record SubmissionFault(string Code, string Path, Bilingual Message);
