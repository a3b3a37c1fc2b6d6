using System.Collections.Immutable;

namespace PerfEval.Rules.Server.Studio.Pages.Authoring;

/// <summary>How a property of the document is filled in.</summary>
public enum FieldInput
{
    Text,
    Lines,
    Number,
    Date,
    YesNo,
    Choice,
    Expression,

    /// <summary>A list of texts, one a line.</summary>
    List,

    /// <summary>A list of small objects or rows.</summary>
    Grid,
}

/// <summary>A property of the document in a form.</summary>
/// <param name="Choices">For a choice: the words of the document; for a grid: its columns.</param>
/// <param name="Caption">Name of its caption, where the same property means something else elsewhere; null: the property's.</param>
public sealed record ElementField(string Property, FieldInput Input, ImmutableArray<string> Choices = default, string? Caption = null)
{
    /// <summary>The name of the text that stands above it.</summary>
    public string TextName => "Field." + (Caption ?? Property);
}

/// <summary>Which properties the form of an element shows; a row here is all that a new one needs.</summary>
internal static class ElementFields
{
    private static readonly ImmutableArray<string> Types = ["Number", "Bool", "Text", "Date", "Choice", "MultiChoice", "Table"];

    /// <summary>What a column can hold.</summary>
    public static ImmutableArray<string> CellTypes { get; } = [.. Types.Where(type => type != "Table")];

    public static ImmutableArray<ElementField> Rule { get; } =
    [
        new("RuleName", FieldInput.Text), new("Code", FieldInput.Text), new("Weight", FieldInput.Number), new("Kind", FieldInput.Choice, ["Scored", "Bonus", "Penalty", "Information"]),
        new("Description", FieldInput.Lines), new("Criteria", FieldInput.Lines),
        new("Score", FieldInput.Expression), new("Expression", FieldInput.Expression, Caption: "Condition"), new("Judged", FieldInput.Choice, ["Points", "YesNo"]),
        new("NotApplicableWhen", FieldInput.Expression), new("ZeroWhen", FieldInput.Expression), new("FullWhen", FieldInput.Expression),
        new("ReasonWhen", FieldInput.Expression), new("ForEach", FieldInput.Expression), new("Min", FieldInput.Number, Caption: "LeastScore"), new("Optional", FieldInput.YesNo), new("Enabled", FieldInput.YesNo),
    ];

    public static ImmutableArray<ElementField> Input { get; } =
    [
        new("Name", FieldInput.Text), new("Label", FieldInput.Text), new("Type", FieldInput.Choice, Types), new("Unit", FieldInput.Text),
        new("Required", FieldInput.YesNo), new("Judgement", FieldInput.YesNo), new("Min", FieldInput.Number), new("Max", FieldInput.Number), new("Digits", FieldInput.Number),
        new("Choices", FieldInput.List), new("Description", FieldInput.Lines), new("Source", FieldInput.Text), new("RequiredWhen", FieldInput.Expression),
        new("Columns", FieldInput.Grid, ["Name", "Type", "Unit"]), new("Key", FieldInput.Text),
    ];

    public static ImmutableArray<ElementField> Param { get; } =
    [
        new("Name", FieldInput.Text), new("Expression", FieldInput.Expression), new("Unit", FieldInput.Text), new("Digits", FieldInput.Number), new("Description", FieldInput.Lines),
    ];

    public static ImmutableArray<ElementField> Check { get; } =
    [
        new("Name", FieldInput.Text), new("Code", FieldInput.Text), new("Expression", FieldInput.Expression), new("When", FieldInput.Expression, Caption: "CheckWhen"), new("ForEach", FieldInput.Expression),
        new("Severity", FieldInput.Choice, ["Reject", "Error", "Warning", "Notice"]), new("Tolerance", FieldInput.Number), new("ErrorMessage", FieldInput.Text),
    ];

    public static ImmutableArray<ElementField> Override { get; } =
    [
        new("Name", FieldInput.Text), new("When", FieldInput.Expression, Caption: "VetoWhen"), new("MaxTotal", FieldInput.Number), new("Grade", FieldInput.Text), new("Message", FieldInput.Text),
    ];

    public static ImmutableArray<ElementField> Scale { get; } = [new("Name", FieldInput.Text), new("Bands", FieldInput.Grid, ["Name", "From", "To"])];

    public static ImmutableArray<ElementField> Table { get; } =
        [new("Name", FieldInput.Text), new("Key", FieldInput.Text), new("Columns", FieldInput.Grid, ["Name", "Type", "Unit"]), new("Rows", FieldInput.Grid, [])];

    public static ImmutableArray<ElementField> Root { get; } =
    [
        new("Title", FieldInput.Text), new("Description", FieldInput.Lines), new("Source", FieldInput.Text), new("ChangeNote", FieldInput.Lines),
        new("FullScore", FieldInput.Number), new("EffectiveFrom", FieldInput.Date), new("NotApplicable", FieldInput.Choice, ["Rescale", "Exclude"]),
        new("Grades", FieldInput.Grid, ["Name", "From"]),
    ];

    /// <summary>The fields of the element at a path.</summary>
    public static ImmutableArray<ElementField> Of(string path) => path.Split('/') switch
    {
        [""] => Root,
        [.., "Rules", _] => Rule,
        [_, "Inputs", _] => Input,
        [.., "GlobalParams" or "LocalParams", _] => Param,
        [_, "Checks", _] => Check,
        [_, "Overrides", _] => Override,
        [_, "Scales", _] => Scale,
        [_, "Tables", _] => Table,
        _ => [],
    };

    /// <summary>The path of the element that a path lies in.</summary>
    public static string ElementOf(string path)
    {
        while (path.Length > 0 && Of(path).IsEmpty)
            path = path[..path.LastIndexOf('/')];
        return path;
    }
}
