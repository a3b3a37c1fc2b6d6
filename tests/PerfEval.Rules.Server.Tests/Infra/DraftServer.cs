using PerfEval.Rules.Server.Identity;

namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>A server with the small rubric, an author and a reviewer; new for each test.</summary>
public abstract class DraftServer : IAsyncLifetime
{
    private readonly TemporaryFolder packs = Some.Packs();

    protected DraftServer() => Server = new(packs.Root);

    protected HttpClient Author { get; private set; } = null!; // made before each test

    protected HttpClient Reviewer { get; private set; } = null!; // likewise

    private protected TestServer Server { get; }

    public async Task InitializeAsync()
    {
        Author = await Server.CreateClientAsync(Roles.Author);
        Reviewer = await Server.CreateClientAsync(Roles.Reviewer);
    }

    public async Task DisposeAsync()
    {
        Author.Dispose();
        Reviewer.Dispose();
        await Server.DisposeAsync();
        packs.Dispose();
    }
}
