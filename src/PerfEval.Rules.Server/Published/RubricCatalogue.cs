using System.Collections.Frozen;
using System.Collections.Immutable;
using PerfEval.Rules.Storage.Packs;

namespace PerfEval.Rules.Server.Published;

/// <summary>The rubrics that serve, and the files that do not. Immutable and safe to share between threads.</summary>
internal sealed class RubricCatalogue
{
    private readonly FrozenDictionary<RubricKey, ImmutableArray<PublishedRubric>> versions;

    private RubricCatalogue(Dictionary<RubricKey, List<PublishedRubric>> found, ImmutableArray<BrokenPack> broken)
    {
        versions = found.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.OrderByDescending(rubric => rubric.Order).ToImmutableArray());
        Keys = [.. versions.Keys.OrderBy(key => key.ToString(), StringComparer.Ordinal)];
        Broken = broken;
    }

    /// <summary>Every rubric that has a version that serves, by name.</summary>
    public ImmutableArray<RubricKey> Keys { get; }

    /// <summary>Why files do not serve, by path and position.</summary>
    public ImmutableArray<BrokenPack> Broken { get; }

    /// <summary>Takes in every pack that loaded.</summary>
    public static RubricCatalogue Of(IEnumerable<Pack> packs)
    {
        var found = new Dictionary<RubricKey, List<PublishedRubric>>();
        var broken = ImmutableArray.CreateBuilder<BrokenPack>();
        foreach (var pack in packs)
        {
            if (pack.Loaded.Rubric is not { Document: var document } compiled)
            {
                broken.AddRange(BrokenPack.Of(pack));
                continue;
            }

            var key = new RubricKey(document.Region.Code, document.Year, document.Scope);
            var siblings = found.TryGetValue(key, out var known) ? known : found[key] = [];
            if (siblings.Exists(sibling => sibling.Version == document.Version))
                broken.Add(BrokenPack.Repeated(pack));
            else
                siblings.Add(new(compiled));
        }

        return new(found, broken.DrainToImmutable());
    }

    /// <summary>The versions, highest first; empty for an unknown rubric.</summary>
    public ImmutableArray<PublishedRubric> FindVersions(RubricKey key) => versions.TryGetValue(key, out var known) ? known : [];

    /// <summary>The version asked for, or null.</summary>
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
            if (rubric.EffectiveFrom <= day)
                return rubric;
        }

        return null;
    }
}
