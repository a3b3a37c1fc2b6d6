using System.Collections.Immutable;

namespace PerfEval.Rules.Rubrics.Documents;

/// <summary>The type of an input or column.</summary>
public enum InputType
{
    /// <summary>A number; with a unit, money or a percent where the unit is.</summary>
    Number,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>One of several texts.</summary>
    Choice,

    /// <summary>Some of several texts.</summary>
    MultiChoice,

    /// <summary>Rows of columns.</summary>
    Table,
}

/// <summary>Something that a submission may contain; also a column of a table input.</summary>
public sealed record Input
{
    /// <summary>Identifier in any script.</summary>
    public required string Name { get; init; }

    /// <summary>Label as printed.</summary>
    public string? Label { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Type.</summary>
    public required InputType Type { get; init; }

    /// <summary>Unit of a number.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether filing needs it; default true.</summary>
    public bool? Required { get; init; }

    /// <summary>When filing needs it.</summary>
    public SourcedText? RequiredWhen { get; init; }

    /// <summary>Value taken when absent: string, decimal or bool as written; null: none.</summary>
    public object? Default { get; init; }

    /// <summary>Least value, in the unit.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest value, in the unit.</summary>
    public decimal? Max { get; init; }

    /// <summary>Values are greater than this, in the unit.</summary>
    public decimal? MinExclusive { get; init; }

    /// <summary>Values are less than this, in the unit.</summary>
    public decimal? MaxExclusive { get; init; }

    /// <summary>Digits behind the point at most.</summary>
    public int? Digits { get; init; }

    /// <summary>Characters of a text at most.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The choices; empty with <see cref="ChoicesFrom"/>.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary><c>table.column</c> of a constant table that gives the choices.</summary>
    public string? ChoicesFrom { get; init; }

    /// <summary>Columns of a table.</summary>
    public ImmutableArray<Input> Columns { get; init; } = [];

    /// <summary>The column that identifies a row.</summary>
    public string? Key { get; init; }

    /// <summary>The value is an assessor's opinion.</summary>
    public bool? Judgement { get; init; }

    /// <summary>Form, row and column where a department finds it.</summary>
    public string? Source { get; init; }

    /// <summary>Where the value is filled in from.</summary>
    public InputOrigin? From { get; init; }

    /// <summary>JSON Pointer of the input.</summary>
    public string Path { get; init; } = "";
}

/// <summary>A value taken from the department's own stored evaluations.</summary>
/// <param name="Year">0, the default: the same year; −1: the year before.</param>
/// <param name="Value">A param or Information rule's name there, or <c>total</c>.</param>
/// <param name="PerSubject">One row per subject.</param>
public sealed record InputOrigin(string Scope, int? Year, string Value, bool? PerSubject);
