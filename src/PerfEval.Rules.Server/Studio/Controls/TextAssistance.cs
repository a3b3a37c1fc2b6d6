using System.Collections.Immutable;
using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Editing;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>What stands behind an editor. Each member takes the text as typed; what is null is not offered.</summary>
public sealed record TextAssistance
{
    /// <summary>An editor that only shows.</summary>
    public static TextAssistance None { get; } = new() { Open = _ => null };

    /// <summary>The text where it stands, with the services of the language; null: nothing is known of its surroundings.</summary>
    public required Func<string, EditedText?> Open { get; init; }

    /// <summary>The span of the name at an offset that could be renamed, or null.</summary>
    public Func<string, int, TextSpan?>? FindRenamed { get; init; }

    /// <summary>Gives the name at an offset another name wherever it is used, this text included; says what hinders it.</summary>
    public Func<string, int, string, Task<Bilingual?>>? Rename { get; init; }

    /// <summary>Shows where the name at an offset is declared.</summary>
    public Func<string, int, Task>? ShowDefinition { get; init; }

    /// <summary>What parts of the text came to, for the data at hand.</summary>
    public Func<string, ImmutableArray<InlayValue>>? FindValues { get; init; }
}

/// <summary>A text with the services of the language: an expression, or a document with expressions in it.</summary>
public sealed record EditedText(
    ImmutableArray<Diagnostic> Diagnostics,
    Func<int, CompletionList> Complete,
    Func<int, Hover?> HoverAt,
    Func<int, SignatureHelp?> SignatureAt,
    Func<ImmutableArray<ClassifiedSpan>> Classify,
    Func<string?> Format)
{
    public static EditedText Of(EditedExpression edited) =>
        new(edited.Diagnostics, edited.Complete, edited.HoverAt, edited.SignatureAt, edited.Classify, edited.Format);

    public static EditedText Of(RubricEditor edited) => new(
        [.. edited.Problems.Select(problem => new Diagnostic(problem.Code, problem.Severity, problem.Span, problem.Message) { Fixes = problem.Fixes })],
        caret => edited.Complete(caret),
        place => edited.HoverAt(place),
        edited.SignatureAt,
        () => edited.Classify(new(0, edited.Text.Length)),
        () => Rubrics.Reading.RubricFormatter.Format(System.Text.Encoding.UTF8.GetBytes(edited.Text)) is { } utf8 ? System.Text.Encoding.UTF8.GetString(utf8) : null);
}
