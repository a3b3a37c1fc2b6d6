namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>A clock that can break: what asks for the time then fails as only a bug would.</summary>
internal sealed class ThrowingClock : TimeProvider
{
    /// <summary>Whether it is broken by now: a server has to start before it can fail.</summary>
    public bool IsBroken { get; set; }

    public override DateTimeOffset GetUtcNow() => IsBroken ? throw new InvalidOperationException("the clock is broken") : FixedClock.JulyInChina.GetUtcNow();
}
