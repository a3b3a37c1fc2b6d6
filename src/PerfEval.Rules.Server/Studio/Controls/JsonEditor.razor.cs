using System.Collections.Immutable;
using BlazorMonaco.Editor;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>An editor for a whole document in JSON: completion from its JSON Schema, squiggles from our own reader, which says more and says it in both languages.</summary>
public sealed partial class JsonEditor : IAsyncDisposable
{
    private readonly string id = EditorIds.Next("document");
    private ElementReference host;
    private DotNetObjectReference<JsonEditor>? self;
    private IJSObjectReference? module;
    private IJSObjectReference? editor;
    private string typed = "";
    private Texts? shownIn;
    private bool isLoaded;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Raised when typing pauses.</summary>
    [Parameter]
    public EventCallback<string> TextChanged { get; set; }

    /// <summary>Name for a screen reader.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What is wrong with a text.</summary>
    [Parameter]
    public Func<string, ImmutableArray<PlacedFinding>> Check { get; set; } = _ => [];

    /// <summary>Address of the JSON Schema below the base address; null: none.</summary>
    [Parameter]
    public string? Schema { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    [Inject]
    private IJSRuntime Script { get; set; } = null!; // injected before first use

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        module = await Script.InvokeAsync<IJSObjectReference>("import", "./Studio/Controls/JsonEditor.razor.js");
        await module.InvokeVoidAsync("load", Texts.Language);
        isLoaded = true;
        StateHasChanged();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (editor is null)
            return;
        if (Text != typed)
            await editor.InvokeVoidAsync("setText", typed = Text);
        else if (shownIn != Texts)
            await editor.InvokeVoidAsync("recheck");
        shownIn = Texts;
    }

    /// <summary>Selects a stretch and puts the caret there.</summary>
    public async Task RevealAsync(LinePosition start, LinePosition end)
    {
        if (editor is not null)
            await editor.InvokeVoidAsync("reveal", JsonMarker.Place(start), JsonMarker.Place(end));
    }

    /// <summary>Called by the browser when typing pauses.</summary>
    [JSInvokable("Check")]
    public async Task<object> CheckTyped(string text)
    {
        if (text != typed)
        {
            typed = text;
            await InvokeAsync(() => TextChanged.InvokeAsync(text));
        }

        return Check(text).Select(finding => JsonMarker.Of(finding, Texts)).ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (editor is not null)
                await editor.InvokeVoidAsync("detach");
            if (module is not null)
                await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the editor with it.
        }

        self?.Dispose();
    }

    private async Task Attach()
    {
        self = DotNetObjectReference.Create(this);
        (typed, shownIn) = (Text, Texts);
        editor = await module!.InvokeAsync<IJSObjectReference>("attach", id, self, new { Label, ReadOnly, Schema }); // loaded before the editor is rendered
    }

    private StandaloneEditorConstructionOptions Options() => new() { Value = Text, Language = "json", ReadOnly = ReadOnly, AriaLabel = Label };
}

/// <summary>A finding on its way into the browser.</summary>
internal sealed record JsonMarker(object Start, object End, string Severity, string Code, string Message)
{
    public static JsonMarker Of(PlacedFinding finding, Texts texts) => new(
        Place(finding.Start), Place(finding.End), EditorMarker.NameOf(finding.Severity), finding.Code, texts.Of(finding.Message));

    public static object Place(LinePosition position) => new { LineNumber = position.Line, position.Column };
}
