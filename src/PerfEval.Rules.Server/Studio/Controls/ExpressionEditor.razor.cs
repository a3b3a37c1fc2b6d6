using System.Text.Json;
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

    private static readonly JsonSerializerOptions Comparing = new() { IncludeFields = true };

    private readonly string id = EditorIds.Next("expression");
    private ElementReference host;
    private DotNetObjectReference<EditorCallbacks>? callbacks;
    private IJSObjectReference? editor;
    private string typed = "";
    private Texts? shownIn;
    private TextAssistance? shownWith;
    private string shown = "";
    private int? version;
    private int arrivals;
    private int textsUnderWay;
    private bool isLoaded;
    private bool isReadOnly;
    private bool isLeft;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    /// <summary>The text.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Raised when typing pauses.</summary>
    [Parameter]
    public EventCallback<string> TextChanged { get; set; }

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

    // What is in the editor goes past the renderer.
    protected override bool ShouldRender() => editor is null || isReadOnly != ReadOnly;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (editor is not null && isReadOnly != ReadOnly)
            await editor.InvokeVoidAsync("setReadOnly", isReadOnly = ReadOnly);
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
        var isOther = shownIn != Texts || shownWith != Assistance;
        (shownIn, shownWith) = (Texts, Assistance);
        if (Text != typed)
            await SetTextAsync(editor);
        else if (isOther)
            await ShowAsync();
    }

    /// <summary>Selects a part of the text and puts the caret there.</summary>
    public async Task RevealAsync(TextSpan span)
    {
        if (editor is not null)
            await editor.InvokeVoidAsync("reveal", span.Start, span.Length);
    }

    public async ValueTask DisposeAsync()
    {
        isLeft = true;
        await Module.DisposeAsync();
        callbacks?.Dispose();
    }

    private async Task Attach()
    {
        callbacks = DotNetObjectReference.Create(new EditorCallbacks(() => Assistance, () => Texts, Instruments, latest => _ = AcceptAsync(latest)));
        (typed, shownIn, shownWith, isReadOnly) = (Text, Texts, Assistance, ReadOnly);
        // The text may have changed since the editor was made with it, and may again before it is attached.
        editor = await Module.HoldAsync("attach", "detach", id, host, callbacks, new { Text, Label, ReadOnly, MinLines, MaxLines, Fills });
        if (editor is not null && Text != typed)
            await SetTextAsync(editor);
    }

    // What the editor has told of before it has the new text is overwritten with it.
    private async Task SetTextAsync(IJSObjectReference attached)
    {
        arrivals++;
        textsUnderWay++;
        try
        {
            await attached.InvokeVoidAsync("setText", typed = Text);
        }
        finally
        {
            textsUnderWay--;
        }
    }

    // The answer goes first; what the text changes on the page follows it, unless a newer text has come by then. What an editor is left with goes ahead of the click that leaves it.
    private async Task AcceptAsync(TypedText latest)
    {
        if (textsUnderWay > 0 && latest.Text != typed)
            return;
        var arrival = ++arrivals;
        try
        {
            if (!latest.IsLast)
                await Task.Yield();
            if (arrival != arrivals)
                return;
            version = latest.Version;
            if (latest.Text != typed)
            {
                typed = latest.Text;
                await TextChanged.InvokeAsync(latest.Text);
            }

            await ShowAsync();
        }
        catch (Exception exception) when (isLeft || exception is JSDisconnectedException)
        {
            // Nobody is there any more to be shown anything.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    // What the rest of the page makes of the text, where the browser does not have it yet.
    private async Task ShowAsync()
    {
        if (editor is null || callbacks is null || version is not { } current)
            return;
        var (findings, tokens) = callbacks.Value.Look(typed);
        var view = new EditorView(findings, tokens, callbacks.Value.FindNotes(typed));
        var next = JsonSerializer.Serialize((current, view), Comparing);
        if (shown == next)
            return;
        shown = next;
        await editor.InvokeVoidAsync("show", current, view);
    }

    private StandaloneEditorConstructionOptions Options() => new() { Value = Text, Language = Syntax, ReadOnly = ReadOnly, AriaLabel = Label };
}
