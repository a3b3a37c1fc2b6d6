using System.Collections.Immutable;
using Microsoft.JSInterop;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>What the browser's editor calls. Offsets are those of the text that comes with them, never trusted to lie in it.</summary>
internal sealed class ExpressionCallbacks(
    Func<ExpressionAssistance> assistance, Func<Texts> texts, Func<string, ImmutableArray<Diagnostic>, Task> accept)
{
    [JSInvokable]
    public async Task<ImmutableArray<EditorMarker>> Check(string text)
    {
        var found = assistance().Check(text);
        await accept(text, found);
        return [.. found.Select(diagnostic => EditorMarker.Of(diagnostic, texts()))];
    }

    [JSInvokable]
    public ImmutableArray<BrowserSuggestion> Complete(string text, int offset) =>
        [.. (assistance().Complete?.Invoke(text, Within(text, offset)) ?? []).Select(BrowserSuggestion.Of)];

    [JSInvokable]
    public HoverNote? Hover(string text, int offset) => assistance().Hover?.Invoke(text, Within(text, offset));

    [JSInvokable]
    public CallNote? FindCall(string text, int offset) => assistance().FindCall?.Invoke(text, Within(text, offset));

    [JSInvokable]
    public string? Format(string text) => assistance().Format?.Invoke(text);

    [JSInvokable]
    public TextSpan? FindRenamed(string text, int offset) => assistance().FindRenamed?.Invoke(text, Within(text, offset));

    [JSInvokable]
    public async Task<ImmutableArray<EditorChange>> Rename(string text, int offset, string name) =>
        assistance().Rename is { } rename ? EditorChange.Of(await rename(text, Within(text, offset), name)) : [];

    [JSInvokable]
    public Task ShowDefinition(string text, int offset) => assistance().ShowDefinition?.Invoke(text, Within(text, offset)) ?? Task.CompletedTask;

    [JSInvokable]
    public ImmutableArray<InlineNote> FindNotes(string text) => assistance().FindNotes?.Invoke(text) ?? [];

    private static int Within(string text, int offset) => Math.Clamp(offset, 0, text.Length);
}

/// <summary>A suggestion on its way into the browser.</summary>
internal sealed record BrowserSuggestion(string Kind, string Label, string Detail, string Documentation, string Text, int Start, int Length, bool IsSnippet)
{
    public static BrowserSuggestion Of(Suggestion suggestion) => new(
        suggestion.Kind.ToString(),
        suggestion.Label,
        suggestion.Detail,
        suggestion.Documentation,
        suggestion.NewText,
        suggestion.Replaced.Start,
        suggestion.Replaced.Length,
        suggestion.IsSnippet);
}
