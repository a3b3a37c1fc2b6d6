using PerfEval.Rules.Server;
using PerfEval.Rules.Server.Api;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Jobs;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Studio;
using PerfEval.Rules.Server.Telemetry;

if (args is ["--check-health", ..])
    return await HealthProbe.RunAsync(args[1..]);

var builder = WebApplication.CreateSlimBuilder(Startup.Options(args));
builder.WebHost.UseKestrelHttpsConfiguration();
builder.WebHost.ListenByDefault(builder.Configuration);
builder.WebHost.ConfigureKestrel(Startup.Limit);
builder.Services.AddSingleton(TimeProvider.System);
if (!await builder.TryAddStoreAsync())
    return Startup.NoStoreExitCode;

builder.Services.AddTelemetry();
builder.Services.AddRubrics(builder.Configuration);
builder.AddIdentity();
builder.Services.AddFiling();
builder.Services.AddJobs(builder.Configuration);
builder.Services.AddReadableJson();
builder.Services.AddApiDocument();
builder.AddStudio();

var app = builder.Build();
if (await app.PrepareAsync() is { } exitCode)
    return exitCode;

app.UseRequestNames();
app.UseProxies();
app.UseSecurityHeaders();
app.UseProblems();
app.UseStudio();
app.UseRequestLog();
app.UseIdentity();
app.MapEvaluate();
app.MapCompare();
app.MapImpact();
app.MapWorkflows();
app.MapEvaluations();
app.MapDecisions();
app.MapEvidence();
app.MapSubmissions();
app.MapRubrics();
app.MapLanguage();
app.MapSession();
app.MapSignInForms();
app.MapAccounts();
app.MapKeys();
app.MapAudit();
app.MapVersions();
app.MapDrafts();
app.MapHealth();
app.MapApiDocument();
app.MapStudio();
await app.RunAsync();
return 0;
