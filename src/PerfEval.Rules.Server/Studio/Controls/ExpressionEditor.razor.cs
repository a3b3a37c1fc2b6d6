using System.Collections.Immutable;
using BlazorMonaco.Editor;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>
/// An editor for an expression, or for a document with expressions in it. Speaks the language's own spans and diagnostics. With its .razor.js it is the only
/// place where Monaco meets the expression language.
/// </summary>
public sealed partial class ExpressionEditor : IAsyncDisposable
{
    private const int LineHeight = 20;
    private const int Padding = 14;

    private readonly string id = EditorIds.Next("expression");
    private ElementReference host;
    private DotNetObjectReference<EditorCallbacks>? callbacks;
    private IJSObjectReference? editor;
    private string typed = "";
    private Texts? shownIn;
    private TextAssistance? shownWith;
    private bool isLoaded;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    /// <summary>The text.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Raised when typing pauses.</summary>
    [Parameter]
    public EventCallback<string> TextChanged { get; set; }

    /// <summary>Raised after every check, with what was found.</summary>
    [Parameter]
    public EventCallback<ImmutableArray<Diagnostic>> Checked { get; set; }

    /// <summary>Name for a screen reader.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public TextAssistance Assistance { get; set; } = TextAssistance.None;

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary><c>perfeval</c> or <c>json</c>.</summary>
    [Parameter]
    public string Syntax { get; set; } = "perfeval";

    /// <summary>Fills the height it is given, with line numbers, instead of growing with its text.</summary>
    [Parameter]
    public bool Fills { get; set; }

    /// <summary>Lines it is high when there is little text.</summary>
    [Parameter]
    public int MinLines { get; set; } = 2;

    /// <summary>Lines it grows to before it scrolls.</summary>
    [Parameter]
    public int MaxLines { get; set; } = 14;

    private BrowserModule Module => field ??= new(Script, "Studio/Controls/ExpressionEditor.razor.js");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await Module.CallAsync("load", Texts.Language);
        isLoaded = true;
        StateHasChanged();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (editor is null)
            return;
        if (Text != typed)
            await editor.InvokeVoidAsync("setText", typed = Text);
        else if (shownIn != Texts || shownWith != Assistance)
            await editor.InvokeVoidAsync("recheck");
        (shownIn, shownWith) = (Texts, Assistance);
        await editor.InvokeVoidAsync("setReadOnly", ReadOnly);
    }

    /// <summary>Selects a part of the text and puts the caret there.</summary>
    public async Task RevealAsync(TextSpan span)
    {
        if (editor is not null)
            await editor.InvokeVoidAsync("reveal", span.Start, span.Length);
    }

    public async ValueTask DisposeAsync()
    {
        await Module.DisposeAsync();
        callbacks?.Dispose();
    }

    private async Task Attach()
    {
        callbacks = DotNetObjectReference.Create(new EditorCallbacks(() => Assistance, () => Texts, Accept));
        (typed, shownIn, shownWith) = (Text, Texts, Assistance);
        editor = await Module.HoldAsync("attach", "detach", id, host, callbacks, new { Label, ReadOnly, MinLines, MaxLines, Fills });
    }

    private async Task Accept(string text, ImmutableArray<Diagnostic> found) => await InvokeAsync(async () =>
    {
        if (text != typed)
        {
            typed = text;
            await TextChanged.InvokeAsync(text);
        }

        await Checked.InvokeAsync(found);
    });

    private StandaloneEditorConstructionOptions Options() => new() { Value = Text, Language = Syntax, ReadOnly = ReadOnly, AriaLabel = Label };
}
