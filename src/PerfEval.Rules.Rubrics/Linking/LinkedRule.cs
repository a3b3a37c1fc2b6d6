using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Rubrics.Linking;

/// <summary>A named value in the order of evaluation: every param stands behind those it reads.</summary>
internal sealed record LinkedParam(Param Definition, Symbol Symbol, Expression Expression);

/// <summary>An enabled rule with its expressions bound.</summary>
internal sealed class LinkedRule
{
    public required Rule Definition
    {
        get;
        init
        {
            field = value;
            Min = value.Min ?? 0;
        }
    }

    /// <summary>The kind it has, its own or its top-level rule's.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>The code without row: as written, or the path of names.</summary>
    public required string Code { get; init; }

    /// <summary>The code where it has holes, else null.</summary>
    public TextTemplate? CodeTemplate { get; init; }

    public required TextTemplate Name { get; init; }

    /// <summary>Printed weight, with ForEach of one row; null where rows give it, for Information, and for a Bonus or Penalty without a cap.</summary>
    public decimal? Weight { get; init; }

    public Expression? WeightExpression { get; init; }

    /// <summary>The least that it earns.</summary>
    public decimal Min { get; private init; }

    public required Symbol WeightSymbol { get; init; }

    /// <summary>The row that a ForEach repeats over; null without ForEach.</summary>
    public Symbol? Row { get; init; }

    public Expression? ForEach { get; init; }

    /// <summary>It or a rule around it has a ForEach.</summary>
    public required bool IsPerRow { get; init; }

    public ImmutableArray<LinkedParam> Params { get; init; } = [];

    public Expression? NotApplicableWhen { get; init; }

    public Expression? ZeroWhen { get; init; }

    public Expression? FullWhen { get; init; }

    /// <summary>Points; also what a judged rule reads.</summary>
    public Expression? Score { get; init; }

    /// <summary>Earns the weight when true; the value of an Information.</summary>
    public Expression? Condition { get; init; }

    public Expression? ReasonWhen { get; init; }

    /// <summary>The slot of <c>score</c> in ReasonWhen.</summary>
    public Symbol? ScoreSymbol { get; init; }

    /// <summary>The slot of <c>children</c> in a Score beside Rules.</summary>
    public Symbol? ChildrenSymbol { get; init; }

    public TextTemplate? ErrorMessage { get; init; }

    /// <summary>The figures that its score rests on, by name.</summary>
    public ImmutableArray<(string Label, Expression Expression)> Facts { get; init; } = [];

    /// <summary>The input of a judged rule.</summary>
    public LinkedInput? Judged { get; init; }

    /// <summary>Score or Expression is written in C#.</summary>
    public bool IsScript { get; init; }

    /// <summary>What runs in place of Score or Condition; null where these are in the language, and where scripts do not run.</summary>
    public RuleScript? Script { get; init; }

    /// <summary>Positions of the inputs that the script reads, through params as well.</summary>
    public ImmutableArray<int> ScriptInputs { get; init; } = [];

    /// <summary>Positions of the inputs that only an Optional rule uses; empty for any other.</summary>
    public ImmutableArray<int> OwnInputs { get; set; } = [];

    public ImmutableArray<LinkedRule> Rules { get; init; } = [];

    /// <summary>Its children are summed; there is no Score of its own beside them.</summary>
    public bool IsPlainParent => !Rules.IsEmpty && Score is null && !IsScript;

    /// <summary>How its scorecard begins, where that does not depend on values. Two threads may both make it: either result serves.</summary>
    public RuleHead? Head => field ??= RuleHead.Find(this);

    /// <summary>What is said where it earns its whole printed weight and no figures decide; made like <see cref="Head"/>.</summary>
    public Bilingual FullMarks => field ??= Sentences.FullMarks(Weight ?? 0);

    /// <summary>Points within [Min, Weight]; a bonus or penalty without a cap is only kept from below.</summary>
    public decimal Clamp(decimal points) => Math.Max(Min, Weight is { } weight ? Math.Min(weight, points) : points);

    /// <summary>Points as they count where the printed weight is the effective one: clamped and rounded.</summary>
    public decimal Finish(decimal points, RoundingRule? rounding) => Rounding.Apply(Clamp(points), rounding);

    /// <summary>The expressions of the rule itself, without its children's.</summary>
    public IEnumerable<Expression> Expressions()
    {
        Expression?[] own = [ForEach, WeightExpression, NotApplicableWhen, ZeroWhen, FullWhen, Score, Condition, ReasonWhen];
        return own.OfType<Expression>().Concat(Params.Select(param => param.Expression));
    }
}

/// <summary>A check with its expressions bound.</summary>
internal sealed record LinkedCheck(Check Definition, TextTemplate Name, Expression Expression)
{
    public string Code => Definition.Code ?? Definition.Name.Text;

    public Expression? When { get; init; }

    public Expression? ForEach { get; init; }

    public Symbol? Row { get; init; }

    /// <summary>The sides of an outermost comparison of numbers, else null.</summary>
    public (Expression Left, Expression Right)? Sides { get; init; }

    /// <summary>Null: none.</summary>
    public Expression? Tolerance { get; init; }

    /// <summary>How many of the kept unit one of the tolerance's is: a JSON number is in the unit that the sides are written in.</summary>
    public decimal ToleranceScale { get; init; } = 1;

    public TextTemplate? ErrorMessage { get; init; }
}

/// <summary>An override with its expressions bound.</summary>
internal sealed record LinkedOverride(Override Definition, Expression When, TextTemplate? Message);

/// <summary>The tables that scoring itself fills.</summary>
internal static class ScoringTables
{
    /// <summary>One row per direct child: code, name, weight, score, applicable.</summary>
    public static TableType Children { get; } = new(
        "children",
        [
            new("code", ExpressionType.Text), new("name", ExpressionType.Text), new("weight", ExpressionType.Number),
            new("score", ExpressionType.Number), new("applicable", ExpressionType.Bool),
        ],
        KeyIndex: 0);

    /// <summary>One row per rule of the scorecard, behind <c>score("…")</c> and <c>share("…")</c>.</summary>
    public static TableType Scores { get; } = new(
        "score",
        [new("code", ExpressionType.Text), new("score", ExpressionType.Number), new("share", new NumberType(Measure.Plain, IsInexact: true))],
        KeyIndex: 0);
}
