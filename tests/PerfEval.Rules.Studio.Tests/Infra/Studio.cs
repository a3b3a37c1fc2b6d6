using Microsoft.Playwright;

namespace PerfEval.Rules.Studio.Tests.Infra;

/// <summary>One server and one browser for all tests.</summary>
public sealed class Studio : IAsyncLifetime
{
    // Long for a person, short for a machine that is busy with other tests.
    private const int TimeoutMilliseconds = 15_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public RunningServer Server { get; private set; } = null!; // started before the first test

    public async Task InitializeAsync()
    {
        if (Chromium.CanSkip)
            return;
        Server = await RunningServer.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    /// <summary>A new browser profile with one tab, on an office screen.</summary>
    public async Task<Visit> VisitAsync(string language = "zh-CN", string theme = "light")
    {
        var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 }, AcceptDownloads = true }); // initialized
        context.SetDefaultTimeout(TimeoutMilliseconds);
        await context.AddCookiesAsync([CookieOf("perfeval-language", language), CookieOf("perfeval-theme", theme)]);
        return new(context, await context.NewPageAsync(), Server.Address);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
    }

    private Cookie CookieOf(string name, string value) => new() { Name = name, Value = value, Url = Server.Address.ToString() };
}

/// <summary>Tests that share the server and the browser; one after the other, as the machine is small.</summary>
[CollectionDefinition(Name)]
public sealed class StudioTests : ICollectionFixture<Studio>
{
    public const string Name = "studio";
}
