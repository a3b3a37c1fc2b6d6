using System.Collections.Immutable;
using Microsoft.JSInterop;
using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Server.Telemetry;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>What the browser's editor calls. Offsets come from outside and are never trusted to lie in the text: the language's services see to that.</summary>
/// <param name="accept">Takes what was typed, once the findings are answered.</param>
internal sealed class EditorCallbacks(Func<TextAssistance> assistance, Func<Texts> texts, Instruments instruments, Action<TypedText> accept)
{
    /// <summary>Classes as numbers: the order of the legend in ExpressionEditor.razor.js.</summary>
    private static readonly SpanClass[] Legend =
        [SpanClass.Input, SpanClass.Param, SpanClass.Table, SpanClass.BuiltIn, SpanClass.LambdaParameter, SpanClass.Column, SpanClass.Function, SpanClass.Unknown, SpanClass.Keyword, SpanClass.Number];

    /// <summary>What is wrong in a text that was typed, and of which classes its names are.</summary>
    /// <param name="version">The browser's number for the text.</param>
    /// <param name="isLast">Whether the editor is being left.</param>
    [JSInvokable]
    public EditorAnswer Check(string text, int version, bool isLast)
    {
        var start = instruments.BeginCheck();
        var answer = Look(text);
        accept(new(text, version, isLast));
        instruments.Checked(start);
        return answer;
    }

    /// <summary>What is to be seen in a text.</summary>
    public EditorAnswer Look(string text) =>
        Open(text) is { } opened ? new([.. opened.Diagnostics.Select(diagnostic => EditorMarker.Of(diagnostic, texts()))], Classify(opened)) : EditorAnswer.Nothing;

    /// <summary>What parts of a text came to; operators between the names have their values too, but there is no room for all.</summary>
    public ImmutableArray<InlineNote> FindNotes(string text) =>
    [
        .. (assistance().FindValues?.Invoke(text) ?? [])
            .Where(value => value.Kind is ExplanationKind.Reference or ExplanationKind.Aggregate || value.Depth == 0 || value.IsChosen)
            .Select(value => new InlineNote(value.Span.End, (value.Depth == 0 ? "= " : "") + value.Text)),
    ];

    [JSInvokable]
    public ImmutableArray<BrowserSuggestion> Complete(string text, int offset) =>
        Open(text)?.Complete(offset) is { } list ? [.. list.Items.Select(item => BrowserSuggestion.Of(item, list.Replaced, texts()))] : [];

    [JSInvokable]
    public BrowserNote? Hover(string text, int offset) => Open(text)?.HoverAt(offset) is { } hover ? BrowserNote.Of(hover, texts()) : null;

    [JSInvokable]
    public BrowserCall? FindCall(string text, int offset) => Open(text)?.SignatureAt(offset) is { Signatures.IsEmpty: false } help ? BrowserCall.Of(help, texts()) : null;

    [JSInvokable]
    public string? Format(string text) => Open(text)?.Format();

    [JSInvokable]
    public TextSpan? FindRenamed(string text, int offset) => assistance().FindRenamed?.Invoke(text, offset);

    /// <summary>What hinders it, or null: the new text then comes as any change from outside does.</summary>
    [JSInvokable]
    public async Task<string?> Rename(string text, int offset, string name) =>
        assistance().Rename is { } rename && await rename(text, offset, name) is { } obstacle ? texts().Of(obstacle) : null;

    [JSInvokable]
    public Task ShowDefinition(string text, int offset) => assistance().ShowDefinition?.Invoke(text, offset) ?? Task.CompletedTask;

    // Start, length and class, one after the other.
    private static ImmutableArray<int> Classify(EditedText opened) =>
    [
        .. from span in opened.Classify()
           let kind = Array.IndexOf(Legend, span.Class)
           where kind >= 0
           from number in (int[])[span.Span.Start, span.Span.Length, kind]
           select number,
    ];

    private EditedText? Open(string text) => assistance().Open(text);
}
