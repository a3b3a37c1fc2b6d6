using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>A property that must be there and is not is told once: what is said of the empty text in its place is left out.</summary>
internal static class MissingProperties
{
    public static ImmutableArray<RubricDiagnostic> Absorb(ImmutableArray<RubricDiagnostic> diagnostics, RubricPositions positions)
    {
        var lacking = diagnostics.Where(found => found.Code == RubricDiagnosticBag.MissingCode).Select(found => found.Path).ToHashSet(StringComparer.Ordinal);
        return lacking.Count == 0 ? diagnostics : [.. diagnostics.Where(found => IsOfShape(found) || !(lacking.Contains(ParentOf(found.Path)) && positions.IsAbsent(found.Path)))];
    }

    // PR0001 to PR0009 are about the properties themselves.
    private static bool IsOfShape(RubricDiagnostic found) => found.Code.StartsWith("PR000", StringComparison.Ordinal);

    private static string ParentOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}
