using System.Collections.Immutable;
using System.Text;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Editing;

/// <summary>All that reading and linking a text gave.</summary>
/// <param name="Document">Null where the text is no rubric at all.</param>
/// <param name="Compiled">Null where anything is an error.</param>
/// <param name="Fault">Where and why the text is no JSON; null: it is.</param>
internal sealed record DocumentAnalysis(
    Rubric? Document, CompiledRubric? Compiled, ImmutableArray<RubricDiagnostic> Diagnostics, IReadOnlyDictionary<string, ExpressionSite> Sites, Scope Globals, (TextSpan Span, RubricDiagnostic Problem)? Fault)
{
    /// <summary>Reads a text anew.</summary>
    public static DocumentAnalysis Of(string text, IScriptCompiler? scripts)
    {
        var reading = RubricReader.Read(Encoding.UTF8.GetBytes(text));
        var sites = new ExpressionSites();
        if (reading.Document is not { } document)
            return new(null, null, reading.Diagnostics, sites.ByPath, NoNames(), FaultOf(text, reading));
        var compilation = new Linker(document, sites, scripts).Link();
        var diagnostics = reading.Diagnostics.AddRange(compilation.Diagnostics);
        var isSound = !diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new(document, isSound ? compilation.Rubric : null, diagnostics, sites.ByPath, sites.Globals ?? NoNames(), null);
    }

    private static Scope NoNames() => new(null, [], new());

    private static (TextSpan, RubricDiagnostic)? FaultOf(string text, RubricReading reading)
    {
        if (reading.Diagnostics is not [{ Code: "PR0001" or "PR0008" } problem, ..])
            return null;
        var place = reading.Positions.Locate("").Start;
        var start = 0;
        for (var line = 1; line < place.Line && start >= 0; line++)
            start = text.IndexOf('\n', start) + 1;
        return (new(Math.Min(start + place.Column - 1, text.Length), 0), problem);
    }
}
