using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests.Pages;

/// <summary>What a new version does to all that was filed. On a server of its own: it publishes.</summary>
[Collection(StudioTests.Name)]
public sealed class ImpactTests(Infra.Studio studio) : IAsyncLifetime
{
    private const string Impact = "/studio/compare/440303/2020/department/impact";

    private readonly DirectoryInfo store = Directory.CreateTempSubdirectory("perfeval-impact-");
    private RunningServer? server;

    public async Task InitializeAsync()
    {
        if (Chromium.CanSkip)
            return;
        server = await RunningServer.StartAsync(store.FullName);
        for (var month = 1; month <= 3; month++)
        {
            var submission = Repository.Case("440303-luohu/2020/department/cases/small-adjustment-1.1.0.json");
            submission["period"] = string.Create(CultureInfo.InvariantCulture, $"2020-0{month}");
            await server.FileAsync("440303", 2020, "department", submission, "1.1.0");
        }
    }

    public async Task DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        store.Delete(recursive: true);
    }

    [BrowserFact]
    public async Task The_reviewer_sees_what_a_draft_does_to_all_that_was_filed_and_the_bureau_whose_totals_move()
    {
        await using var author = await VisitAsync("demo-author");
        await author.StartDraftAsync("影响", "440303/2020/department@1.1.0");
        await author.TypeScoreAsync("0.5");
        await author.Page.Locator("[data-saved=true]").WaitForAsync();
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "送审与发布" }).ClickAsync();
        await author.Page.GetByRole(AriaRole.Heading, new() { Name = "对全部填报的影响" }).WaitForAsync();

        await MeasureAsync(author);
        await author.ShootAsync("impact-review", fullPage: true);
        Assert.Contains("共 3 份填报", await author.TextAsync(".impact .sum"), StringComparison.Ordinal);
        Assert.Contains("平均变化 -0.5 分", await author.TextAsync(".impact .sum"), StringComparison.Ordinal);
        Assert.StartsWith("固定资产利用率 3 / 3 -0.5", await author.TextAsync(".rules tr[data-rule=LH11]"), StringComparison.Ordinal);
        Assert.Equal(1, await author.Page.GetByText("因此不列名单").CountAsync());
        Assert.Equal(0, await author.Page.Locator(".notice.warn").CountAsync());

        await author.Page.GetByRole(AriaRole.Button, new() { Name = "送审", Exact = true }).ClickAsync();
        await author.Page.GetByText("待审核").First.WaitForAsync();
        await using var reviewer = await VisitAsync("demo-reviewer");
        await reviewer.OpenAsync(new Uri(author.Page.Url).AbsolutePath);
        await reviewer.Page.Locator(".impact [data-state=Done]").WaitForAsync();
        await reviewer.ApproveAsync();
        await reviewer.Page.Locator(".notice.good").WaitForAsync();

        await using var bureau = await VisitAsync("demo-bureau");
        await bureau.OpenAsync(Impact);
        Assert.Equal("1.1.0 → 1.2.0", await bureau.TextAsync(".impact .panel-head .mono"));
        await MeasureAsync(bureau);
        await bureau.ShootAsync("impact-movers", fullPage: true);
        Assert.Equal(3, await bureau.Page.Locator(".movers tbody tr").CountAsync());
        await bureau.Page.Locator(".movers tbody a").First.ClickAsync();
        await bureau.Page.Locator("td[data-total='90.23']").WaitForAsync();
        Assert.Equal("-0.5", await bureau.TextAsync("tr[data-code=LH11] .difference.bad"));
    }

    [BrowserFact]
    public async Task What_two_versions_do_to_all_that_was_filed_stands_in_figures_charts_and_tables()
    {
        foreach (var (language, theme) in ((string, string)[])[("zh-CN", "light"), ("en", "dark")])
        {
            await using var visit = await studio.VisitAsync(language, theme, "demo-bureau", server!.Address); // started
            await visit.OpenAsync(Impact + "?old=1.0.0&new=1.1.0");
            await MeasureAsync(visit);
            await visit.Page.Locator(".rz-chart .rz-column-series path").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await visit.ShootAsync($"impact-{language}-{theme}", fullPage: true);
            var found = await visit.Page.RunAxe();
            Assert.Empty(found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => violation.Id + " " + violation.Nodes[0].Html));
            Assert.Empty(visit.Complaints);
        }
    }

    [BrowserFact]
    public async Task Who_passes_from_one_grade_to_another_is_counted()
    {
        var submission = Repository.Case("000000-national/2020/project.自评/cases/typical.json");
        submission["department"] = "深圳市罗湖区智慧城市建设中心";
        await server!.FileAsync("440303", 2020, "project.自评", submission); // started
        await using var author = await VisitAsync("demo-author");
        await author.StartDraftAsync("不计执行率", "000000/2020/project.自评@1.0.0", "预算执行率");
        await author.TypeScoreAsync("Weight * 0");
        await author.Page.Locator("[data-saved=true]").WaitForAsync();
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "送审与发布" }).ClickAsync();
        await author.Page.Locator(".impact").WaitForAsync();
        await MeasureAsync(author);
        await author.ShootAsync("impact-grades", fullPage: true);
        Assert.Equal("良 0 1", await author.TextAsync(".matrix tbody tr"));
        Assert.Equal("1", await author.TextAsync(".matrix td.moves"));
    }

    private async Task<Visit> VisitAsync(string account) => await studio.VisitAsync(account: account, address: server!.Address); // started before the first test

    private static async Task MeasureAsync(Visit visit)
    {
        await visit.Page.Locator(".impact .panel-head button").ClickAsync();
        await visit.Page.Locator(".impact [data-state=Done]").WaitForAsync(new() { Timeout = 60_000 });
        await visit.Page.Locator(".impact .sum").WaitForAsync();
    }
}
