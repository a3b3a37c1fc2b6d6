using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

/// <summary>A bug of the service is answered by a problem too, which tells nothing of its inside.</summary>
public sealed class InternalErrorTests
{
    [Fact]
    public async Task A_bug_is_500_and_the_next_request_is_answered()
    {
        using var packs = Some.Packs();
        var clock = new ThrowingClock();
        await using var server = new TestServer(packs.Root, clock, onKestrel: true);
        server.StartServer();
        clock.IsBroken = true;
        using var client = server.CreateClient();
        using var response = await client.PostAsync("/evaluate?dryRun=true", Some.Body());
        var (code, errors) = await response.ReadProblemAsync(500);
        Assert.Equal("internal-error", code);
        Assert.Empty(errors);
        Assert.DoesNotContain("clock", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);

        using var next = await client.PostAsync("/evaluate?dryRun=true", Some.Body(version: "1.0.0"));
        Assert.True(next.IsSuccessStatusCode, await next.Content.ReadAsStringAsync());
    }
}
