using System.Data.Common;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Storage.Databases;
using Polly;

namespace PerfEval.Rules.Server;

/// <summary>Opens the store when the program starts. Where that cannot be, one line of the log says why and what to do, and the program ends.</summary>
internal static partial class StoreOpening
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    /// <summary>Opens the store and brings its schema up to date before anything is served; waits a while for a server that is just starting. False: it said why not.</summary>
    public static async Task<bool> TryAddStoreAsync(this WebApplicationBuilder builder)
    {
        var wait = TimeSpan.FromSeconds((builder.Configuration.Get<ServerSettings>() ?? new()).StoreWait);
        using var logging = LoggerFactory.Create(log => log.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
        if (await OpenAsync(Locate(builder.Configuration), wait, logging.CreateLogger<StoreDatabase>()) is not { } database)
            return false;
        builder.Services.AddSingleton(_ => database); // made by the container's own function, it is closed with the container: what was queued is committed first
        return true;
    }

    private static async Task<StoreDatabase?> OpenAsync(string location, TimeSpan wait, ILogger logger)
    {
        var opened = await TryOpenAsync(location);
        if (opened.Refusal is { MayPass: true } passing && wait > TimeSpan.Zero)
        {
            LogWaiting(logger, passing.Message.Zh, passing.Message.En, wait.TotalSeconds);
            opened = await Waiting(wait).ExecuteAsync(async _ => await TryOpenAsync(location));
        }

        if (opened.Refusal is { } refusal)
            LogRefused(logger, refusal.Message.Zh, refusal.Message.En);
        return opened.Database;
    }

    // For so long, however long each attempt takes.
    private static ResiliencePipeline<(StoreDatabase? Database, StoreRefusal? Refusal)> Waiting(TimeSpan wait)
    {
        var start = TimeProvider.System.GetTimestamp();
        return new ResiliencePipelineBuilder<(StoreDatabase? Database, StoreRefusal? Refusal)>().AddRetry(new()
        {
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result.Refusal is { MayPass: true } && TimeProvider.System.GetElapsedTime(start) < wait),
            Delay = BetweenAttempts,
            MaxRetryAttempts = int.MaxValue,
        }).Build();
    }

    /// <summary>Reads what the service begins with: rubrics and accounts. Null: it may begin; else the log says why not, and this is what to end with.</summary>
    public static async Task<int?> PrepareAsync(this WebApplication app)
    {
        try
        {
            if (!await app.LoadRubricsAsync())
                return Startup.BrokenPacksExitCode;
            await app.PrepareAccountsAsync();
            return null;
        }
        catch (Exception exception) when (StoreRefusal.Find(exception, Locate(app.Configuration)) is { } refusal && exception is DbException)
        {
            LogRefused(app.Logger, refusal.Message.Zh, refusal.Message.En);
            return Startup.NoStoreExitCode;
        }
    }

    private static string Locate(IConfiguration configuration) => StoreLocation.Find(configuration.GetConnectionString("Store"));

    private static async Task<(StoreDatabase? Database, StoreRefusal? Refusal)> TryOpenAsync(string location)
    {
        try
        {
            return (await StoreDatabase.OpenAsync(location), null);
        }
        catch (Exception exception) when (StoreRefusal.Find(exception, location) is { } refusal)
        {
            return (null, refusal);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Zh} / {En}")]
    private static partial void LogRefused(ILogger logger, string zh, string en);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Zh} / {En} (waiting up to {Seconds} s)")]
    private static partial void LogWaiting(ILogger logger, string zh, string en, double seconds);
}
