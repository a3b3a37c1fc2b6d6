using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Impacts;
using Quartz;

namespace PerfEval.Rules.Server.Jobs;

/// <summary>Work in the background: by Quartz.NET, clustered over PostgreSQL, in memory over SQLite, where one process works alone.</summary>
internal static class JobsHost
{
    private const string SchedulerName = "perfeval";

    // A node that dies is missed after about twelve seconds.
    private static readonly TimeSpan CheckinInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CheckinGrace = TimeSpan.FromSeconds(7);

    public static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Jobs").Get<JobSettings>() ?? new();
        var store = StoreLocation.Find(configuration.GetConnectionString("Store"));
        services.AddSingleton(settings).AddSingleton<ImpactStore>().AddSingleton<ImpactRubrics>().AddSingleton<ImpactRunner>().AddSingleton<ChunkQueue>()
            .AddSingleton<ImpactResumer>().AddSingleton<Impacts>();
        services.AddHostedService(provider => provider.GetRequiredService<ImpactResumer>());
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = SchedulerName);
            quartz.UseDefaultThreadPool(settings.ThreadCount);
            if (StoreLocation.IsServer(store))
                quartz.UsePersistentStore(jobs => UsePostgres(jobs, store));
            else
                quartz.UseInMemoryStore();
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true); // a chunk is short
    }

    private static void UsePostgres(IPersistentStoreBuilder jobs, string store)
    {
        jobs.UsePostgres(store);
        jobs.ConfigureStore(options => options.StoreJobDataAsStrings = true);
        jobs.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckinInterval, CheckinGrace));
    }
}
