using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Http;

public sealed class SecurityHeadersTests(SmallServer server) : IClassFixture<SmallServer>
{
    [Theory]
    [InlineData("/rubrics", 200)]
    [InlineData("/audit", 401)]
    [InlineData("/nothing", 404)]
    [InlineData("/swagger/index.html", 200)]
    [InlineData("/studio/library", 200)]
    public async Task Every_answer_tells_the_browser_what_it_may_do(string address, int status)
    {
        using var response = await server.Anonymous.GetAsync(address);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
    }
}
