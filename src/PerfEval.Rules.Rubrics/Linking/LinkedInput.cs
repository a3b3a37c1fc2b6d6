using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Linking;

/// <summary>An input ready to be read from a submission: its slot, its type and its limits in the kept unit.</summary>
/// <param name="Name">Normalised name.</param>
/// <param name="Definition">As declared; for a judged rule, the input that the rule declares.</param>
/// <param name="Type">Its type; a share (0..1) for a judged scale.</param>
public sealed record LinkedInput(string Name, Input Definition, ExpressionType Type)
{
    /// <summary>The symbol that expressions see; null for a column.</summary>
    public Symbol? Symbol { get; init; }

    /// <summary>The label with its holes filled by what holds for every submission; <c>?</c> where a hole waits for data. Null: none.</summary>
    public string? Label { get; init; }

    /// <summary>The row that RequiredWhen of a column is about; null but for a table that has one.</summary>
    internal Symbol? Row { get; init; }

    /// <summary>How its numbers are written.</summary>
    public NumberFormat? Format { get; init; }

    /// <summary>Min, Max and their exclusive forms, in 元 for money and as a ratio for a percent.</summary>
    public Interval Range { get; init; }

    /// <summary>The value taken when absent; missing: none.</summary>
    public Value Default { get; init; }

    /// <summary>Whether filing needs it, as far as Required alone says.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>When filing needs it, or null.</summary>
    public Expression? RequiredWhen { get; init; }

    /// <summary>The columns of a table, in the order of <see cref="TableType.Columns"/>; else empty.</summary>
    public ImmutableArray<LinkedInput> Columns { get; init; } = [];

    /// <summary>How an assessor gives it, for the input of a judged rule; else null.</summary>
    public JudgedForm? Judged { get; init; }

    /// <summary>Whether it is an assessor's opinion (评价判断), and not a figure: the input of a judged rule, or one that is marked so.</summary>
    public bool IsJudgement => Judged is not null || Definition.Judgement == true;

    /// <summary>The bands of a judged scale; else empty.</summary>
    public ImmutableArray<LinkedBand> Bands { get; init; } = [];
}

/// <summary>A band of a judged scale.</summary>
/// <param name="Shares">The shares of Weight that lie in it.</param>
public sealed record LinkedBand(string Name, Interval Shares);
