using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using PerfEval.Rules.Server.Api;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Scripting;
using PerfEval.Rules.Server.Telemetry;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Evaluations;
using PerfEval.Rules.Storage.Packs;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server;

/// <summary>The steps of Program.cs that need more than a line.</summary>
internal static partial class Startup
{
    /// <summary>A pack is broken, and the settings are strict.</summary>
    public const int BrokenPacksExitCode = 1;

    /// <summary>The store cannot be used; the log says why.</summary>
    public const int NoStoreExitCode = 2;

    // Of a body that is sent faster than it is read. As much as is usual for a connection's other direction; by default it is a megabyte.
    private const int MostUnread = 128 * 1024;

    // Settings lie beside the program, wherever it is started from.
    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = [.. args.Select(arg => arg == "--strict" ? "--Strict=true" : arg)],
        ContentRootPath = AppContext.BaseDirectory,
    };

    public static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = RequestBody.MaxBytes;
        kestrel.Limits.MaxRequestBufferSize = MostUnread;
    }

    public static void ListenByDefault(this IWebHostBuilder host, IConfiguration configuration)
    {
        // A setting in a file would outrank the environment's ASPNETCORE_URLS, so the default is set here.
        string[] others = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];
        if (!others.Any(key => configuration[key] is not null) && !configuration.GetSection("Kestrel:Endpoints").Exists())
            host.UseUrls(ServerSettings.DefaultUrl);
    }

    public static void AddRubrics(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.Get<ServerSettings>() ?? new();
        services.AddSingleton(settings);
        var scripts = new Scripts(settings.Scripts ? new CSharpScripts() : null);
        services.AddSingleton(scripts);
        services.AddSingleton(PackFolder.Find(settings.Rubrics, scripts.Compiler));
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<RubricStore>();
        services.AddSingleton<DraftStore>();
        services.AddSingleton<PackImport>();
        services.AddSingleton<Publication>();
        services.AddSingleton<RubricSides>();
        services.AddSingleton<CatalogueFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<CatalogueFeed>());
        services.AddTransient(provider => provider.GetRequiredService<CatalogueFeed>().Current); // whoever asks gets one moment's catalogue
        services.AddSingleton<RubricLookup>();
        services.AddSingleton<OpenedRubrics>();
        services.AddSingleton<LanguageSources>();
        services.AddSingleton<RubricReferences>();
    }

    /// <summary>What is measured, and where it is sent.</summary>
    public static void AddTelemetry(this IServiceCollection services) => services.AddSingleton<Instruments>().AddHostedService<TelemetryExport>();

    /// <summary>What files, decides and verifies.</summary>
    public static void AddFiling(this IServiceCollection services) => services
        .AddSingleton<EvaluationIds>().AddSingleton<EvaluationStore>().AddSingleton<ReviewStore>().AddSingleton<EvidenceStore>().AddSingleton<FilingRegister>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<EvaluationVerifier>(provider, provider.GetRequiredService<Scripts>().Compiler is { } compiler ? [compiler] : []))
        .AddSingleton<OriginFiller>().AddSingleton<StoredComparison>().AddSingleton<Filer>().AddSingleton<Rescorer>().AddSingleton<Reviewer>().AddSingleton<EvidenceKeeper>();

    public static void AddReadableJson(this IServiceCollection services) => services.ConfigureHttpJsonOptions(json =>
    {
        json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict; // else the OpenAPI document would say that numbers may be texts
    });

    /// <summary>Imports and loads the rubrics, and logs every reason for which a file does not serve; false when the settings make one fatal.</summary>
    public static async Task<bool> LoadRubricsAsync(this WebApplication app)
    {
        var (folder, feed) = (app.Services.GetRequiredService<PackFolder>(), app.Services.GetRequiredService<CatalogueFeed>());
        await feed.LoadAsync(app.Lifetime.ApplicationStopping);
        var catalogue = feed.Current;
        foreach (var broken in catalogue.Broken)
            LogBroken(app.Logger, folder.FullPath(broken.File), broken.Line, broken.Column, broken.Code, broken.Message.En);
        LogServing(app.Logger, catalogue.Keys.Length, folder.Root);
        return catalogue.Broken.IsEmpty || !app.Services.GetRequiredService<ServerSettings>().Strict;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{File}:{Line}:{Column}: error {Code}: {Message}")]
    private static partial void LogBroken(ILogger logger, string file, int line, int column, string code, string message);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} rubrics serve from {Folder}")]
    private static partial void LogServing(ILogger logger, int count, string folder);
}
