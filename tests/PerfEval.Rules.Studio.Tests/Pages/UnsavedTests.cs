using Microsoft.Playwright;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests.Pages;

/// <summary>What is typed while the server is gone.</summary>
[Collection(StudioTests.Name)]
public sealed class UnsavedTests(Infra.Studio studio) : IAsyncLifetime
{
    private const string Typed = "（１ － 0.25）＊１";

    private readonly DirectoryInfo store = Directory.CreateTempSubdirectory("perfeval-unsaved-");
    private RunningServer? server;

    public async Task InitializeAsync() => server = Chromium.CanSkip ? null : await RunningServer.StartAsync(store.FullName);

    public async Task DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        store.Delete(recursive: true);
    }

    [BrowserFact]
    public async Task What_is_typed_while_the_server_is_dead_is_offered_when_it_is_back()
    {
        await using var visit = await studio.VisitAsync(account: "demo-author", address: server!.Address); // started
        var desk = new AuthorDesk(visit);
        await visit.StartDraftAsync("断线");
        await visit.TypeScoreAsync("（１ － 0.5）＊１");
        await visit.Page.Locator(".trial .figure[data-total='90.23']").WaitForAsync();
        await desk.SavedAsync();
        await KeptAsync(visit, "0");

        await RestartAsync(visit, () => visit.TypeScoreAsync(Typed));
        await visit.Page.Locator(".conflict", new() { HasText = "断线时您写的内容还在，尚未保存。" }).WaitForAsync();
        await visit.Page.Locator(".conflict .monaco-diff-editor .view-line").First.WaitForAsync();
        await visit.ShootAsync("author-unsaved");
        await visit.Page.Locator(".trial .figure[data-total='90.23']").WaitForAsync();
        await desk.Button("恢复").ClickAsync();
        await visit.Page.Locator(".trial .figure[data-total='90.48']").WaitForAsync();
        await desk.SavedAsync();
        await KeptAsync(visit, "0");

        await desk.ChooseAsync("固定资产利用率");
        await desk.ShowsAsync("得分表达式", Typed);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "JSON", Exact = true }).ClickAsync();
        await visit.Page.Locator(".text .monaco-editor .view-line").First.WaitForAsync();
        await RestartAsync(visit, () => TypeAtEndAsync(visit, "写了一半"));
        await visit.Page.Locator(".conflict").WaitForAsync();
        await desk.Button("放弃").ClickAsync();
        await visit.Page.Locator(".conflict").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await visit.Page.Locator(".trial .figure[data-total='90.48']").WaitForAsync();
        await KeptAsync(visit, "0");
    }

    private async Task RestartAsync(Visit visit, Func<Task> type)
    {
        await visit.Page.EvaluateAsync("window.isBefore = true");
        await server!.DisposeAsync(); // started
        await visit.Page.Locator("#components-reconnect-modal[class*=components-reconnect-]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await type();
        await KeptAsync(visit, "1");
        server = await RunningServer.StartAsync(store.FullName, server.Address);
        await visit.Page.WaitForFunctionAsync("() => !window.isBefore");
        await visit.WaitUntilLiveAsync();
    }

    private static async Task TypeAtEndAsync(Visit visit, string text)
    {
        await visit.Page.Locator(".text .monaco-editor .view-lines").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".text textarea.inputarea")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Control+End");
        await visit.Page.Keyboard.TypeAsync(text);
    }

    // How many texts the browser keeps.
    private static Task KeptAsync(Visit visit, string count) =>
        visit.UntilAsync($"Object.keys(sessionStorage).filter(key => key.startsWith('perfeval-unsaved:')).length === {count}");
}
