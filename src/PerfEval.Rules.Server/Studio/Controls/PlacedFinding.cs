using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>A finding about a document with its place in the text.</summary>
public sealed record PlacedFinding(LinePosition Start, LinePosition End, DiagnosticSeverity Severity, string Code, string Path, Bilingual Message)
{
    /// <summary>What loading a rubric found, in order of place.</summary>
    public static IEnumerable<PlacedFinding> Of(LoadedRubric loaded) =>
        from diagnostic in loaded.Diagnostics
        let place = loaded.Positions.Locate(diagnostic.Path, diagnostic.Span)
        orderby place.Start.Line, place.Start.Column
        select new PlacedFinding(place.Start, place.End, diagnostic.Severity, diagnostic.Code, diagnostic.Path, diagnostic.Message);
}
