using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Server.Studio.Controls;

namespace PerfEval.Rules.Server.Studio.Pages.Access;

/// <summary>A password or key that is shown this once, until it is noted down.</summary>
public sealed partial class SecretPanel
{
    private ElementReference field;
    private bool isCopied;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    /// <summary>What it is, and whose.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public EventCallback OnNoted { get; set; }

    protected override void OnParametersSet() => isCopied = false;

    private async Task Copy()
    {
        await using var module = new BrowserModule(Script, "Studio/Pages/Access/SecretPanel.razor.js");
        await module.CallAsync("copy", field);
        isCopied = true;
    }
}
