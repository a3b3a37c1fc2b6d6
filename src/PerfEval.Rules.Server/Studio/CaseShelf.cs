using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Packs;

namespace PerfEval.Rules.Server.Studio;

/// <summary>The cases that lie beside the versions of the packs.</summary>
internal sealed class CaseShelf(PackFolder folder)
{
    /// <summary>The readable cases of a rubric that are for a version, by name.</summary>
    public ImmutableArray<TestCase> Find(RubricKey key, string version) =>
    [
        .. folder.ReadCases()
            .Where(file => IsOf(file, key))
            .Select(file => CaseReader.Read(file.Utf8).Case)
            .OfType<TestCase>()
            .Where(found => found.AppliesTo(version))
            .OrderBy(found => found.Name, StringComparer.Ordinal),
    ];

    // <region>-<slug>/<year>/<scope>
    private static bool IsOf(PackCase file, RubricKey key) =>
        file.Scope.Split('/') is [var region, var year, var scope]
        && region.Split('-')[0] == key.Region
        && year == key.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)
        && scope == key.Scope;
}
