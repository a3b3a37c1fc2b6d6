using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PerfEval.Rules.Rubrics.Editing;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Server.Studio.Controls;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>One version of a rubric, to be read.</summary>
public sealed partial class RubricPage
{
    private RubricKey key;
    private CompiledRubric? rubric;
    private ImmutableArray<PlacedFinding> findings = [];
    private string text = "";
    private TextAssistance assistance = TextAssistance.None;
    private bool mayWrite;
    private string part = "sheet";

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter]
    public string Region { get; set; } = "";

    [Parameter]
    public int Year { get; set; }

    [Parameter]
    public string Scope { get; set; } = "";

    [Parameter]
    public string Version { get; set; } = "";

    [Inject]
    private RubricCatalogue Catalogue { get; set; } = null!; // injected before first use

    [Inject]
    private RubricLookup Rubrics { get; set; } = null!; // likewise

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // likewise

    private string Title => rubric?.Document.Title ?? key.ToString();

    private bool IsInForce => Catalogue.FindInForce(key, Rubrics.Today)?.Version == Version;

    private IReadOnlyList<(string Name, string Text, int Count)> Parts =>
    [
        ("sheet", Texts["Rubric.Sheet"], 0),
        ("inputs", Texts["Rubric.Inputs"], rubric?.Inputs.Length ?? 0),
        ("values", Texts["Rubric.Values"], 0),
        ("document", Texts["Rubric.Document"], 0),
        ("problems", Texts["Rubric.Problems"], findings.Length),
    ];

    protected override async Task OnParametersSetAsync()
    {
        key = new(Region, Year, Scope);
        var found = Catalogue.Find(key, Version);
        if (found is null)
        {
            Navigation.NotFound();
            return;
        }

        if (rubric == found.Compiled)
            return;
        rubric = found.Compiled;
        text = Encoding.UTF8.GetString(RubricFormatter.Format(found.Canonical) ?? found.Canonical.ToArray());
        findings = Check(text);
        assistance = new() { Open = shown => EditedText.Of(RubricEditor.Open(shown)) };
        mayWrite = Publication.MayWrite(Caller.Of((await Authentication).User), key);
    }

    private static ImmutableArray<PlacedFinding> Check(string text) => [.. PlacedFinding.Of(RubricLoader.Load(Encoding.UTF8.GetBytes(text)))];

    private void GoToVersion(ChangeEventArgs chosen) => Navigation.NavigateTo(Addresses.Of(key, chosen.Value?.ToString() ?? Version));
}
