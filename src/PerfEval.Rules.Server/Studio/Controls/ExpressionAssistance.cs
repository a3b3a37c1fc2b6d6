using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>What an expression editor asks while someone types. Each takes the text as typed; what is null is not offered.</summary>
public sealed record ExpressionAssistance
{
    /// <summary>An editor that only shows.</summary>
    public static ExpressionAssistance None { get; } = new() { Check = _ => [] };

    /// <summary>What is wrong with the text.</summary>
    public required Func<string, ImmutableArray<Diagnostic>> Check { get; init; }

    /// <summary>What may stand at an offset.</summary>
    public Func<string, int, ImmutableArray<Suggestion>>? Complete { get; init; }

    /// <summary>What stands at an offset.</summary>
    public Func<string, int, HoverNote?>? Hover { get; init; }

    /// <summary>The call around an offset.</summary>
    public Func<string, int, CallNote?>? FindCall { get; init; }

    /// <summary>The text as it should be laid out; null where it has faults.</summary>
    public Func<string, string?>? Format { get; init; }

    /// <summary>The span of the name at an offset that could be renamed, or null.</summary>
    public Func<string, int, TextSpan?>? FindRenamed { get; init; }

    /// <summary>Gives the name at an offset another name wherever it is used; the changes are those of this text.</summary>
    public Func<string, int, string, Task<ImmutableArray<TextChange>>>? Rename { get; init; }

    /// <summary>Shows where the name at an offset is declared.</summary>
    public Func<string, int, Task>? ShowDefinition { get; init; }

    /// <summary>Values to show beside parts of the text.</summary>
    public Func<string, ImmutableArray<InlineNote>>? FindNotes { get; init; }
}

/// <summary>What a suggestion is; decides its sign in the list.</summary>
public enum SuggestionKind
{
    Input,
    Param,
    Table,
    Column,
    Function,
    Choice,
    Keyword,
}

/// <summary>One entry of the completion list.</summary>
/// <param name="Detail">Type and unit, on the entry's line.</param>
/// <param name="Documentation">Description and source, beside the list.</param>
/// <param name="Replaced">What accepting it replaces.</param>
/// <param name="IsSnippet">The text has a <c>$0</c> for the caret.</param>
public sealed record Suggestion(SuggestionKind Kind, string Label, string Detail, string Documentation, string NewText, TextSpan Replaced, bool IsSnippet);

/// <summary>What is shown over a part of the text, in Markdown.</summary>
public sealed record HoverNote(TextSpan Span, string Markdown);

/// <summary>The call that is being typed.</summary>
/// <param name="Parameters">Each a part of the label.</param>
/// <param name="Active">Index of the parameter that is being typed.</param>
public sealed record CallNote(string Label, string Documentation, ImmutableArray<string> Parameters, int Active);

/// <summary>A value beside the text.</summary>
public sealed record InlineNote(int Offset, string Text);
