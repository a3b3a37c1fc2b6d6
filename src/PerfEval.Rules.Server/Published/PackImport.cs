using System.Collections.Immutable;
using PerfEval.Rules.Storage.Packs;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Published;

/// <summary>Publishes the packs that the store does not have yet.</summary>
internal sealed class PackImport(PackFolder folder, RubricStore store, TimeProvider clock)
{
    /// <summary>Imports the packs.</summary>
    public async Task<ImportedPacks> RunAsync(CancellationToken cancellation)
    {
        var sound = ImmutableArray.CreateBuilder<Pack>();
        var broken = new List<BrokenPack>();
        var versions = new HashSet<(RubricKey, string)>();
        foreach (var pack in folder.ReadPacks())
        {
            if (pack.Loaded.Rubric is not { Document: var document })
                broken.AddRange(BrokenPack.Of(pack.Path, pack.Loaded));
            else if (!versions.Add((RubricKey.Of(document), document.Version)))
                broken.Add(BrokenPack.Repeated(pack));
            else
                sound.Add(pack);
        }

        var conflicts = await store.ImportAsync(sound.ToImmutable(), folder.ReadCases(), clock.GetUtcNow(), cancellation);
        return new(sound.ToImmutable(), [.. broken.Concat(conflicts.Select(BrokenPack.Conflict)).OrderBy(fault => fault.File, StringComparer.Ordinal)]);
    }
}

/// <summary>What importing found.</summary>
/// <param name="Sound">The packs that can serve.</param>
/// <param name="Broken">Why other files do not, by path and position.</param>
internal sealed record ImportedPacks(ImmutableArray<Pack> Sound, ImmutableArray<BrokenPack> Broken);
