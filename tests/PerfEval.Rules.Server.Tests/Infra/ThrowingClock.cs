namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>A clock that is broken: what asks for the time fails as only a bug would.</summary>
internal sealed class ThrowingClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("the clock is broken");
}
