using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>What a <see cref="Value"/> holds.</summary>
public enum ValueKind : byte
{
    /// <summary>Nothing; <see cref="Value.Absence"/> says what is missing.</summary>
    Missing,

    /// <summary>Nothing, because something went wrong; <see cref="Value.Fault"/> says what.</summary>
    Failed,

    /// <summary>A number; money in 元, a percent as its ratio.</summary>
    Number,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A text, or the chosen one of several.</summary>
    Text,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A set of texts.</summary>
    TextSet,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A table.</summary>
    Table,
}

/// <summary>
/// A value of the language: 32 bytes, immutable. The default is missing without a named cause.
/// Numbers, bools and dates carry no allocation.
/// </summary>
public readonly struct Value : IEquatable<Value>
{
    private readonly decimal number;
    private readonly object? reference;

    private Value(ValueKind kind, decimal number, object? reference)
    {
        Kind = kind;
        this.number = number;
        this.reference = reference;
    }

    /// <summary>What it holds.</summary>
    public ValueKind Kind { get; }

    /// <summary>Whether there is a value: neither missing nor failed.</summary>
    public bool IsKnown => Kind > ValueKind.Failed;

    /// <summary>Whether it is missing.</summary>
    public bool IsMissing => Kind == ValueKind.Missing;

    /// <summary>Whether it is missing for good: not even a bound was given. This is what <c>??</c>, <c>has</c> and <c>null</c> ask.</summary>
    public bool IsAbsent => Kind == ValueKind.Missing && !Absence.IsBounded;

    /// <summary>Whether it failed.</summary>
    public bool IsFailed => Kind == ValueKind.Failed;

    /// <summary>The number; 0 for any other kind.</summary>
    public decimal Number => Kind == ValueKind.Number ? number : 0;

    /// <summary>The number, bool (1, 0) or date (day number) without a look at the kind.</summary>
    internal decimal Raw => number;

    /// <summary>Whether it is true; false for any other kind.</summary>
    public bool IsTrue => Kind == ValueKind.Bool && number != 0;

    /// <summary>Whether it is false; false for any other kind.</summary>
    public bool IsFalse => Kind == ValueKind.Bool && number == 0;

    /// <summary>The text; empty for any other kind.</summary>
    public string Text => reference as string ?? "";

    /// <summary>The day; the first of all for any other kind.</summary>
    public DateOnly Date => Kind == ValueKind.Date ? DateOnly.FromDayNumber((int)number) : default;

    /// <summary>The set of texts, in declared order; empty for any other kind.</summary>
    public ImmutableArray<string> TextSet => reference is string[] texts ? ImmutableCollectionsMarshal.AsImmutableArray(texts) : [];

    /// <summary>The row, or null for any other kind.</summary>
    public Row? Row => reference as Row;

    /// <summary>The table, or null for any other kind.</summary>
    public Table? Table => reference as Table;

    /// <summary>What is missing; empty for any other kind.</summary>
    public Absence Absence => reference as Absence ?? Absence.Unnamed;

    /// <summary>What went wrong, or null for any other kind.</summary>
    public Fault? Fault => reference as Fault;

    /// <summary>A number.</summary>
    public static Value Of(decimal number) => new(ValueKind.Number, number, null);

    /// <summary>True or false.</summary>
    public static Value Of(bool value) => new(ValueKind.Bool, value ? 1 : 0, null);

    /// <summary>A text.</summary>
    public static Value Of(string text) => new(ValueKind.Text, 0, text);

    /// <summary>A day.</summary>
    public static Value Of(DateOnly date) => new(ValueKind.Date, date.DayNumber, null);

    /// <summary>A set of texts.</summary>
    public static Value Of(ImmutableArray<string> texts) => new(ValueKind.TextSet, 0, texts.ToArray());

    /// <summary>A row.</summary>
    public static Value Of(Row row) => new(ValueKind.Row, 0, row);

    /// <summary>A table.</summary>
    public static Value Of(Table table) => new(ValueKind.Table, 0, table);

    /// <summary>Missing, for a named cause.</summary>
    public static Value Missing(Absence absence) => new(ValueKind.Missing, 0, absence);

    /// <summary>Failed.</summary>
    public static Value Failed(Fault fault) => new(ValueKind.Failed, 0, fault);

    /// <summary>By content; rows and tables by reference; missing equals missing whatever the cause, failed likewise.</summary>
    public bool Equals(Value other) => Kind == other.Kind && Kind switch
    {
        ValueKind.Missing or ValueKind.Failed => true,
        ValueKind.Text => string.Equals(Text, other.Text, StringComparison.Ordinal),
        ValueKind.TextSet => TextSet.SequenceEqual(other.TextSet),
        ValueKind.Row or ValueKind.Table => ReferenceEquals(reference, other.reference),
        _ => number == other.number,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        ValueKind.Text => string.GetHashCode(Text, StringComparison.Ordinal),
        ValueKind.Missing or ValueKind.Failed or ValueKind.TextSet => (int)Kind,
        ValueKind.Row or ValueKind.Table => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(reference),
        _ => number.GetHashCode(),
    };

    /// <summary>By content.</summary>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>By content.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>For logs and tests: numbers in full, texts in quotation marks.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Missing => "missing",
        ValueKind.Failed => "failed",
        ValueKind.Number => number.ToString(CultureInfo.InvariantCulture),
        ValueKind.Bool => IsTrue ? "true" : "false",
        ValueKind.Text => $"\"{Text}\"",
        ValueKind.Date => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ValueKind.TextSet => $"{{{string.Join(", ", TextSet)}}}",
        ValueKind.Row => "row",
        _ => $"table of {Table!.Rows.Length}",
    };
}
