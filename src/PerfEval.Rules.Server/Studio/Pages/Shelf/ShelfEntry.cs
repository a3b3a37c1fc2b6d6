using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Studio.Pages.Shelf;

/// <summary>One rubric in the library; described by the version in force, else by its highest.</summary>
internal sealed record ShelfEntry(RubricKey Key, string Title, string RegionName, int Indicators, string Hash, ImmutableArray<ShelfVersion> Versions)
{
    private const int ShownHash = 10;
    private const string HashPrefix = "sha256:";

    public string Address => Serving.Address;

    /// <summary>The version in force, else the highest.</summary>
    public string ServingVersion => Serving.Number;

    public string ShortHash => Hash.Replace(HashPrefix, "", StringComparison.Ordinal)[..ShownHash];

    public string Searched => $"{Title} {Key} {RegionName} {Hash}";

    private ShelfVersion Serving => Versions.FirstOrDefault(version => version.IsInForce, Versions[0]);

    public static ShelfEntry Of(RubricKey key, RubricCatalogue catalogue, DateOnly today)
    {
        var inForce = catalogue.FindInForce(key, today);
        var versions = catalogue.FindVersions(key);
        var compiled = (inForce ?? versions[0]).Compiled;
        return new(
            key,
            compiled.Document.Title ?? key.ToString(),
            compiled.Document.Region.Name ?? key.Region,
            CountLeaves(compiled.Document.Rules),
            compiled.Hash,
            [.. versions.Select(version => new ShelfVersion(version.Version, Addresses.Of(key, version.Version), version == inForce))]);
    }

    private static int CountLeaves(ImmutableArray<Rule> rules) => rules.Sum(rule => rule.Rules.IsEmpty || rule.Score is not null ? 1 : CountLeaves(rule.Rules));
}

/// <summary>One version of it.</summary>
internal sealed record ShelfVersion(string Number, string Address, bool IsInForce);
