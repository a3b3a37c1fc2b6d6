using System.Collections.Immutable;

namespace PerfEval.Rules.Rubrics.Documents;

// The rubric document as written: one record per JSON object, in the order of its properties in canonical JSON.
// What is absent is null or empty; defaults are applied where the document is linked, so that the canonical form keeps what was written.

/// <summary>A text of the document with the place it was read from.</summary>
/// <param name="Text">The text; the lines of an array joined by newlines.</param>
/// <param name="Path">JSON Pointer of the property, e.g. <c>/Rules/0/Rules/2/Score</c>; empty for a text made in memory.</param>
public sealed record SourcedText(string Text, string Path)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A rubric (指标体系): the weighted tree of indicators of one region, year and scope, with all that scoring needs.</summary>
public sealed record Rubric
{
    /// <summary><c>region/year/scope</c>.</summary>
    public required string WorkflowName { get; init; }

    /// <summary>Title as printed.</summary>
    public string? Title { get; init; }

    /// <summary>Description (说明).</summary>
    public string? Description { get; init; }

    /// <summary>The document and table it was taken from.</summary>
    public string? Source { get; init; }

    /// <summary>The region it is for.</summary>
    public required Region Region { get; init; }

    /// <summary>The year it is for.</summary>
    public required int Year { get; init; }

    /// <summary><c>department</c>, <c>project</c>, <c>monitoring</c>, <c>accounts</c>, with a variant after a dot.</summary>
    public required string Scope { get; init; }

    /// <summary>Semantic version.</summary>
    public required string Version { get; init; }

    /// <summary>The version it replaces.</summary>
    public string? Supersedes { get; init; }

    /// <summary>What changed and why.</summary>
    public string? ChangeNote { get; init; }

    /// <summary>From when it is in force; default: its publication.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Full score (满分), default 100.</summary>
    public decimal? FullScore { get; init; }

    /// <summary>How leaves, total and redistributed weights are rounded.</summary>
    public RoundingRules? Rounding { get; init; }

    /// <summary>What becomes of the weight of what is not applicable; default Rescale.</summary>
    public NotApplicablePolicy? NotApplicable { get; init; }

    /// <summary>Bounds of the total; default 0..FullScore.</summary>
    public TotalRange? TotalRange { get; init; }

    /// <summary>Grades (等级), descending.</summary>
    public ImmutableArray<Grade> Grades { get; init; } = [];

    /// <summary>Whether every parent is graded too.</summary>
    public bool? GradeGroups { get; init; }

    /// <summary>Rubric-wide vetoes (一票否决).</summary>
    public ImmutableArray<Override> Overrides { get; init; } = [];

    /// <summary>Constant look-up tables.</summary>
    public ImmutableArray<TableDefinition> Tables { get; init; } = [];

    /// <summary>Qualitative scales (定性分档).</summary>
    public ImmutableArray<Scale> Scales { get; init; } = [];

    /// <summary>Everything that a submission may contain.</summary>
    public ImmutableArray<Input> Inputs { get; init; } = [];

    /// <summary>Named values.</summary>
    public ImmutableArray<Param> GlobalParams { get; init; } = [];

    /// <summary>Checks (勾稽关系).</summary>
    public ImmutableArray<Check> Checks { get; init; } = [];

    /// <summary>The indicator tree (指标).</summary>
    public ImmutableArray<Rule> Rules { get; init; } = [];
}

/// <summary>A region by its GB/T 2260 code.</summary>
public sealed record Region(string Code, string? Name);

/// <summary>How numbers are rounded, one entry per place; null: the default of 2 digits, HalfUp.</summary>
public sealed record RoundingRules
{
    /// <summary>Leaves and parents with a Score of their own.</summary>
    public RoundingRule? Rule { get; init; }

    /// <summary><c>"Rule": null</c> was written: rules stay unrounded.</summary>
    public bool KeepsRulesUnrounded { get; init; }

    /// <summary>The total.</summary>
    public RoundingRule? Total { get; init; }

    /// <summary>Redistributed weights.</summary>
    public RoundingRule? Weight { get; init; }
}

/// <summary>Digits behind the point, 0..10, default 2, and the mode.</summary>
public sealed record RoundingRule(int? Digits, RoundingMode? Mode);

/// <summary>How a half is rounded.</summary>
public enum RoundingMode
{
    /// <summary>四舍五入: half away from zero.</summary>
    HalfUp,

    /// <summary>Half to the even neighbour.</summary>
    HalfEven,

    /// <summary>Towards zero.</summary>
    Down,
}

/// <summary>What becomes of the weight of rules that are not applicable.</summary>
public enum NotApplicablePolicy
{
    /// <summary>The base is scaled to FullScore.</summary>
    Rescale,

    /// <summary>Total and full score both shrink.</summary>
    Exclude,
}

/// <summary>Bounds of the total: by default 0 and FullScore.</summary>
public sealed record TotalRange(decimal? Min, decimal? Max);

/// <summary>A grade; From is inclusive.</summary>
public sealed record Grade(string Name, decimal From);

/// <summary>A rubric-wide veto.</summary>
public sealed record Override(string Name, SourcedText When, decimal? MaxTotal, string? Grade, SourcedText? Message);

/// <summary>A constant table; cells as JSON-decoded scalars: string, decimal, bool or null.</summary>
public sealed record TableDefinition(string Name, string? Key, ImmutableArray<TableColumn> Columns, ImmutableArray<ImmutableArray<object?>> Rows)
{
    /// <summary>JSON Pointer of the table.</summary>
    public string Path { get; init; } = "";
}

/// <summary>A column of a constant table.</summary>
public sealed record TableColumn(string Name, InputType? Type, string? Unit);

/// <summary>A qualitative scale.</summary>
public sealed record Scale(string Name, ImmutableArray<Band> Bands)
{
    /// <summary>JSON Pointer of the scale.</summary>
    public string Path { get; init; } = "";
}

/// <summary>One band: shares of Weight between From and To, 0..1; by default From is included and To is not, but for 1.</summary>
public sealed record Band(string Name, decimal From, decimal To, bool? FromIncluded, bool? ToIncluded);

/// <summary>A named value.</summary>
public sealed record Param(string Name, SourcedText Expression, string? Unit, int? Digits, string? Description)
{
    /// <summary>JSON Pointer of the param.</summary>
    public string Path { get; init; } = "";
}
