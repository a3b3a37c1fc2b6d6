namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>One server with the small rubric, shared by the tests of a class.</summary>
public sealed class SmallServer : IDisposable
{
    private readonly TemporaryFolder packs = Some.Packs();
    private readonly TestServer server;

    public SmallServer()
    {
        server = new(packs.Root);
        Client = server.CreateClient();
        Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public HttpClient Client { get; }

    public void Dispose()
    {
        server.Dispose();
        packs.Dispose();
    }
}
