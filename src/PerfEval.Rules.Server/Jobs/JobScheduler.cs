using PerfEval.Rules.Storage.Databases;
using Quartz;

namespace PerfEval.Rules.Server.Jobs;

/// <summary>
/// The scheduler of this process, started when it is first asked for, since most processes never measure an impact and it takes several MB. Over PostgreSQL it
/// starts with the service: other machines queue work for this one. Safe to share between threads.
/// </summary>
/// <param name="services">What jobs are made from.</param>
/// <param name="location">Of the store.</param>
internal sealed class JobScheduler(IServiceProvider services, string location) : BackgroundService
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Lock end = new();
    private ServiceProvider? own;
    private IScheduler? scheduler;
    private Task? stopped;

    /// <summary>The scheduler, at work.</summary>
    public async Task<IScheduler> GetAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            return scheduler ??= await StartOwnAsync(cancellation);
        }
        finally
        {
            gate.Release();
        }
    }

    // A host may be told to stop by two at once, and is disposed of when either has come back: both wait for the same end.
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (end)
            return stopped ??= StopOnceAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        own?.Dispose();
        gate.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        StoreLocation.IsServer(location) ? StartNowAsync(stoppingToken) : Task.CompletedTask;

    // By itself: over SQLite nothing that names a type of the scheduler's library is compiled.
    private async Task StartNowAsync(CancellationToken stoppingToken) => await GetAsync(stoppingToken);

    private async Task StopOnceAsync(CancellationToken cancellation)
    {
        await base.StopAsync(cancellation);
        if (scheduler is not null)
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellation); // a chunk is short
    }

    private async Task<IScheduler> StartOwnAsync(CancellationToken cancellation)
    {
        own ??= QuartzServices.Build(services, location);
        var started = await own.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellation);
        await started.Start(cancellation);
        return started;
    }
}
