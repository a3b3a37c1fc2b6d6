using System.Collections.Immutable;

namespace PerfEval.Rules.Language.Text;

/// <summary>How bad a finding about an author's text is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; changes nothing.</summary>
    Hint,

    /// <summary>Probably not meant; the text still has a meaning.</summary>
    Warning,

    /// <summary>The text has no meaning and is not evaluated.</summary>
    Error,
}

/// <summary>One replacement in the text as typed.</summary>
/// <param name="Span">What is replaced; of length 0 for an insertion.</param>
/// <param name="NewText">What stands there afterwards.</param>
public sealed record TextChange(TextSpan Span, string NewText);

/// <summary>A certain correction that an editor may offer; its changes do not overlap and are ordered by position.</summary>
public sealed record TextFix(Bilingual Title, ImmutableArray<TextChange> Changes)
{
    /// <summary>The text with all changes carried out.</summary>
    public string Apply(string text)
    {
        foreach (var change in Changes.Reverse())
            text = string.Concat(text.AsSpan(0, change.Span.Start), change.NewText, text.AsSpan(change.Span.End));
        return text;
    }
}

/// <summary>
/// One finding about an author's text. Codes are stable (PE0001…) and documented in docs/diagnostics.md.
/// </summary>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, TextSpan Span, Bilingual Message)
{
    /// <summary>Corrections to choose from; empty where none is certain.</summary>
    public ImmutableArray<TextFix> Fixes { get; init; } = [];

    /// <summary><c>PE0103: message</c> in English, for logs and tests.</summary>
    public override string ToString() => $"{Code}: {Message.En}";
}
