using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Server.Api;

// What the calls of the language answer: the services' own records in the language of the request.

internal sealed record LanguageEdit(int Start, int Length, string Text)
{
    public static ImmutableArray<LanguageEdit> Of(ImmutableArray<TextChange> changes) => [.. changes.Select(change => new LanguageEdit(change.Span.Start, change.Span.Length, change.NewText))];
}

internal sealed record LanguageFix(string Title, ImmutableArray<LanguageEdit> Changes);

internal sealed record LanguageDiagnostic(string Code, string Severity, int Start, int Length, string Message, ImmutableArray<LanguageFix> Fixes)
{
    public static LanguageDiagnostic Of(Diagnostic found, string language) => new(
        found.Code,
        found.Severity.ToString(),
        found.Span.Start,
        found.Span.Length,
        found.Message.For(language),
        [.. found.Fixes.Select(fix => new LanguageFix(fix.Title.For(language), LanguageEdit.Of(fix.Changes)))]);
}

internal sealed record LanguageCheck(bool IsValid, string? Type, string? Unit, ImmutableArray<LanguageDiagnostic> Diagnostics)
{
    public static LanguageCheck Of(Expression expression, string language) => new(
        expression.IsValid,
        expression.Type is ErrorType ? null : expression.Type.Title.For(language),
        expression.Format?.Unit,
        [.. expression.Diagnostics.Select(found => LanguageDiagnostic.Of(found, language))]);
}

internal sealed record LanguageCompletion(string Label, string Kind, string InsertText, int CaretBack, string? Type, string? Unit, string? Description, string? Source);

internal sealed record LanguageCompletions(int Start, int Length, ImmutableArray<LanguageCompletion> Items)
{
    public static LanguageCompletions Of(CompletionList list, string language) => new(
        list.Replaced.Start,
        list.Replaced.Length,
        [.. list.Items.Select(item => new LanguageCompletion(item.Label, item.Kind.ToString(), item.InsertText, item.CaretBack, item.Type?.For(language), item.Unit, item.Description?.For(language), item.Source))]);
}

internal sealed record LanguageHover(int Start, int Length, string Title, string Kind, string? Type, string? Unit, string? Description, string? Source, ImmutableArray<string> Choices)
{
    public static LanguageHover Of(Hover hover, string language) =>
        new(hover.Span.Start, hover.Span.Length, hover.Title, hover.Kind.For(language), hover.Type?.For(language), hover.Unit, hover.Description?.For(language), hover.Source, hover.Choices);
}

/// <param name="Hover">Null: there is nothing to say.</param>
internal sealed record LanguageHovered(LanguageHover? Hover);

internal sealed record LanguageParameter(int Start, int Length, string Takes, string Description);

internal sealed record LanguageSignature(string Label, string Summary, ImmutableArray<LanguageParameter> Parameters);

internal sealed record LanguageSignatures(ImmutableArray<LanguageSignature> Signatures, int Active, int Parameter)
{
    public static LanguageSignatures Of(SignatureHelp? help, string language) => help is null
        ? new([], 0, 0)
        : new([.. help.Signatures.Select(signature => Of(signature, language))], help.Active, help.Parameter);

    private static LanguageSignature Of(ShownSignature signature, string language) => new(
        signature.Label,
        signature.Summary.For(language),
        [.. signature.Parameters.Select(parameter => new LanguageParameter(parameter.Span.Start, parameter.Span.Length, parameter.Takes.For(language), parameter.Description.For(language)))]);
}

/// <param name="Text">Null: the text has syntax errors.</param>
internal sealed record LanguageFormatted(string? Text);

/// <param name="In"><c>expression</c> or <c>document</c>: what the changes are of.</param>
/// <param name="Obstacle">Why the name cannot be given; null: it can.</param>
internal sealed record LanguageRenamed(string In, ImmutableArray<LanguageEdit> Changes, string? Obstacle);
