using System.Collections.Immutable;
using System.Globalization;
using Quartz;

namespace PerfEval.Rules.Server.Jobs;

/// <summary>The chunks of impacts that wait for a machine, one job each. Safe to share between threads.</summary>
internal sealed class ChunkQueue(JobScheduler jobs, TimeProvider clock)
{
    /// <summary>The numbers of an impact's chunks that wait or are at work.</summary>
    public async Task<ImmutableHashSet<int>> ListAsync(string impactId, CancellationToken cancellation)
    {
        var scheduler = await jobs.GetAsync(cancellation);
        var keys = await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(impactId), cancellation);
        return [.. keys.Select(key => int.Parse(key.Name, CultureInfo.InvariantCulture))];
    }

    /// <summary>Queues chunks, behind those that wait; one that waits already is queued anew.</summary>
    public async Task AddAsync(string impactId, IReadOnlyCollection<int> numbers, CancellationToken cancellation)
    {
        if (numbers.Count == 0)
            return;
        var scheduler = await jobs.GetAsync(cancellation);
        var chunks = numbers.ToDictionary(number => JobOf(impactId, number), IReadOnlyCollection<ITrigger> (number) => [TriggerOf(impactId, number)]);
        await scheduler.ScheduleJobs(chunks, ScheduleJobOptions.Replacing, cancellation);
    }

    private static IJobDetail JobOf(string impactId, int number) =>
        JobBuilder.Create<ChunkJob>().WithIdentity(NameOf(number), impactId).RequestRecovery().Build();

    private ITrigger TriggerOf(string impactId, int number) =>
        TriggerBuilder.Create(clock).WithIdentity(NameOf(number), impactId).ForJob(NameOf(number), impactId).StartNow().Build();

    private static string NameOf(int number) => number.ToString(CultureInfo.InvariantCulture);
}
