using Microsoft.Playwright;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests.Pages;

[Collection(StudioTests.Name)]
public sealed class CompareTests(Infra.Studio studio)
{
    private const string Luohu = "/studio/compare/440303/2020/department?old=1.0.0&new=1.1.0";

    private const string Adjusted = "按发生额计算调整、调剂比例44.73%：LH06 得2分，总分89.73";
    private const string Quarters = "罗湖区智慧城市建设中心：补足季度进度等虚拟数据后与印出总分一致";

    [BrowserFact]
    public async Task A_case_is_scored_under_both_versions_with_what_changed_beside_each_rule()
    {
        await using var visit = await studio.VisitAsync();
        await OpenWithCaseAsync(visit);
        await visit.ShootAsync("compare-case");
        Assert.Equal(["1.0.0", "1.1.0"], await visit.Page.Locator("thead th .mono").AllInnerTextsAsync());
        Assert.NotEmpty(await visit.Page.Locator("th .change").AllInnerTextsAsync());
    }

    [BrowserFact]
    public async Task What_is_typed_is_scored_under_every_version_as_it_is_typed()
    {
        await using var visit = await studio.VisitAsync();
        await OpenWithCaseAsync(visit);
        await visit.Page.Locator("details summary").ClickAsync();
        await visit.Page.Locator("#field-已完成项目数").FillAsync("50");
        await visit.Page.Locator("td[data-total='90.85']").Nth(1).WaitForAsync();
        Assert.Equal(2, await visit.Page.Locator("td[data-total='90.85']").CountAsync());
    }

    [BrowserFact]
    public async Task A_version_that_does_not_take_the_data_says_why_and_the_other_is_scored()
    {
        await using var visit = await studio.VisitAsync();
        await visit.OpenAsync(Luohu);
        await visit.Page.GetByLabel("从用例填入").SelectOptionAsync(new SelectOptionValue { Label = Adjusted });
        await visit.Page.Locator("td[data-total='89.73']").WaitForAsync();
        await visit.ShootAsync("compare-not-taken");
        Assert.Equal("不能评分", await visit.TextAsync("td[data-total='']"));
        Assert.Contains("/data/", await visit.TextAsync("td .bad .mono"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Only_what_differs_is_left_and_the_table_is_taken_away_as_it_was()
    {
        await using var visit = await studio.VisitAsync("en", "dark");
        await OpenWithCaseAsync(visit, "Fill in from a case");
        await visit.Page.GetByText("Only what differs").ClickAsync();
        await visit.Page.GetByText("Every indicator scores the same.").WaitForAsync();
        Assert.Equal(0, await visit.Page.Locator("tr[data-code]").CountAsync());
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.StartsWith("\"Code\",\"Indicator\",\"1.0.0\",\"1.1.0\"", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("\"\",\"Total\",\"90.73\",\"90.73\"", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task What_a_department_filed_is_compared_by_those_who_may_see_it()
    {
        var id = await studio.Server.FileAsync("440303", 2020, "department", Repository.Case("440303-luohu/2020/department/cases/quarters.json"), "1.0.0");
        await using var bureau = await studio.VisitAsync(account: "demo-bureau");
        await bureau.OpenAsync($"{Luohu}&evaluation={id}");
        await bureau.Page.Locator("td[data-total='90.73']").First.WaitForAsync();
        Assert.Equal(1, await bureau.Page.GetByLabel("从已报送的评价取数").Locator($"option[value='{id}']").CountAsync());
        await using var nobody = await studio.VisitAsync();
        await nobody.OpenAsync($"{Luohu}&evaluation={id}");
        await nobody.Page.GetByText("先选一个用例").WaitForAsync();
        Assert.Equal(0, await nobody.Page.GetByLabel("从已报送的评价取数").CountAsync());
    }

    [BrowserFact]
    public async Task A_rule_that_gives_other_points_shows_by_how_much()
    {
        await using var visit = await studio.VisitAsync(account: "demo-author");
        await visit.StartDraftAsync("对比用");
        await visit.TypeScoreAsync("0.5");
        await visit.Page.Locator(".trial .figure[data-total='90.23']").WaitForAsync();
        await visit.Page.Locator("[data-saved=true]").WaitForAsync();
        await visit.OpenAsync($"/studio/compare/440303/2020/department?old=1.0.0&new={Uri.EscapeDataString("draft:对比用")}");
        await visit.Page.GetByLabel("从用例填入").SelectOptionAsync(new SelectOptionValue { Label = Quarters });
        await visit.Page.Locator("td[data-total='90.23']").WaitForAsync();
        await visit.Page.GetByText("只看有差异的").ClickAsync();
        await visit.Page.Locator("tr[data-code=LH01]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await visit.ShootAsync("compare-draft");
        Assert.Equal("-0.5", await visit.TextAsync("tr[data-code=LH11] .difference.bad"));
        Assert.Contains("得分表达式", await visit.TextAsync("tr[data-code=LH11] .change"), StringComparison.Ordinal);
    }

    private static async Task OpenWithCaseAsync(Visit visit, string label = "从用例填入")
    {
        await visit.OpenAsync(Luohu);
        await visit.Page.GetByLabel(label).SelectOptionAsync(new SelectOptionValue { Label = Quarters });
        await visit.Page.Locator("td[data-total='90.73']").First.WaitForAsync();
    }
}
