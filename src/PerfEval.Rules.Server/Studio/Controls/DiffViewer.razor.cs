using BlazorMonaco.Editor;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>Two texts side by side with their differences marked; neither can be edited.</summary>
public sealed partial class DiffViewer : IAsyncDisposable
{
    private readonly string id = EditorIds.Next("difference");
    private IJSObjectReference? editor;
    private (string Original, string Modified) shown;
    private bool isLoaded;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    /// <summary>The older text, on the left.</summary>
    [Parameter, EditorRequired]
    public required string Original { get; set; }

    /// <summary>The newer text, on the right.</summary>
    [Parameter, EditorRequired]
    public required string Modified { get; set; }

    /// <summary>Names for a screen reader.</summary>
    [Parameter, EditorRequired]
    public required string OriginalLabel { get; set; }

    [Parameter, EditorRequired]
    public required string ModifiedLabel { get; set; }

    /// <summary><c>json</c> or <c>perfeval</c>.</summary>
    [Parameter]
    public string Syntax { get; set; } = "json";

    private BrowserModule Module => field ??= new(Script, "Studio/Controls/DiffViewer.razor.js");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await Module.CallAsync("load", Texts.Language);
        isLoaded = true;
        StateHasChanged();
    }

    protected override Task OnParametersSetAsync() => shown == (Original, Modified) ? Task.CompletedTask : Show();

    public ValueTask DisposeAsync() => Module.DisposeAsync();

    private async Task Attach()
    {
        editor = await Module.HoldAsync("attach", "detach", id, new { OriginalLabel, ModifiedLabel });
        await Show();
    }

    private async Task Show()
    {
        shown = (Original, Modified);
        if (editor is not null)
            await editor.InvokeVoidAsync("show", Original, Modified, Syntax);
    }

    private static StandaloneDiffEditorConstructionOptions Options() => new() { ReadOnly = true, OriginalEditable = false };
}
