using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PerfEval.Rules.Server.Telemetry;

/// <summary>
/// Sends measurements and traces by OTLP, where a setting of OpenTelemetry (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, or the one for either kind) says whereto. All
/// else that its specification names (protocol, headers, interval, sampler) is read from the same place. What is unsent is sent when the service stops.
/// </summary>
internal sealed class TelemetryExport(IConfiguration configuration) : IHostedService, IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceName = "OTEL_SERVICE_NAME";

    // The framework's own; the libraries that would add them to OpenTelemetry by name do no more than this.
    private static readonly string[] Meters =
        [Instruments.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Diagnostics", "System.Runtime", "Npgsql"];

    private const int MostToFlush = 10_000; // milliseconds

    private static readonly string[] Sources = [Instruments.Name, "Microsoft.AspNetCore", "Npgsql"];

    private MeterProvider? metrics;
    private TracerProvider? traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["OTEL_SDK_DISABLED"] is { } disabled && bool.TryParse(disabled, out var isDisabled) && isDisabled)
            return Task.CompletedTask;
        if (IsSet("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"))
            SendMetrics();
        if (IsSet("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"))
            SendTraces();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.Run(() => (metrics?.Shutdown(MostToFlush), traces?.Shutdown(MostToFlush)), cancellationToken);

    public void Dispose()
    {
        metrics?.Dispose();
        traces?.Dispose();
    }

    private void SendMetrics() => metrics = Sdk.CreateMeterProviderBuilder().ConfigureServices(services => services.AddSingleton(configuration))
        .ConfigureResource(Describe).AddMeter(Meters).AddOtlpExporter().Build();

    private void SendTraces() => traces = Sdk.CreateTracerProviderBuilder().ConfigureServices(services => services.AddSingleton(configuration))
        .ConfigureResource(Describe).AddSource(Sources).AddOtlpExporter().Build();

    private bool IsSet(string own) => !string.IsNullOrWhiteSpace(configuration[Endpoint] ?? configuration[own]);

    private void Describe(ResourceBuilder resource)
    {
        if (string.IsNullOrWhiteSpace(configuration[ServiceName]))
            resource.AddService("perfeval", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString(3));
    }
}
