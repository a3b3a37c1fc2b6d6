using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Editing;

/// <summary>Something wrong with a rubric document, at its place in the text as typed.</summary>
/// <param name="Code">PR0001… of the document, PE0001… of an expression (docs/diagnostics.md).</param>
/// <param name="Span">Where it is marked.</param>
/// <param name="Path">JSON Pointer of the property or element.</param>
public sealed record DocumentProblem(string Code, DiagnosticSeverity Severity, TextSpan Span, string Path, Bilingual Message)
{
    /// <summary>Corrections of the document; empty where none is certain.</summary>
    public ImmutableArray<TextFix> Fixes { get; init; } = [];

    /// <summary><c>PE0103 /Rules/0/Score: message</c> in English, for logs and tests.</summary>
    public override string ToString() => $"{Code} {Path}: {Message.En}";
}
