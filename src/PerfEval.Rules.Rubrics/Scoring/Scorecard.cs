using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;
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

/// <summary>Where a rule came to.</summary>
public enum RuleStatus
{
    /// <summary>It has a score.</summary>
    Scored,

    /// <summary>Something it needs is missing.</summary>
    Undetermined,

    /// <summary>It does not apply.</summary>
    NotApplicable,

    /// <summary>Its evaluation went wrong.</summary>
    Failed,
}

/// <summary>One rule of the scorecard.</summary>
public sealed record RuleScore
{
    /// <summary>Code, unique in the scorecard.</summary>
    public required string Code { get; init; }

    /// <summary>Name with its holes filled.</summary>
    public required string Name { get; init; }

    /// <summary>Kind.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>Printed weight; null for Information.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Weight after redistribution; null while undetermined, and for Information.</summary>
    public decimal? EffectiveWeight { get; init; }

    /// <summary>Points; null while Undetermined, Failed or NotApplicable.</summary>
    public decimal? Score { get; init; }

    /// <summary>What the score may still be; null for Information and what is not applicable.</summary>
    public ScoreRange? Range { get; init; }

    /// <summary>Status.</summary>
    public required RuleStatus Status { get; init; }

    /// <summary>A parent decided in its place; its points do not count.</summary>
    public bool Overruled { get; init; }

    /// <summary>Names of the inputs that leave it open.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Effective weight less score; null without a score, and for Bonus, Penalty and Information.</summary>
    public decimal? PointsLost { get; init; }

    /// <summary>One sentence: what was won or lost and why.</summary>
    public required Bilingual Why { get; init; }

    /// <summary>The expression with its figures put in, on one line; null with <see cref="ExplainLevel.None"/>.</summary>
    public string? Figures { get; init; }

    /// <summary>Every sub-expression with its value; with <see cref="ExplainLevel.Tree"/> only.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>Grade of a group, with GradeGroups.</summary>
    public string? Grade { get; init; }

    /// <summary>The value of an Information rule.</summary>
    public ShownValue? Value { get; init; }

    /// <summary>Children in order.</summary>
    public ImmutableArray<RuleScore> Rules { get; init; } = [];

    /// <summary>Its first properties as JSON, if they are as the rubric has them.</summary>
    internal RuleHead? Head { get; init; }
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

/// <summary>Where a check came to.</summary>
public enum CheckStatus
{
    /// <summary>It holds.</summary>
    Passed,

    /// <summary>It does not hold.</summary>
    Failed,

    /// <summary>Its When is false.</summary>
    Skipped,

    /// <summary>Something it needs is missing.</summary>
    Undetermined,
}

/// <summary>One check, or one row of one.</summary>
public sealed record CheckResult
{
    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Key or 1-based position of the row, for a check per row.</summary>
    public string? Row { get; init; }

    /// <summary>Status.</summary>
    public required CheckStatus Status { get; init; }

    /// <summary>Severity.</summary>
    public required CheckSeverity Severity { get; init; }

    /// <summary>Left side of the comparison, for a failed comparison of numbers.</summary>
    public decimal? Left { get; init; }

    /// <summary>Right side.</summary>
    public decimal? Right { get; init; }

    /// <summary>|left − right|.</summary>
    public decimal? Difference { get; init; }

    /// <summary>The unit that the three figures are written in; null: none.</summary>
    public string? Unit { get; init; }

    /// <summary>What is wrong, or what is missing.</summary>
    public Bilingual? Message { get; init; }
}

/// <summary>What was reported against what the rule gives.</summary>
public sealed record AuditResult
{
    /// <summary>One line per reported figure, in the order scores, values, total, grade.</summary>
    public ImmutableArray<Reconciliation> Reconciliation { get; init; } = [];

    /// <summary>Findings.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

/// <summary>The verdict on a reported figure.</summary>
public enum Verdict
{
    /// <summary>The rule gives the same.</summary>
    Agrees,

    /// <summary>The inputs' own rounding explains the difference.</summary>
    WithinRounding,

    /// <summary>The rule gives something else.</summary>
    Differs,

    /// <summary>What the rule needs is missing.</summary>
    CannotDerive,
}

/// <summary>One reported figure reconciled.</summary>
/// <param name="What"><c>score</c>, <c>value</c>, <c>total</c> or <c>grade</c>.</param>
/// <param name="Code">Rule code or param name; null for total and grade.</param>
/// <param name="Reported">As written.</param>
/// <param name="Computed">What the rule gives, written the same way; null where it gives no single one.</param>
public sealed record Reconciliation(string What, string? Code, string Reported, string? Computed, Verdict Verdict)
{
    /// <summary>JSON Pointer of the reported figure in the submission: <c>/reported/scores/LH15</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>The rule's name, for a score; else null.</summary>
    public string? Name { get; init; }

    /// <summary>What the score or total may be, where the rule gives no single one or the inputs' rounding explains the difference; else null.</summary>
    public ScoreRange? Range { get; init; }

    /// <summary>Reported less computed, for numbers that differ.</summary>
    public decimal? Difference { get; init; }

    /// <summary>The known slip that reproduces the reported figure, or null.</summary>
    public Slip? Slip { get; init; }

    /// <summary>What else there is to say: that the rule does not apply or fails, or within which range a value lies.</summary>
    public Bilingual? Why { get; init; }

    /// <summary>Names of the missing inputs.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];
}

/// <summary>A mistake that would give just the reported figure.</summary>
/// <param name="Message">What was probably done, with names and figures.</param>
public sealed record Slip(SlipKind Kind, Bilingual Message);

/// <summary>The mistakes that are looked for, in this order; the first that reproduces the reported figure is named.</summary>
public enum SlipKind
{
    /// <summary>The difference of a sum comes from its reported parts.</summary>
    FromParts,

    /// <summary>Not rounded as the rubric says.</summary>
    Unrounded,

    /// <summary>Rounded to fewer digits than the rubric says.</summary>
    FewerDigits,

    /// <summary>Cut off where it should be rounded.</summary>
    Truncated,

    /// <summary>A cap or floor left out.</summary>
    CapMissing,

    /// <summary>One amount of money in place of another: the initial for the adjusted budget.</summary>
    OtherInput,

    /// <summary>Two amounts of money exchanged.</summary>
    Exchanged,

    /// <summary>The points of the neighbouring band.</summary>
    NeighbouringBand,

    /// <summary>What another version of the rubric gives.</summary>
    OtherVersion,
}
