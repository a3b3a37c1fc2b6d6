using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Rules.Server.Telemetry;

namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>Listens to the instruments of one server.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly List<Measured> all = [];
    private readonly Lock gate = new();

    public Measurements(TestServer server)
    {
        var factory = server.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name != Instruments.Name || instrument.Meter.Scope != factory)
                return;
            Published.Add(instrument);
            listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public List<Instrument> Published { get; } = [];

    /// <summary>What one instrument measured so far, gauges asked now.</summary>
    public IReadOnlyList<Measured> Of(string instrument)
    {
        listener.RecordObservableInstruments();
        lock (gate)
            return [.. all.Where(measured => measured.Instrument == instrument)];
    }

    /// <summary>The sums of one instrument by its tags: <c>a=1 b=2: 3</c>, in order.</summary>
    public IEnumerable<string> Sums(string instrument) =>
        Of(instrument).GroupBy(measured => measured.Tags, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key}: {group.Sum(measured => measured.Value)}");

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        lock (gate)
            all.Add(new(instrument.Name, value, text));
    }
}

/// <param name="Tags">Names and values, in the order given.</param>
internal sealed record Measured(string Instrument, double Value, string Tags);
