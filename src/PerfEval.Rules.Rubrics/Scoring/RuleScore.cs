using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Scoring;

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
