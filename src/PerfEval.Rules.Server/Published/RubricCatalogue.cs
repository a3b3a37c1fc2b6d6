using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PerfEval.Rules.Server.Published;

/// <summary>The rubrics that serve, and the files that do not, at one moment. Immutable and safe to share between threads.</summary>
internal sealed class RubricCatalogue
{
    private readonly FrozenDictionary<RubricKey, ImmutableArray<PublishedRubric>> versions;

    private RubricCatalogue(FrozenDictionary<RubricKey, ImmutableArray<PublishedRubric>> versions, ImmutableArray<BrokenPack> broken)
    {
        this.versions = versions;
        Keys = [.. versions.Keys.OrderBy(key => key.ToString(), StringComparer.Ordinal)];
        (VersionCount, Broken) = (versions.Values.Sum(known => known.Length), broken);
    }

    /// <summary>Nothing serves.</summary>
    public static RubricCatalogue Empty { get; } = Of([], []);

    /// <summary>Every rubric that has a version that serves, by name.</summary>
    public ImmutableArray<RubricKey> Keys { get; }

    /// <summary>How many versions serve, retired ones too.</summary>
    public int VersionCount { get; }

    /// <summary>Why files do not serve, by path and position.</summary>
    public ImmutableArray<BrokenPack> Broken { get; }

    /// <summary>A catalogue of these versions.</summary>
    public static RubricCatalogue Of(IEnumerable<PublishedRubric> rubrics, ImmutableArray<BrokenPack> broken) => new(
        rubrics
            .GroupBy(rubric => RubricKey.Of(rubric.Compiled.Document))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(rubric => rubric.Order).ToImmutableArray()),
        broken);

    /// <summary>The versions, highest first; empty for an unknown rubric.</summary>
    public ImmutableArray<PublishedRubric> FindVersions(RubricKey key) => versions.TryGetValue(key, out var known) ? known : [];

    /// <summary>The version asked for, retired or not, or null.</summary>
    public PublishedRubric? Find(RubricKey key, string version)
    {
        foreach (var rubric in FindVersions(key))
        {
            if (rubric.Version == version)
                return rubric;
        }

        return null;
    }

    /// <summary>The highest version in force on a day, or null.</summary>
    public PublishedRubric? FindInForce(RubricKey key, DateOnly day)
    {
        foreach (var rubric in FindVersions(key))
        {
            if (!rubric.IsRetired && rubric.EffectiveFrom <= day)
                return rubric;
        }

        return null;
    }
}
