using System.Collections.Immutable;
using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Editing;

/// <summary>What kind of value a place wants, as far as the text before it tells.</summary>
internal enum WantedKind
{
    Anything,
    Number,
    Bool,
    Text,
    Date,
    Table,
}

/// <summary>What a place wants.</summary>
/// <param name="Choices">The texts that make sense there; empty: not known.</param>
internal sealed record Wanted(WantedKind Kind, ImmutableArray<string> Choices)
{
    public static Wanted Anything { get; } = new(WantedKind.Anything, []);

    public static Wanted Of(WantedKind kind) => new(kind, []);

    public static Wanted Of(Expected expected) => Of(expected switch
    {
        Expected.PlainNumber => WantedKind.Number,
        Expected.Bool => WantedKind.Bool,
        Expected.Table => WantedKind.Table,
        _ => WantedKind.Anything,
    });

    public static Wanted Of(ParameterKind kind) => Of(kind switch
    {
        ParameterKind.Number or ParameterKind.Whole or ParameterKind.RowNumber => WantedKind.Number,
        ParameterKind.Bool or ParameterKind.RowBool => WantedKind.Bool,
        ParameterKind.Text => WantedKind.Text,
        ParameterKind.Date => WantedKind.Date,
        ParameterKind.Table => WantedKind.Table,
        _ => WantedKind.Anything,
    });

    /// <summary>A value to be compared with one of this type.</summary>
    public static Wanted Like(ExpressionType type) => type switch
    {
        NumberType => Of(WantedKind.Number),
        BoolType => Of(WantedKind.Bool),
        TextType text => new(WantedKind.Text, text.Choices),
        TextSetType set => new(WantedKind.Text, set.Choices),
        DateType => Of(WantedKind.Date),
        TableType => Of(WantedKind.Table),
        _ => Anything,
    };

    /// <summary>Whether a value of this type is what is wanted.</summary>
    public bool IsMet(ExpressionType type) => Kind switch
    {
        WantedKind.Number => type is NumberType,
        WantedKind.Bool => type is BoolType,
        WantedKind.Text => type is TextType,
        WantedKind.Date => type is DateType,
        WantedKind.Table => type is TableType,
        _ => true,
    };

    /// <summary>Whether what is wanted can begin with a value of this type: a condition with anything, since a comparison may follow; anything with a row or a table, but for a table.</summary>
    public bool MayBegin(ExpressionType type) =>
        Kind == WantedKind.Bool || IsMet(type) || (Kind != WantedKind.Table && type is RowType or TableType);
}
