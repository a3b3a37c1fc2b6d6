using PerfEval.Rules.Server.Identity;

namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>One server with the small rubric, shared by the tests of a class.</summary>
public sealed class SmallServer : IAsyncLifetime
{
    private readonly TemporaryFolder packs = Some.Packs();

    public SmallServer() => Host = new(packs.Root);

    /// <summary>A bureau that covers every region.</summary>
    public HttpClient Client { get; private set; } = null!; // made before the first test

    /// <summary>Nobody that the server knows.</summary>
    public HttpClient Anonymous { get; private set; } = null!; // likewise

    internal TestServer Host { get; }

    public async Task InitializeAsync()
    {
        Client = await Host.CreateClientAsync(Roles.Bureau);
        Anonymous = Host.CreateClient();
        Anonymous.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        packs.Dispose();
    }
}
