using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding;

/// <summary>What a name stands for.</summary>
public enum SymbolKind
{
    /// <summary>A value of the submission.</summary>
    Input,

    /// <summary>A named expression.</summary>
    Param,

    /// <summary>A constant table of the rubric.</summary>
    Table,

    /// <summary>A name that the product itself gives (<c>Year</c>, <c>Weight</c>, <c>row</c>, <c>children</c>, <c>total</c>, <c>score</c>).</summary>
    BuiltIn,

    /// <summary>The parameter of a lambda.</summary>
    LambdaParameter,
}

/// <summary>A name with its meaning: the type of its value and the slot of the <see cref="Evaluation.Frame"/> in which it lies.</summary>
/// <param name="Name">Normalised name.</param>
/// <param name="Slot">Index into the frame; unique among the symbols of one rubric.</param>
public sealed record Symbol(SymbolKind Kind, string Name, ExpressionType Type, int Slot)
{
    /// <summary>How its numbers are written; null for other types and plain numbers.</summary>
    public NumberFormat? Format { get; init; }

    /// <summary>Label and description as printed, for hover and completion.</summary>
    public string? Description { get; init; }

    /// <summary>Where a department finds the value.</summary>
    public string? Source { get; init; }
}

/// <summary>
/// A function of one text that reads a table by key, such as <c>score("LH15")</c>: bound as the cell <paramref name="ColumnIndex"/> of the row with that key.
/// </summary>
/// <param name="Name">The function's name; found ignoring case.</param>
/// <param name="Table">A symbol of type <see cref="TableType"/> with a text key.</param>
/// <param name="ColumnIndex">The column that is the result.</param>
/// <param name="IsKnownKey">Whether a literal key can exist; a literal for which it is false is an error.</param>
/// <param name="KnownKeys">The keys to suggest.</param>
public sealed record Lookup(string Name, Symbol Table, int ColumnIndex, Func<string, bool> IsKnownKey, IReadOnlyList<string> KnownKeys);
