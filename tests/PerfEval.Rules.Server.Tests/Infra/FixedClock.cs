namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>A clock that stands still.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>Still June in London, July in Beijing.</summary>
    public static FixedClock JulyInChina { get; } = new(new(2026, 6, 30, 16, 30, 0, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => now;
}
