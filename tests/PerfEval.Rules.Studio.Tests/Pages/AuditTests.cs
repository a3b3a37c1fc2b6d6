using System.Net.Http.Json;
using Microsoft.Playwright;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests.Pages;

[Collection(StudioTests.Name)]
public sealed class AuditTests(Infra.Studio studio)
{
    private const int PageLength = 50;

    [BrowserFact]
    public async Task A_reviewer_sees_that_every_entry_holds()
    {
        await using var visit = await studio.VisitAsync(account: "demo-reviewer");
        await visit.OpenAsync("/studio/library");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "审计" }).ClickAsync();
        await visit.Page.Locator("td.hash").First.WaitForAsync();
        var newest = await visit.TextAsync("tbody tr td");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "校验" }).ClickAsync();
        await visit.Page.Locator(".notice.good").WaitForAsync();
        await visit.ShootAsync("audit-verified");
        Assert.StartsWith($"{newest} 条记录全部吻合", await visit.TextAsync(".notice.good"), StringComparison.Ordinal);
        Assert.Matches("[0-9a-f]{64}$", await visit.TextAsync(".notice.good"));
        Assert.StartsWith(await visit.TextAsync("tbody td.hash"), await visit.TextAsync(".notice.good .mono"), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task One_turns_pages_and_keeps_to_one_subject()
    {
        await using var visit = await studio.VisitAsync(account: "demo-admin");
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = studio.Server.Address };
        for (var i = 0; i < PageLength; i++) // each is an entry of its own
            (await client.PostAsJsonAsync(new Uri("session", UriKind.Relative), new { name = "demo-admin", password = "perfeval-demo" })).EnsureSuccessStatusCode();
        await visit.OpenAsync("/studio/audit?subject=demo-admin");
        var top = await visit.TextAsync("tbody tr td");
        Assert.Equal(PageLength, await visit.Page.Locator("tbody tr").CountAsync());
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "更早" }).ClickAsync();
        var newer = visit.Page.GetByRole(AriaRole.Link, new() { Name = "较新" });
        await newer.WaitForAsync();
        Assert.NotEqual(top, await visit.TextAsync("tbody tr td"));
        Assert.Equal(await visit.Page.Locator("tbody tr").CountAsync(), await visit.Page.Locator("td.subject", new() { HasText = "demo-admin" }).CountAsync());
        await newer.ClickAsync();
        await newer.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal(top, await visit.TextAsync("tbody tr td"));
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("demo-nobody");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.GetByText("没有记录。").WaitForAsync();
    }
}
