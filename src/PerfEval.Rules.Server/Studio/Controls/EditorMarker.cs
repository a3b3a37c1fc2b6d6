using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>A finding on its way into the browser: what <c>ExpressionEditor.razor.js</c> reads.</summary>
internal sealed record EditorMarker(int Start, int Length, string Severity, string Code, string Message, ImmutableArray<EditorFix> Fixes)
{
    public static EditorMarker Of(Diagnostic diagnostic, Texts texts) => new(
        diagnostic.Span.Start,
        diagnostic.Span.Length,
        NameOf(diagnostic.Severity),
        diagnostic.Code,
        texts.Of(diagnostic.Message),
        [.. diagnostic.Fixes.Select(fix => new EditorFix(texts.Of(fix.Title), EditorChange.Of(fix.Changes)))]);

    public static string NameOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "hint",
    };
}

/// <summary>A correction to choose.</summary>
internal sealed record EditorFix(string Title, ImmutableArray<EditorChange> Changes);

/// <summary>One replacement.</summary>
internal sealed record EditorChange(int Start, int Length, string Text)
{
    public static ImmutableArray<EditorChange> Of(ImmutableArray<TextChange> changes) =>
        [.. changes.Select(change => new EditorChange(change.Span.Start, change.Span.Length, change.NewText))];
}
