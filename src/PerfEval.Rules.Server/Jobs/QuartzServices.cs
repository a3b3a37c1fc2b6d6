using PerfEval.Rules.Storage.Databases;
using Quartz;

namespace PerfEval.Rules.Server.Jobs;

/// <summary>The services that Quartz.NET is made of, apart from those of the host, so that nothing of it is loaded before it is used.</summary>
internal static class QuartzServices
{
    private const string SchedulerName = "perfeval";

    // A node that dies is missed after about twelve seconds.
    private static readonly TimeSpan CheckinInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CheckinGrace = TimeSpan.FromSeconds(7);

    /// <summary>Makes them; jobs get what they ask for from the host.</summary>
    /// <param name="host">The services of the host.</param>
    /// <param name="location">Of the store.</param>
    public static ServiceProvider Build(IServiceProvider host, string location)
    {
        var services = new ServiceCollection();
        // Instances belong to the host, which disposes of them.
        services.AddSingleton(host.GetRequiredService<ILoggerFactory>()).AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(host.GetRequiredService<ImpactRunner>()).AddSingleton(host.GetRequiredService<TimeProvider>());
        services.AddOptions();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = SchedulerName);
            quartz.UseDefaultThreadPool(host.GetRequiredService<JobSettings>().ThreadCount);
            if (StoreLocation.IsServer(location))
                quartz.UsePersistentStore(jobs => UsePostgres(jobs, location));
            else
                quartz.UseInMemoryStore();
        });
        return services.BuildServiceProvider();
    }

    private static void UsePostgres(IPersistentStoreBuilder jobs, string location)
    {
        jobs.UsePostgres(location);
        jobs.ConfigureStore(options => options.StoreJobDataAsStrings = true);
        jobs.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckinInterval, CheckinGrace));
    }
}
