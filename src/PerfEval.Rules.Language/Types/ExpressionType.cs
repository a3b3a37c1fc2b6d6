using System.Collections.Immutable;

namespace PerfEval.Rules.Language.Types;

/// <summary>The type of an expression. Any value may besides be missing. A closed family; immutable.</summary>
public abstract record ExpressionType
{
    /// <summary>The type of what is wrong and already reported; every operator absorbs it.</summary>
    public static ExpressionType Error { get; } = new ErrorType();

    /// <summary>An exact plain number.</summary>
    public static NumberType Number { get; } = new(Measure.Plain, IsInexact: false);

    /// <summary>An exact amount of money, in 元.</summary>
    public static NumberType Money { get; } = new(Measure.Money, IsInexact: false);

    /// <summary>True or false.</summary>
    public static ExpressionType Bool { get; } = new BoolType();

    /// <summary>Any text.</summary>
    public static ExpressionType Text { get; } = new TextType();

    /// <summary>A day of the calendar.</summary>
    public static ExpressionType Date { get; } = new DateType();
}

/// <summary>What a number measures.</summary>
public enum Measure
{
    /// <summary>A plain number, a count or a ratio.</summary>
    Plain,

    /// <summary>Money, in 元.</summary>
    Money,

    /// <summary>The literal 0, which is both.</summary>
    Either,
}

/// <inheritdoc cref="ExpressionType.Error"/>
public sealed record ErrorType : ExpressionType;

/// <summary>A number.</summary>
/// <param name="Measure">Plain, or money in 元.</param>
/// <param name="IsInexact">It comes from a division; it is rounded to 20 decimals wherever it is compared, matched or rounded.</param>
public sealed record NumberType(Measure Measure, bool IsInexact) : ExpressionType;

/// <inheritdoc cref="ExpressionType.Bool"/>
public sealed record BoolType : ExpressionType;

/// <inheritdoc cref="ExpressionType.Date"/>
public sealed record DateType : ExpressionType;

/// <summary>A text; with <see cref="Choices"/>, one of them (Choice).</summary>
public sealed record TextType : ExpressionType
{
    /// <summary>The texts it is restricted to, in declared order; empty: any text.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>By the choices' content.</summary>
    public bool Equals(TextType? other) => other is not null && Choices.SequenceEqual(other.Choices);

    /// <inheritdoc/>
    public override int GetHashCode() => Choices.Length;
}

/// <summary>A set of texts out of <see cref="Choices"/> (MultiChoice).</summary>
public sealed record TextSetType(ImmutableArray<string> Choices) : ExpressionType
{
    /// <summary>By the choices' content.</summary>
    public bool Equals(TextSetType? other) => other is not null && Choices.SequenceEqual(other.Choices);

    /// <inheritdoc/>
    public override int GetHashCode() => Choices.Length;
}

/// <summary>One row of a table.</summary>
public sealed record RowType(TableType Table) : ExpressionType;

/// <summary>Rows of the same columns, in order. Two are the same type only if they are the same object.</summary>
/// <param name="Name">The table's name, for messages.</param>
/// <param name="Columns">The columns in declared order; their names differ after normalisation.</param>
/// <param name="KeyIndex">Index of the column that identifies a row, or −1.</param>
public sealed record TableType(string Name, ImmutableArray<Column> Columns, int KeyIndex) : ExpressionType
{
    /// <summary>The key column, or null.</summary>
    public Column? Key => KeyIndex < 0 ? null : Columns[KeyIndex];

    /// <summary>Index of the column with this normalised name, or −1.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            if (string.Equals(Columns[i].Name, name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    /// <summary>By reference: columns may describe themselves at length.</summary>
    public bool Equals(TableType? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Normalised name.</param>
/// <param name="Type">Type of its cells: a number, bool, text, set or date.</param>
public sealed record Column(string Name, ExpressionType Type)
{
    /// <summary>How its numbers are written; null for other types and plain numbers.</summary>
    public NumberFormat? Format { get; init; }

    /// <summary>The column's label and description, as printed.</summary>
    public string? Description { get; init; }
}
