using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>Whether a rule applies.</summary>
internal enum Applicability
{
    Yes,
    No,
    Unknown,
}

/// <summary>Which of a rule's steps settled it.</summary>
internal enum Decision
{
    /// <summary>Its score, condition, judgement or children.</summary>
    Computed,

    NotApplicable,
    Zero,
    Full,
}

/// <summary>A rule of one evaluation; a rule with ForEach has one per row. Filled in by the passes in turn, then read by the scorecard.</summary>
internal sealed class RuleInstance(LinkedRule rule, RuleInstance? parent)
{
    // INVARIANT: shared by all leaves, never added to.
    private static readonly List<RuleInstance> None = [];

    public LinkedRule Rule { get; } = rule;

    public RuleInstance? Parent { get; } = parent;

    /// <summary>In order; empty for a leaf.</summary>
    public List<RuleInstance> Children { get; } = rule.Rules.IsEmpty ? None : new(rule.Rules.Length);

    /// <summary>The row of this rule's own ForEach.</summary>
    public Row? Row { get; init; }

    public string Code { get; set; } = rule.Code;

    public string Name { get; set; } = "";

    /// <summary>Printed weight; null where there is none or it is not known.</summary>
    public decimal? Weight { get; set; }

    /// <summary>Why the rows or the weight are not known.</summary>
    public Value Trouble { get; set; } = Value.Of(true);

    public Applicability Applies { get; set; }

    /// <summary>Why it does not apply.</summary>
    public Bilingual? Reason { get; set; }

    /// <summary>It does not apply because none of its parts does, not by a condition of its own: its parts speak for themselves.</summary>
    public bool IsLeftToParts { get; set; }

    /// <summary>What leaves open whether it applies, or how much it weighs.</summary>
    public Absence Open { get; set; } = Absence.Unnamed;

    /// <summary>Weight after redistribution; null while open.</summary>
    public decimal? EffectiveWeight { get; set; }

    /// <summary>The weights that redistribution may still give it.</summary>
    public ScoreRange EffectiveRange { get; set; }

    public Decision Decision { get; set; }

    public RuleStatus Status { get; set; }

    /// <summary>Points, rounded as the rubric says.</summary>
    public decimal? Score { get; set; }

    public ScoreRange? Range { get; set; }

    public bool Overruled { get; set; }

    public Absence Missing { get; set; } = Absence.Unnamed;

    public Bilingual? Fault { get; set; }

    /// <summary>The value of an Information.</summary>
    public Value Shown { get; set; }

    public bool IsScoredKind => Rule.Kind == RuleKind.Scored;

    /// <summary>Not applicable, and by its own policy fully earned.</summary>
    public bool IsFullWhenNotApplicable => Rule.Definition.WhenNotApplicable == WhenNotApplicable.Full;

    /// <summary>Its weight is not written in the rubric but comes of rows: one of its own, or those below it.</summary>
    public bool IsWeighedByRows => Row is not null || Rule.Weight is null;

    /// <summary>It stands for all the rows of its ForEach, which are missing.</summary>
    public bool StandsForRows => Rule.ForEach is not null && Row is null && Trouble.IsMissing;

    /// <summary>It may turn out not to apply, and then earns nothing.</summary>
    public bool MayDropOut => Applies == Applicability.Unknown && !IsFullWhenNotApplicable;

    public bool Redistributes => Rule.Definition.WhenNotApplicable == WhenNotApplicable.Redistribute;

    /// <summary>Effective ÷ printed weight: 1 unless weight was redistributed above or beside it.</summary>
    public decimal Scale(decimal points, decimal effective) => Weight is { } weight && weight != effective && weight != 0 ? points * effective / weight : points;

    /// <summary>More than any rubric gives, and few enough to be added up: where no Weight caps them.</summary>
    public const decimal MostPoints = decimal.MaxValue / 1_000_000_000m;

    /// <summary>Points within [Min, Weight]; a bonus or penalty without a cap is only kept from below.</summary>
    public decimal Clamp(decimal points) => Math.Max(Rule.Min, Weight is { } weight ? Math.Min(weight, points) : points);
}
