using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Server.Studio.Controls;

namespace PerfEval.Rules.Server.Studio.Pages.Authoring;

/// <summary>The form of one element of the document: a rule, an input, a check.</summary>
public sealed partial class ElementForm
{
    // What everything of its kind has; the rest is shown once it is there or asked for.
    private static readonly HashSet<string> Always =
        ["RuleName", "Code", "Weight", "Criteria", "Name", "Label", "Type", "Unit", "Required", "Min", "Max", "Source", "Title", "Description", "ChangeNote", "FullScore", "Grades", "Severity", "Bands", "Columns", "Rows", "From"];

    // What is a word or a figure stands in half a line, a sentence in a whole one.
    private static readonly HashSet<string> Sentences = ["Title", "Source", "Message", "ErrorMessage"];

    private readonly HashSet<string> revealed = new(StringComparer.Ordinal);
    private string shownPath = "";
    private (DocumentTree Tree, string Path, Func<string, TextAssistance> AssistanceOf, Texts Texts)? taken;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [Parameter, EditorRequired]
    public required DocumentTree Tree { get; set; }

    /// <summary>JSON Pointer of the element.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    /// <summary>Gives the services behind an expression, by its path; another one where they may say something else.</summary>
    [Parameter, EditorRequired]
    public required Func<string, TextAssistance> AssistanceOf { get; set; }

    /// <summary>Raised with the element, a property of it and its new value; null takes it away.</summary>
    [Parameter]
    public EventCallback<(string Path, string Property, JsonNode? Value)> Changed { get; set; }

    private IEnumerable<ElementField> Shown => ElementFields.Of(Path).Where(IsShown);

    private IEnumerable<ElementField> Hidden => ElementFields.Of(Path).Where(one => !IsShown(one));

    // Any other text is a unit, too.
    private IEnumerable<string> CommonUnits => [.. Units.Money.Select(money => money.Unit), "%", .. Texts["Author.OtherUnits"].Value.Split(' ')];

    /// <summary>The page is drawn more often than anything here changes: as a draft is stored, for one.</summary>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (taken == (Tree, Path, AssistanceOf, Texts))
            return Task.CompletedTask;
        taken = (Tree, Path, AssistanceOf, Texts);
        return base.SetParametersAsync(ParameterView.Empty);
    }

    protected override void OnParametersSet()
    {
        if (shownPath == Path)
            return;
        shownPath = Path;
        revealed.Clear();
    }

    private bool IsShown(ElementField field) =>
        Tree.Find(Path + "/" + field.Property) is not null
        || revealed.Contains(field.Property)
        || (Always.Contains(field.Property) && IsUsual(field))
        || (field is { Property: "Choices" } && Tree.TextAt(Path + "/Type") is "Choice" or "MultiChoice")
        || (field is { Property: "Score" } && IsBareLeaf)
        || (field is { Property: "Expression" } && !IsRule);

    private static bool IsShort(ElementField field) =>
        field.Input is FieldInput.Number or FieldInput.Date or FieldInput.Choice or FieldInput.YesNo || (field.Input == FieldInput.Text && !Sentences.Contains(field.Property));

    private bool IsRule => Path.Contains("/Rules/", StringComparison.Ordinal);

    private bool IsUsual(ElementField field) => field.Property switch
    {
        "Columns" => Tree.TextAt(Path + "/Type") is "" or "Table",
        "Min" or "Max" or "Unit" => Tree.TextAt(Path + "/Type") is "" or "Number" && !IsRule,
        _ => true,
    };

    private string UnsetOf(ElementField field) => field.Property switch
    {
        "Required" or "Enabled" => Texts["Author.UnsetMeans", Texts["Evaluate.Yes"]],
        "Judgement" or "Optional" => Texts["Author.UnsetMeans", Texts["Evaluate.No"]],
        "Severity" => Texts["Author.UnsetMeans", Texts["Severity.Error"]],
        "Kind" => Texts["Author.UnsetMeans", Texts["Kind.Scored"]],
        "NotApplicable" => Texts["Author.UnsetMeans", Texts["NotApplicable.Rescale"]],
        _ => Texts["Author.Unset"],
    };

    // What holds where nothing is given.
    private static string? DefaultOf(ElementField field) => field.Property == "FullScore" ? Points.Of(DocumentOutline.UsualFullScore) : null;

    private static readonly string[] OtherThanScore = ["Expression", "Judged", "Rules"];

    // A rule that says nothing yet of how it is scored is asked for its Score.
    private bool IsBareLeaf => !OtherThanScore.Any(property => Tree.Find(Path + "/" + property) is not null);

    private IEnumerable<string> ChoicesOf(ElementField field) => field.Property == "Judged" && Tree.Find("/Scales") is JsonArray scales
        ? field.Choices.Concat(scales.Select((_, i) => Tree.TextAt($"/Scales/{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}/Name")))
        : field.Choices;

    private string WordOf(ElementField field, string choice) => field.Property switch
    {
        "Kind" or "Type" or "Severity" => Texts[field.Property + "." + choice],
        "Judged" when field.Choices.Contains(choice) => Texts["Judged." + choice],
        "NotApplicable" => Texts["NotApplicable." + choice],
        _ => choice,
    };

    private Task Set(ElementField field, string text) => SetNode(field, field.Input switch
    {
        FieldInput.Number => DocumentTree.OfNumber(InUnit(field, text)),
        FieldInput.YesNo => text.Length == 0 ? null : JsonValue.Create(text == "true"),
        FieldInput.List => text.Trim().Length == 0 ? null : new JsonArray([.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => (JsonNode)line)]),
        _ => DocumentTree.OfText(text),
    });

    // 100% is how people write the bound of an input in %; the document holds the number before the sign.
    private string InUnit(ElementField field, string text) =>
        field.Property is "Min" or "Max" && Tree.TextAt(Path + "/Unit") == "%" ? text.Trim().TrimEnd('%', '\uFF05') : text;

    private Task SetNode(ElementField field, JsonNode? value)
    {
        revealed.Add(field.Property); // what was emptied stays to be filled again
        return Changed.InvokeAsync((Path, field.Property, value));
    }

    private void Reveal(ChangeEventArgs chosen)
    {
        if (chosen.Value?.ToString() is { Length: > 0 } property)
            revealed.Add(property);
    }
}
