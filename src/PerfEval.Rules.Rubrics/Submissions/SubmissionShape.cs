using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>What a reader needs to know of a rubric, laid out once per version. Immutable and safe to share between threads.</summary>
internal sealed class SubmissionShape
{
    private readonly CompiledRubric rubric;
    private readonly Value[] untouched;

    public SubmissionShape(CompiledRubric rubric)
    {
        this.rubric = rubric;
        Inputs = [.. rubric.Inputs.Select(input => new InputShape(input))];
        Names = new(rubric.Inputs.Select(input => input.Name));
        untouched = [.. Inputs.Select(input => input.WhenAbsent)];
    }

    /// <summary>The inputs by position.</summary>
    public ImmutableArray<InputShape> Inputs { get; }

    /// <summary>Their names.</summary>
    public NameTable Names { get; }

    /// <summary>The values of a submission that gives nothing: defaults and gaps.</summary>
    public Value[] CopyUntouched() => [.. untouched];

    /// <summary>Whether the text is a unit that this rubric or the language knows.</summary>
    public bool IsUnit(string text) =>
        text is Units.Percent or "‰" || Units.IsMoney(text) || rubric.Inputs.Any(input => input.Definition.Unit == text || input.Columns.Any(column => column.Definition.Unit == text));
}

/// <summary>One input or column as the reader sees it.</summary>
internal sealed class InputShape
{
    public InputShape(LinkedInput input)
    {
        Input = input;
        Absent = Value.Missing(Absence.Of(new Gap(input.Name, null, input.Range)));
        Columns = [.. input.Columns.Select(column => new InputShape(column))];
        ColumnNames = NameTable.Of([.. input.Columns.Select(column => column.Name)]);
        Choices = NameTable.Of(input.Judged is JudgedForm.Scale ? [.. input.Bands.Select(band => band.Name)] : ChoicesOf(input.Type));
        ChoiceValues = [.. Choices.Declared.Select(Value.Of)];
    }

    /// <summary>The input.</summary>
    public LinkedInput Input { get; }

    /// <summary>Missing, with the input's gap: made once, since most submissions leave something out.</summary>
    public Value Absent { get; }

    /// <summary>The default, else <see cref="Absent"/>.</summary>
    public Value WhenAbsent => Input.Default.IsKnown ? Input.Default : Absent;

    /// <summary>The columns of a table.</summary>
    public ImmutableArray<InputShape> Columns { get; }

    /// <summary>Their names.</summary>
    public NameTable ColumnNames { get; }

    /// <summary>The choices, or the bands of a judged scale.</summary>
    public NameTable Choices { get; }

    /// <summary>The choices as values: a chosen text is never decoded.</summary>
    public ImmutableArray<Value> ChoiceValues { get; }

    private static ImmutableArray<string> ChoicesOf(ExpressionType type) => type switch
    {
        TextType text => text.Choices,
        TextSetType set => set.Choices,
        _ => [],
    };
}

/// <summary>Where a value stands: an input, or a cell of one.</summary>
/// <param name="Shape">The input or column.</param>
/// <param name="Table">The table, for a cell.</param>
/// <param name="Row">The 0-based row, for a cell.</param>
internal readonly record struct Place(InputShape Shape, InputShape? Table = null, int Row = 0)
{
    /// <summary>The input or column.</summary>
    public LinkedInput Input => Shape.Input;

    /// <summary>JSON Pointer into the submission.</summary>
    public string Path => Table is null
        ? JsonPointer.Append("/data", Input.Name)
        : JsonPointer.Append(JsonPointer.Append("/data", Table.Input.Name) + $"/{Row}", Input.Name);
}
