using Microsoft.Playwright;

namespace PerfEval.Rules.Studio.Tests.Infra;

/// <summary>One server and one browser for all tests.</summary>
public sealed class Studio : IAsyncLifetime
{
    // Far too long for a person; a machine that is busy with other tests needs it.
    private const int TimeoutMilliseconds = 60_000;

    private readonly DirectoryInfo store = Directory.CreateTempSubdirectory("perfeval-studio-");
    private IPlaywright? playwright;
    private IBrowser? browser;

    public RunningServer Server { get; private set; } = null!; // started before the first test

    public async Task InitializeAsync()
    {
        if (Chromium.CanSkip)
            return;
        Server = await RunningServer.StartAsync(store.FullName);
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(TimeoutMilliseconds);
        browser = await Chromium.LaunchAsync(playwright);
    }

    /// <summary>A new browser profile with one tab, on an office screen.</summary>
    /// <param name="account">One of the accounts for trying things out; null: nobody.</param>
    public async Task<Visit> VisitAsync(string language = "zh-CN", string theme = "light", string? account = null, Uri? address = null)
    {
        var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 }, AcceptDownloads = true }); // initialized
        context.SetDefaultTimeout(TimeoutMilliseconds);
        var host = address ?? Server.Address;
        await context.AddCookiesAsync([CookieOf("perfeval-language", language, host), CookieOf("perfeval-theme", theme, host)]);
        if (account is not null)
            await SignInAsync(context, account, host);
        return new(context, await context.NewPageAsync(), host);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
        store.Delete(recursive: true);
    }

    private static async Task SignInAsync(IBrowserContext context, string account, Uri host)
    {
        var answer = await context.APIRequest.PostAsync(new Uri(host, "session").ToString(), new() { DataObject = new { name = account, password = "perfeval-demo" } });
        Assert.True(answer.Ok, await answer.TextAsync());
    }

    private static Cookie CookieOf(string name, string value, Uri host) => new() { Name = name, Value = value, Url = host.ToString() };
}

/// <summary>Tests that share the server and the browser; one after the other, as the machine is small.</summary>
[CollectionDefinition(Name)]
public sealed class StudioTests : ICollectionFixture<Studio>
{
    public const string Name = "studio";
}
