using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Rubrics.Editing;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Server.Studio.Controls;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>One version of a rubric, to be read.</summary>
public sealed partial class RubricPage
{
    private CompiledRubric? rubric;
    private ImmutableArray<PlacedFinding> findings = [];
    private string text = "";
    private TextAssistance assistance = TextAssistance.None;
    private string part = "sheet";

    [Parameter]
    public string Version { get; set; } = "";

    private protected override string Item => Version;

    private string Title => rubric?.Document.Title ?? Key.ToString();

    private bool IsInForce => Catalogue.FindInForce(Key, Rubrics.Today)?.Version == Version;

    private IReadOnlyList<(string Name, string Text, int Count)> Parts =>
    [
        ("sheet", Texts["Rubric.Sheet"], 0),
        ("inputs", Texts["Rubric.Inputs"], rubric?.Inputs.Length ?? 0),
        ("values", Texts["Rubric.Values"], 0),
        ("document", Texts["Rubric.Document"], 0),
        ("problems", Texts["Rubric.Problems"], findings.Length),
    ];

    private protected override Task<bool> OpenAsync()
    {
        if (Catalogue.Find(Key, Version) is not { } found)
            return Task.FromResult(false);
        rubric = found.Compiled;
        text = DocumentText.Of(found.Canonical);
        findings = [.. PlacedFinding.Of(RubricLoader.Load(Encoding.UTF8.GetBytes(text), scripts: Scripts.Compiler))];
        assistance = new() { Open = shown => EditedText.Of(RubricEditor.Open(shown, Scripts.Compiler)) };
        return Task.FromResult(true);
    }

    private void GoToVersion(ChangeEventArgs chosen) => Navigation.NavigateTo(Addresses.Of(Key, chosen.Value?.ToString() ?? Version));
}
