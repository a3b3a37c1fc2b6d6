namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>One server process over the small rubric and one broken in every way, shared by the tests of a class.</summary>
public sealed class RobustServer : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder packs = Some.Packs();

    public HttpClient Client { get; private set; } = null!; // set before the first test

    internal RunningServer Process { get; private set; } = null!; // likewise

    public async Task InitializeAsync()
    {
        Write("440301", rubric => rubric.Replace("\"Weight\": 40", "\"Weight\": 50", StringComparison.Ordinal));
        Write("440302", rubric => rubric.Replace("\"Rules\":", "\"GlobalParams\": [{ \"Name\": \"甲\", \"Expression\": \"乙 + 1\" }, { \"Name\": \"乙\", \"Expression\": \"甲 * 2\" }],\n  \"Rules\":", StringComparison.Ordinal));
        Write("440304", rubric => rubric.Replace("min(", new string('(', 100_000) + "min(", StringComparison.Ordinal));
        Write("440305", rubric => rubric.Replace("项目支出", "\\ud800", StringComparison.Ordinal));
        Write("440306", rubric => rubric.Replace("min(", "min(\\u0000", StringComparison.Ordinal));
        Write("440307", _ => string.Concat(Enumerable.Repeat("{\"Rules\": [", 100_000)));
        Process = await RunningServer.StartAsync(packs.Root);
        Client = new() { BaseAddress = Process.Address };
        Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Client.Dispose();
        Process.Dispose();
        packs.Dispose();
    }

    private void Write(string region, Func<string, string> spoil) =>
        packs.Write($"{region}-broken/2020/project/1.0.0.json", spoil(Some.Rubric().Replace(Some.Region, region, StringComparison.Ordinal)));
}
