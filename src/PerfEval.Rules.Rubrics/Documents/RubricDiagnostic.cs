using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Documents;

/// <summary>
/// One finding about a rubric document. Codes PR0001… belong to the document, PE0001… to an expression inside it (docs/diagnostics.md).
/// </summary>
/// <param name="Path">JSON Pointer of the property or element.</param>
/// <param name="Span">Where in the decoded text of that property, for faults inside an expression; null: the whole value.</param>
public sealed record RubricDiagnostic(string Code, DiagnosticSeverity Severity, string Path, TextSpan? Span, Bilingual Message)
{
    /// <summary>Corrections to the text of that property.</summary>
    public ImmutableArray<TextFix> Fixes { get; init; } = [];

    /// <summary><c>PR0003 /Rules/0: message</c> in English, for logs and tests.</summary>
    public override string ToString() => $"{Code} {Path}: {Message.En}";
}
