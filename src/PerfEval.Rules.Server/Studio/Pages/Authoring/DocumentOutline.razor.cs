using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Server.Studio.Controls;

namespace PerfEval.Rules.Server.Studio.Pages.Authoring;

/// <summary>The parts of a document to choose from: the indicators with their weights, and the lists beside them.</summary>
public sealed partial class DocumentOutline : IAsyncDisposable
{
    /// <summary>The full score of a rubric that names none.</summary>
    public const decimal UsualFullScore = 100;

    private ElementReference outline;
    private string? dragged;
    private string? over;
    private int additions;
    private string drawn = "";

    [CascadingParameter]
    public required Texts Texts { get; set; }

    /// <summary>Null while nothing could be made of the text yet.</summary>
    [Parameter]
    public Rubric? Document { get; set; }

    /// <summary>JSON Pointer of what is chosen.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    [Parameter]
    public bool CanEdit { get; set; }

    [Parameter]
    public EventCallback<string> Chosen { get; set; }

    /// <summary>Raised with lists to add to and the new elements as JSON: a rule last.</summary>
    [Parameter]
    public EventCallback<ImmutableArray<(string List, string Json)>> Added { get; set; }

    [Parameter]
    public EventCallback<string> Removed { get; set; }

    /// <summary>Raised with what is moved, the list it goes to and its place there.</summary>
    [Parameter]
    public EventCallback<(string Path, string List, int Index)> Moved { get; set; }

    private BrowserModule Module => field ??= new(Script, "Studio/Pages/Authoring/DocumentOutline.razor.js");

    private Handlers Choosing => field ??= new(path => Chosen.InvokeAsync(path));

    private Handlers Dragging => field ??= new(path => Task.FromResult(dragged = path));

    private Handlers Passing => field ??= new(path => Task.FromResult(over = path));

    private Handlers Dropping => field ??= new(Drop);

    private Rule? RuleChosen => Document is { } document ? Flat(document.Rules, 0).Select(one => one.Rule).FirstOrDefault(rule => rule.Path == Path) : null;

    private Rule? GroupChosen => RuleChosen is { Rules.IsEmpty: false, Score: null } group ? group : null;

    private decimal Full => Document?.FullScore ?? UsualFullScore;

    private decimal Total => Document?.Rules.Where(IsCounted).Sum(rule => rule.Weight ?? Sum(rule)) ?? 0;

    /// <summary>Every stroke of someone who types gives another document, and few of them change anything that is seen here.</summary>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        var seen = See();
        if (seen == drawn)
            return Task.CompletedTask;
        drawn = seen;
        return base.SetParametersAsync(ParameterView.Empty);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await Module.CallAsync("attend", outline);
    }

    public async ValueTask DisposeAsync() => await Module.DisposeAsync();

    private void EndDrag() => over = null;

    // All that is shown, in one text.
    private string See()
    {
        if (Document is not { } document)
            return "";
        var rules = Flat(document.Rules, 0).Select(one => $"{one.Rule.Path} {one.Rule.RuleName.Text} {WeightOf(one.Rule)} {Fits(one.Rule)} {one.Rule.Rules.IsEmpty}");
        var lists = Lists(document).SelectMany(list => list.Names.Prepend(list.List));
        return string.Join('\n', [Texts.Language, Path, CanEdit.ToString(), Points.Of(Full), Points.Of(Total), .. rules, .. lists]);
    }

    private static decimal Sum(Rule parent) => parent.Rules.Where(IsCounted).Sum(rule => rule.Weight ?? Sum(rule));

    private static bool IsCounted(Rule rule) => rule.Enabled != false && rule.Kind is null or RuleKind.Scored;

    // The weights of parts below a Score of their own need not add up.
    private static bool Fits(Rule rule) => rule.Rules.IsEmpty || rule.Score is not null || rule.Weight is null || rule.Rules.Any(child => child.WeightExpression is not null) || rule.Weight == Sum(rule);

    private static string WeightOf(Rule rule) => Fits(rule) ? Points.Of(rule.Weight ?? (rule.Rules.IsEmpty ? null : Sum(rule))) : $"{Points.Of(Sum(rule))} / {Points.Of(rule.Weight)}";

    private static IEnumerable<(Rule Rule, int Level)> Flat(ImmutableArray<Rule> rules, int level) => rules.SelectMany(rule => Flat(rule.Rules, level + 1).Prepend((rule, level)));

    private static IEnumerable<(string List, ImmutableArray<string> Names)> Lists(Rubric document) =>
    [
        (nameof(document.Inputs), [.. document.Inputs.Select(input => input.Label ?? input.Name)]),
        (nameof(document.GlobalParams), [.. document.GlobalParams.Select(param => param.Name)]),
        (nameof(document.Checks), [.. document.Checks.Select(check => check.Name.Text)]),
        (nameof(document.Overrides), [.. document.Overrides.Select(veto => veto.Name)]),
        (nameof(document.Scales), [.. document.Scales.Select(scale => scale.Name)]),
        (nameof(document.Tables), [.. document.Tables.Select(table => table.Name)]),
    ];

    private string? Current(string path) => path == Path ? "true" : null;

    // Arrow keys lead to the others.
    private int StopAt(string path) => path == Path ? 0 : -1;

    private Task Shift(int by) => Moved.InvokeAsync((Path, ElementPlace.ListOf(Path), ElementPlace.IndexOf(Path) + by));

    private bool CanShift(int by) => Document is { } document && Path.Length > 0 && ElementPlace.IndexOf(Path) + by is >= 0 and var index && index < CountOf(document, ElementPlace.ListOf(Path));

    private static int CountOf(Rubric document, string list) =>
        list.EndsWith("/Rules", StringComparison.Ordinal)
            ? Flat(document.Rules, 0).Count(one => ElementPlace.ListOf(one.Rule.Path) == list)
            : Lists(document).FirstOrDefault(one => "/" + one.List == list).Names is { IsDefault: false } names ? names.Length : 0;

    // What is dragged down its own list comes to lie below what it is dropped on, everything else above.
    private string? MarkOf(string path) =>
        path != over || dragged is null || path == dragged ? null
        : ElementPlace.ListOf(path) == ElementPlace.ListOf(dragged) && ElementPlace.IndexOf(path) > ElementPlace.IndexOf(dragged) ? "below"
        : "above";

    private Task Drop(string target)
    {
        var moved = dragged;
        (dragged, over) = (null, null);
        if (moved is null || moved == target || target.StartsWith(moved + "/", StringComparison.Ordinal))
            return Task.CompletedTask;
        return Moved.InvokeAsync((moved, ElementPlace.ListOf(target), ElementPlace.IndexOf(target)));
    }

    // Beside the chosen rule; into it, where it is a group.
    private Task AddRule(ChangeEventArgs chosen)
    {
        additions++; // the choice is empty again
        if (Document is not { } document || RuleTemplate.All.FirstOrDefault(one => one.Name == chosen.Value?.ToString()) is not { } template)
            return Task.CompletedTask;
        var taken = document.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        var list = RuleChosen is not { } here ? "/Rules" : GroupChosen is not null ? here.Path + "/Rules" : ElementPlace.ListOf(here.Path);
        return Added.InvokeAsync([.. template.WriteInputs(Texts, taken).Select(input => ("/Inputs", input)), (list, template.Write(Texts, FreeCode(document)))]);
    }

    private static string FreeCode(Rubric document)
    {
        var taken = Flat(document.Rules, 0).Select(one => one.Rule.Code?.Text).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue).Select(number => "R" + number.ToString(CultureInfo.InvariantCulture)).First(code => !taken.Contains(code) && !taken.Contains(code + "a"));
    }

    private Task AddTo(string list, int count)
    {
        var name = Texts["New." + list].Value + (count + 1).ToString(CultureInfo.InvariantCulture);
        var rest = list switch
        {
            nameof(Rubric.Inputs) => ""","Type":"Number" """,
            nameof(Rubric.GlobalParams) => ""","Expression":"0" """,
            nameof(Rubric.Checks) => ""","Expression":"true" """,
            nameof(Rubric.Overrides) => ""","When":"false","MaxTotal":0 """,
            nameof(Rubric.Scales) => $$""","Bands":[{"Name":"{{Texts["New.Band"].Value}}","From":0,"To":1}] """,
            _ => $$""","Columns":[{"Name":"{{Texts["New.Column"].Value}}","Type":"Text"}],"Rows":[] """,
        };
        return Added.InvokeAsync([("/" + list, $$"""{"Name":"{{name}}"{{rest}}}""")]);
    }
}
