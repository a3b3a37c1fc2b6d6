using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Impacts;

namespace PerfEval.Rules.Server.Jobs;

/// <summary>Work in the background: by Quartz.NET, clustered over PostgreSQL, in memory over SQLite, where one process works alone.</summary>
internal static class JobsHost
{
    public static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Jobs").Get<JobSettings>() ?? new();
        var location = StoreLocation.Find(configuration.GetConnectionString("Store"));
        services.AddSingleton(settings).AddSingleton<ImpactStore>().AddSingleton<ImpactRubrics>().AddSingleton<ImpactRunner>().AddSingleton<ChunkQueue>()
            .AddSingleton<ImpactResumer>().AddSingleton<Impacts>();
        services.AddSingleton(provider => new JobScheduler(provider, location));
        services.AddHostedService(provider => provider.GetRequiredService<ImpactResumer>());
        services.AddHostedService(provider => provider.GetRequiredService<JobScheduler>());
    }
}
