using System.Collections.Immutable;
using System.Data.Common;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Server.Telemetry;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Published;

/// <summary>
/// Keeps the catalogue as the store has it: asks several times a second whether anything was published or retired, by this process or another, and only then
/// reads what is new. Safe to share between threads.
/// </summary>
/// <remarks>Five dependencies: what it reads, twice, when, and who is told.</remarks>
internal sealed partial class CatalogueFeed(RubricStore store, PackImport packs, Scripts scripts, Instruments instruments, TimeProvider clock, ILogger<CatalogueFeed> logger) : BackgroundService
{
    /// <summary>How often it asks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Dictionary<string, Compiled> compiledByHash = new(StringComparer.Ordinal);
    private ImportedPacks imported = new([], []);
    private long? number;
    private volatile RubricCatalogue current = RubricCatalogue.Empty;

    /// <summary>What serves now.</summary>
    public RubricCatalogue Current => current;

    /// <summary>Imports the packs and loads what is published; before anything is served.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        imported = await packs.RunAsync(cancellation);
        await RefreshAsync(cancellation);
        imported = imported with { Sound = [] }; // what serves of them is known by now
    }

    /// <summary>Takes in what was published or retired since; whoever publishes calls it, so as to be served at once.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            // What is published between the two reads is read twice, never missed.
            var latest = await store.ReadChangeNumberAsync(cancellation);
            if (latest == number)
                return;
            using (Instruments.Begin(Instruments.Activity.Refresh))
                current = await ReadAsync(cancellation);
            instruments.Refreshed(current);
            number = latest;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        gate.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var isFailing = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
                isFailing = false;
            }
            catch (Exception exception) when (exception is DbException or IOException or TimeoutException)
            {
                // What was read last keeps serving; one line, not four a second.
                if (!isFailing)
                    LogStale(logger, exception);
                isFailing = true;
            }
        }
    }

    private async Task<RubricCatalogue> ReadAsync(CancellationToken cancellation)
    {
        var rubrics = new List<PublishedRubric>();
        var broken = imported.Broken.ToBuilder();
        foreach (var stored in await store.ListAsync(null, cancellation))
        {
            if (!compiledByHash.TryGetValue(stored.Hash, out var known))
                compiledByHash.Add(stored.Hash, known = Compile(stored, await store.FindTextAsync(stored.Rubric, stored.Version, cancellation) ?? []));
            if (known.Rubric is { } rubric)
                rubrics.Add(new(rubric, stored));
            broken.AddRange(known.Faults);
        }

        return RubricCatalogue.Of(rubrics, broken.ToImmutable());
    }

    private Compiled Compile(StoredVersion stored, byte[] utf8)
    {
        // Compiling takes most of the time that the service needs to start: what the import has compiled from the same bytes serves as it is.
        if (imported.Sound.FirstOrDefault(pack => pack.Loaded.Rubric!.Hash == stored.Hash && pack.Utf8.Span.SequenceEqual(utf8)) is { } pack) // sound: there is one
            return new(pack.Loaded.Rubric, []);
        var file = $"store/{stored.Rubric}/{stored.Version}.json";
        var loaded = RubricLoader.Load(utf8, scripts: scripts.Compiler);
        if (loaded.Rubric is not { } rubric)
            return new(null, BrokenPack.Of(file, loaded));
        return rubric.Hash == stored.Hash ? new(rubric, []) : new(null, [BrokenPack.Tampered(file, stored.Hash, rubric.Hash)]);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "the store does not say what is published; what was read last keeps serving")]
    private static partial void LogStale(ILogger logger, Exception exception);

    private sealed record Compiled(CompiledRubric? Rubric, ImmutableArray<BrokenPack> Faults);
}
