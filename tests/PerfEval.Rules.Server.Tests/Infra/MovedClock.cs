namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class MovedClock : TimeProvider
{
    private DateTimeOffset now = FixedClock.JulyInChina.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => now;

    public void Move(TimeSpan time) => now += time;
}
