using System.Globalization;
using System.Text.Json.Nodes;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests.Pages;

/// <summary>An impact that is stopped by whoever asked for it, on a server that scores one submission at a time.</summary>
[Collection(StudioTests.Name)]
public sealed class ImpactStopTests(Infra.Studio studio) : IAsyncLifetime
{
    // The page asks once a second how far it is.
    private const int Count = 1_500;

    private readonly DirectoryInfo store = Directory.CreateTempSubdirectory("perfeval-stop-");
    private RunningServer? server;

    public async Task InitializeAsync()
    {
        if (Chromium.CanSkip)
            return;
        server = await RunningServer.StartAsync(store.FullName, null, "--Limits:PerCaller=0", "--Jobs:ChunkSize=1", "--Jobs:Threads=1");
        await server.FileAllAsync("440303", 2020, "department", "1.1.0", Enumerable.Range(0, Count).Select(Submission));
    }

    public async Task DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        store.Delete(recursive: true);
    }

    [BrowserFact]
    public async Task An_impact_is_stopped_midway_and_shows_what_it_had_until_then()
    {
        await using var visit = await studio.VisitAsync(account: "demo-bureau", address: server!.Address); // started
        await visit.OpenAsync("/studio/compare/440303/2020/department/impact?old=1.1.0&new=1.0.0");
        // One that was done before it could be stopped is done over.
        while (await RunAsync(visit) == "Done")
            await visit.ShootAsync("impact-too-quick");
        await visit.ShootAsync("impact-stopped");
        Assert.Equal("已停止", await visit.TextAsync(".impact .progress .badge"));
        Assert.Equal("重新测算", await visit.TextAsync(".impact .panel-head button"));
        await visit.Page.GetByText("以下只是已算的部分。").WaitForAsync();

        // Nobody goes on with it.
        await MeasuredAgainAsync(visit);
        await visit.OpenAsync("/studio/compare/440303/2020/department/impact?old=1.1.0&new=1.0.0");
        await visit.Page.Locator(".impact [data-state=Done]").WaitForAsync();
        Assert.Contains($"已算 {Count} / {Count} 份", await visit.TextAsync(".impact .progress"), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.GetByText("以下只是已算的部分。").CountAsync());
    }

    private static JsonNode Submission(int number)
    {
        var submission = Repository.Case("440303-luohu/2020/department/cases/small-adjustment-1.1.0.json");
        submission["period"] = number.ToString(CultureInfo.InvariantCulture);
        return submission;
    }

    /// <summary>Asks for an impact, and stops it as soon as something is scored; the state it ends in.</summary>
    private static async Task<string> RunAsync(Visit visit)
    {
        await visit.Page.EvaluateAsync("document.querySelector('.impact .progress')?.removeAttribute('data-state')"); // that of the one before
        await visit.Page.Locator(".impact .panel-head button").ClickAsync();
        // In the browser at once: between a look and a click from outside it may be done, and the button another one.
        await visit.UntilAsync(
            """
            (() => {
                const button = document.querySelector('.impact .panel-head button');
                const isRunning = button.textContent === '停止测算' && document.querySelector('.impact progress')?.value > 0;
                if (isRunning)
                    button.click();
                return isRunning || document.querySelector('.impact [data-state=Done]') !== null;
            })()
            """);
        var ended = visit.Page.Locator(".impact [data-state=Done], .impact [data-state=Cancelled]");
        await ended.WaitForAsync();
        return (await ended.GetAttributeAsync("data-state"))!; // it is asked for by it
    }

    private static async Task MeasuredAgainAsync(Visit visit)
    {
        await visit.Page.Locator(".impact .panel-head button").ClickAsync();
        await visit.Page.Locator(".impact [data-state=Queued], .impact [data-state=Running], .impact [data-state=Done]").WaitForAsync();
        await visit.Page.Locator(".impact [data-state=Done]").WaitForAsync();
    }
}
