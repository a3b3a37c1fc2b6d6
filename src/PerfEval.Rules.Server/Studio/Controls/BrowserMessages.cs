using System.Collections.Immutable;
using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Server.Studio.Controls;

// What goes into the browser: plain records in one language, read by ExpressionEditor.razor.js.

/// <summary>A text as it stood in the browser.</summary>
/// <param name="Version">The browser's number for it.</param>
/// <param name="IsLast">Whether the editor was left with it.</param>
internal readonly record struct TypedText(string Text, int Version, bool IsLast);

/// <summary>What is to be seen in a text at once.</summary>
/// <param name="Tokens">Start, length and class, one after the other.</param>
internal sealed record EditorAnswer(ImmutableArray<EditorMarker> Findings, ImmutableArray<int> Tokens)
{
    public static EditorAnswer Nothing { get; } = new([], []);
}

/// <summary>The same with the values of the trial's data, which follow.</summary>
internal sealed record EditorView(ImmutableArray<EditorMarker> Findings, ImmutableArray<int> Tokens, ImmutableArray<InlineNote> Notes);

/// <summary>A value beside the text.</summary>
internal sealed record InlineNote(int Offset, string Text);

/// <summary>A suggestion; the caret ends up before the last <paramref name="CaretBack"/> characters.</summary>
internal sealed record BrowserSuggestion(string Kind, string Label, string Detail, string Documentation, string Text, int Start, int Length, int CaretBack)
{
    public static BrowserSuggestion Of(CompletionItem item, TextSpan replaced, Texts texts) => new(
        item.Kind.ToString(),
        item.Label,
        string.Join("  ", new[] { item.Type is { } type ? type.For(texts.Language) : null, item.Unit, item.Value }.OfType<string>()),
        string.Join("\n\n", new[] { item.Description is { } description ? description.For(texts.Language) : null, item.Source }.OfType<string>()),
        item.InsertText,
        replaced.Start,
        replaced.Length,
        item.CaretBack);
}

/// <summary>What is shown over a word, in Markdown.</summary>
internal sealed record BrowserNote(int Start, int Length, string Markdown)
{
    public static BrowserNote Of(Hover hover, Texts texts)
    {
        string?[] first = [$"**{hover.Title}**", hover.Kind.For(texts.Language), hover.Type is { } type ? type.For(texts.Language) : null, hover.Unit, hover.Value is { } value ? $"`= {value}`" : null];
        string?[] lines =
        [
            string.Join("  ", first.OfType<string>()),
            hover.Description is { } description ? description.For(texts.Language) : null,
            hover.Choices.IsEmpty ? null : string.Join(" · ", hover.Choices),
            hover.Source is { } source ? $"*{source}*" : null,
        ];
        return new(hover.Span.Start, hover.Span.Length, string.Join("\n\n", lines.OfType<string>()));
    }
}

/// <summary>The call that is being typed.</summary>
internal sealed record BrowserCall(ImmutableArray<BrowserSignature> Signatures, int Active, int Parameter)
{
    public static BrowserCall Of(SignatureHelp help, Texts texts) => new(
        [
            .. help.Signatures.Select(signature => new BrowserSignature(
                signature.Label,
                signature.Summary.For(texts.Language),
                [.. signature.Parameters.Select(parameter => new BrowserParameter(parameter.Span.Start, parameter.Span.End, parameter.Description.For(texts.Language)))])),
        ],
        help.Active,
        help.Parameter);
}

/// <summary>One way to call it.</summary>
internal sealed record BrowserSignature(string Label, string Documentation, ImmutableArray<BrowserParameter> Parameters);

/// <summary>A part of its label.</summary>
internal sealed record BrowserParameter(int Start, int End, string Documentation);
