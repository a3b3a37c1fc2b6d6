using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>
/// A submission scored: every point won or lost, with the reason. A pure function of rubric content, submission and explain level.
/// </summary>
public sealed record Scorecard
{
    /// <summary>The rubric it was scored under.</summary>
    public required RubricReference Rubric { get; init; }

    /// <inheritdoc cref="Submission.Department"/>
    public string? Department { get; init; }

    /// <inheritdoc cref="Submission.Subject"/>
    public string? Subject { get; init; }

    /// <inheritdoc cref="Submission.Period"/>
    public string? Period { get; init; }

    /// <summary>Whether every required input is present.</summary>
    public required bool Complete { get; init; }

    /// <summary>Whether the rubric scores at all: false for a document without weights.</summary>
    public required bool IsScored { get; init; }

    /// <summary>The total; null where it has no single value.</summary>
    public decimal? Total { get; init; }

    /// <summary>The full score, after exclusion; null for a rubric that does not score.</summary>
    public decimal? FullScore { get; init; }

    /// <summary>What the total may still be; null for a rubric that does not score, or when nothing is applicable.</summary>
    public ScoreRange? Range { get; init; }

    /// <summary>The grade; null without a single one.</summary>
    public string? Grade { get; init; }

    /// <summary>The indicator tree, ForEach expanded, disabled rules left out.</summary>
    public required ImmutableArray<RuleScore> Rules { get; init; }

    /// <summary>Every param, Information rule and default used.</summary>
    public ImmutableArray<ShownValue> Values { get; init; } = [];

    /// <summary>The overrides that hold.</summary>
    public ImmutableArray<OverrideResult> Overrides { get; init; } = [];

    /// <summary>The checks.</summary>
    public ImmutableArray<CheckResult> Checks { get; init; } = [];

    /// <summary>What was reported against what the rule gives, and findings.</summary>
    public AuditResult Audit { get; init; } = new();
}

/// <summary>Which rubric: name, version and content hash.</summary>
public sealed record RubricReference(string Name, string Version, string Hash);

/// <summary>A closed range of points.</summary>
public readonly record struct ScoreRange(decimal Min, decimal Max)
{
    /// <summary>Whether it is one number.</summary>
    public bool IsPoint => Min == Max;
}

/// <summary>How much of the reasoning the scorecard carries.</summary>
public enum ExplainLevel
{
    /// <summary>Scores and sentences.</summary>
    None,

    /// <summary>Also the figures on one line.</summary>
    Summary,

    /// <summary>Also every sub-expression.</summary>
    Tree,
}

/// <summary>A value shown beside the scores.</summary>
/// <param name="Name">Param, Information rule or input.</param>
/// <param name="Value">In the kept unit.</param>
/// <param name="Format">The unit it is written in.</param>
/// <param name="IsDefault">A default that was taken.</param>
public sealed record ShownValue(string Name, Value Value, NumberFormat? Format, string? Figures, bool IsDefault)
{
    /// <summary>Labels of the rows in which the default of a column was taken; empty but for a column, whose name is <c>table.column</c>.</summary>
    public ImmutableArray<string> Rows { get; init; } = [];
}

/// <summary>An override that holds.</summary>
public sealed record OverrideResult(string Name, RuleStatus Status, decimal? MaxTotal, string? Grade, string? Message)
{
    /// <summary>Names of the inputs that leave it open.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];
}
