using System.Collections.Immutable;

namespace PerfEval.Rules.Rubrics.Documents;

/// <summary>What a rule does to the total.</summary>
public enum RuleKind
{
    /// <summary>Its weight is part of FullScore.</summary>
    Scored,

    /// <summary>Adds points outside FullScore.</summary>
    Bonus,

    /// <summary>Takes points outside FullScore.</summary>
    Penalty,

    /// <summary>Shown, never counted.</summary>
    Information,
}

/// <summary>What becomes of the weight of this rule when it is not applicable.</summary>
public enum WhenNotApplicable
{
    /// <summary>It goes to the siblings.</summary>
    Redistribute,

    /// <summary>It counts as fully earned.</summary>
    Full,
}

/// <summary>How an expression is written.</summary>
public enum RuleExpressionType
{
    /// <summary>The expression language.</summary>
    LambdaExpression,

    /// <summary>A C# script.</summary>
    CSharpScript,
}

/// <summary>An indicator (指标) or a group of indicators.</summary>
public sealed record Rule
{
    /// <summary>Name as printed; may have <c>$(…)</c> holes.</summary>
    public required SourcedText RuleName { get; init; }

    /// <summary>Stable key; may have <c>$(…)</c> holes.</summary>
    public SourcedText? Code { get; init; }

    /// <summary>Points (分值), as a number.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Points per row of a ForEach, as an expression.</summary>
    public SourcedText? WeightExpression { get; init; }

    /// <summary>Lowest score; default 0.</summary>
    public decimal? Min { get; init; }

    /// <summary>指标说明, as printed.</summary>
    public string? Description { get; init; }

    /// <summary>评分标准, as printed.</summary>
    public string? Criteria { get; init; }

    /// <summary>Default Scored.</summary>
    public RuleKind? Kind { get; init; }

    /// <summary>Expression that gives points.</summary>
    public SourcedText? Score { get; init; }

    /// <summary>Expression that is true for the full weight; of an Information, any type.</summary>
    public SourcedText? Expression { get; init; }

    /// <summary>The assessor gives the score.</summary>
    public Judged? Judged { get; init; }

    /// <summary>When it does not apply.</summary>
    public SourcedText? NotApplicableWhen { get; init; }

    /// <summary>When it earns nothing (否决).</summary>
    public SourcedText? ZeroWhen { get; init; }

    /// <summary>When it earns all.</summary>
    public SourcedText? FullWhen { get; init; }

    /// <summary>In place of the rubric's policy.</summary>
    public WhenNotApplicable? WhenNotApplicable { get; init; }

    /// <summary>Table whose rows it is repeated for.</summary>
    public SourcedText? ForEach { get; init; }

    /// <summary>When a reason is asked for.</summary>
    public SourcedText? ReasonWhen { get; init; }

    /// <summary>May be left out as a whole.</summary>
    public bool? Optional { get; init; }

    /// <summary>Named values for the rule and its children.</summary>
    public ImmutableArray<Param> LocalParams { get; init; } = [];

    /// <summary>Default true.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Default LambdaExpression.</summary>
    public RuleExpressionType? RuleExpressionType { get; init; }

    /// <summary>What is shown when the rule loses points; may have holes.</summary>
    public SourcedText? ErrorMessage { get; init; }

    /// <summary>Children.</summary>
    public ImmutableArray<Rule> Rules { get; init; } = [];

    /// <summary>JSON Pointer of the rule.</summary>
    public string Path { get; init; } = "";
}

/// <summary>How an assessor gives a score.</summary>
public enum JudgedForm
{
    /// <summary>A number of points.</summary>
    Points,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A band of a scale, with a share where the band has width.</summary>
    Scale,
}

/// <summary>A judged rule.</summary>
/// <param name="ScaleName">Name of a declared scale, or null.</param>
/// <param name="Bands">Bands written in place; empty with a name.</param>
public sealed record Judged(JudgedForm Form, string? ScaleName, ImmutableArray<Band> Bands);

/// <summary>How a failed check weighs.</summary>
public enum CheckSeverity
{
    /// <summary>Filing is refused.</summary>
    Reject,

    /// <summary>An error; the default.</summary>
    Error,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>A notice.</summary>
    Notice,
}

/// <summary>A relation between figures (勾稽关系) or a plausibility check; never changes a score.</summary>
public sealed record Check
{
    /// <summary>Name as printed.</summary>
    public required SourcedText Name { get; init; }

    /// <summary>Stable key; default the name.</summary>
    public string? Code { get; init; }

    /// <summary>When it is checked; default always.</summary>
    public SourcedText? When { get; init; }

    /// <summary>Table whose rows are each checked.</summary>
    public SourcedText? ForEach { get; init; }

    /// <summary>Must be true.</summary>
    public required SourcedText Expression { get; init; }

    /// <summary>Default Error.</summary>
    public CheckSeverity? Severity { get; init; }

    /// <summary>Greatest difference of an equality that still passes: a number or an expression.</summary>
    public SourcedText? Tolerance { get; init; }

    /// <summary>The tolerance was written as a JSON number.</summary>
    public bool ToleranceIsNumber { get; init; }

    /// <summary>What is shown when it fails; may have holes.</summary>
    public SourcedText? ErrorMessage { get; init; }

    /// <summary>JSON Pointer of the check.</summary>
    public string Path { get; init; } = "";
}
