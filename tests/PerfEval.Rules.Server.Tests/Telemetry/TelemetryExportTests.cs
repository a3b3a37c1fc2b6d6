using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PerfEval.Rules.Server.Telemetry;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Telemetry;

/// <summary>A server process that sends to a collector on this machine.</summary>
public sealed class TelemetryExportTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> received = new(StringComparer.Ordinal);
    private readonly TemporaryFolder packs = Some.Packs();
    private WebApplication collector = null!; // started before each test

    private string Endpoint => "--OTEL_EXPORTER_OTLP_ENDPOINT=" + collector.Urls.First();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        collector = builder.Build();
        collector.MapPost("/v1/{kind}", async (string kind, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
            // Names and texts stand in a message as they are.
            received.AddOrUpdate(kind, Encoding.UTF8.GetString(body.ToArray()), (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
        });
        await collector.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await collector.DisposeAsync();
        packs.Dispose();
    }

    [Fact]
    public async Task What_was_measured_and_traced_has_arrived_when_the_service_has_stopped()
    {
        await RunAsync(Endpoint);
        Assert.Contains("perfeval.evaluations", received["metrics"], StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", received["metrics"], StringComparison.Ordinal);
        Assert.Contains(Some.Name, received["metrics"], StringComparison.Ordinal);
        Assert.Contains(Instruments.Activity.Score, received["traces"], StringComparison.Ordinal);
        Assert.Contains("POST /evaluate", received["traces"], StringComparison.Ordinal); // the framework's own
        Assert.Contains("service.name", received["traces"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_where_nothing_says_whereto()
    {
        await RunAsync();
        await RunAsync(Endpoint, "--OTEL_SDK_DISABLED=true");
        Assert.Empty(received);
    }

    private async Task RunAsync(params string[] settings)
    {
        using var server = await RunningServer.StartAsync(packs.Root, null, ["--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", .. settings]);
        using var client = new HttpClient { BaseAddress = server.Address };
        using var answer = await client.PostAsync("/evaluate?dryRun=true", Some.Body());
        Assert.True(answer.IsSuccessStatusCode);
        await server.TerminateAsync();
        Assert.Equal(0, await server.WaitForExitAsync());
    }
}
