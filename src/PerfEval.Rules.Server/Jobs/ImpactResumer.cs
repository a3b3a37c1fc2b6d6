using PerfEval.Rules.Storage.Impacts;

namespace PerfEval.Rules.Server.Jobs;

/// <summary>
/// Looks after every impact that has not ended: when the service starts, when one is asked for, and every few seconds. Whatever a machine left undone is queued
/// again, so that nothing rests on the queue.
/// </summary>
internal sealed partial class ImpactResumer(ImpactStore store, ImpactRunner runner, ChunkQueue queue, TimeProvider clock, ILogger<ImpactResumer> logger) : BackgroundService
{
    private const int MostAttempts = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    // A chunk takes a second or two; whoever took it up and has no result after this is taken for dead.
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim wake = new(0);

    /// <summary>Looks at once: something was asked for.</summary>
    public void Wake() => wake.Release();

    /// <inheritdoc/>
    public override void Dispose()
    {
        wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        do
        {
            await TryAsync("the list", async () =>
            {
                foreach (var id in await store.ListOpenAsync(stoppingToken))
                    await TryAsync(id, () => AdvanceAsync(id, stoppingToken));
            });
        }
        while (await wake.WaitAsync(Interval, stoppingToken) || !stoppingToken.IsCancellationRequested);
    }

    // Whatever goes wrong with one impact, or for a while with the store, neither ends the service nor keeps the others waiting: it is tried again at the next look.
    private async Task TryAsync(string what, Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogWaiting(logger, what, exception);
        }
    }

    private async Task AdvanceAsync(string id, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not { HasEnded: false } impact)
            return;
        if (impact.Submissions is null)
            await runner.PlanAsync(impact, cancellation);
        var (open, queued) = (await store.ListOpenChunksAsync(id, cancellation), await queue.ListAsync(id, cancellation));
        var lost = open.Where(chunk => !queued.Contains(chunk.Number) || chunk.BegunAt < clock.GetUtcNow() - Overdue).ToList();
        if (open.IsEmpty)
            await runner.FinishAsync(id, cancellation);
        else if (lost.Find(chunk => chunk.Attempts >= MostAttempts) is { } hopeless)
            await store.FailAsync(id, hopeless.Number, clock.GetUtcNow(), cancellation);
        else
            await queue.AddAsync(id, [.. lost.Select(chunk => chunk.Number)], cancellation);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "impact {Impact} waits")]
    private static partial void LogWaiting(ILogger logger, string impact, Exception exception);
}
