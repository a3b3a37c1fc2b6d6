using System.Collections.Immutable;

namespace PerfEval.Rules.Language.Text;

/// <summary>Gathers diagnostics; one method per code, so these files are the catalogue. Dies with the pass that fills it.</summary>
internal sealed partial class DiagnosticBag
{
    private readonly List<Diagnostic> diagnostics = [];

    public void AddRange(IEnumerable<Diagnostic> more) => diagnostics.AddRange(more);

    /// <summary>All of them, by position.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => diagnostics.Count == 0 ? [] : [.. diagnostics.OrderBy(diagnostic => diagnostic.Span.Start)];

    internal void Add(string code, DiagnosticSeverity severity, TextSpan span, Bilingual message, params ReadOnlySpan<TextFix> fixes) =>
        diagnostics.Add(new(code, severity, span, message) { Fixes = [.. fixes] });
}
