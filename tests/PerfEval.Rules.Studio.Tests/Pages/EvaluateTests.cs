using Microsoft.Playwright;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests.Pages;

[Collection(StudioTests.Name)]
public sealed class EvaluateTests(Infra.Studio studio)
{
    private const string Luohu = "/studio/evaluate/440303/2020/department/1.0.0";
    private const string Quarters = "罗湖区智慧城市建设中心：补足季度进度等虚拟数据后与印出总分一致";

    [BrowserFact]
    public async Task A_reason_is_asked_for_where_points_are_lost_and_stays_with_the_submission()
    {
        await using var visit = await studio.VisitAsync();
        await visit.OpenAsync("/studio/evaluate/420112/2020/department/1.0.0");
        await visit.Page.GetByLabel("从用例填入").SelectOptionAsync(new SelectOptionValue { Label = "由两个项目汇总：累加、加权平均、取最大值，先汇总完成数再计分" });
        var reasons = visit.Page.Locator("fieldset", new() { HasText = "原因说明" });
        var first = reasons.Locator("textarea").First;
        await first.FillAsync("疫情影响，部分项目招标滞后");
        await reasons.GetByText("已填 1 / ").WaitForAsync();
        await visit.ShootAsync("evaluate-reasons", fullPage: true);
        await visit.Page.ReloadAsync();
        await visit.WaitUntilLiveAsync();
        await Assertions.Expect(first).ToHaveValueAsync("疫情影响，部分项目招标滞后");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "评分表" }).ClickAsync();
        await visit.Page.Locator(".sheet .reasons").GetByText("服务次数：疫情影响，部分项目招标滞后").WaitForAsync();
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task A_case_fills_the_form_in_and_gives_the_printed_total()
    {
        await using var visit = await studio.VisitAsync();
        await OpenFilledAsync(visit);
        await visit.ShootAsync("evaluate-filled");
        Assert.Equal("90.73", await visit.TextAsync(".total .figure"));
    }

    [BrowserFact]
    public async Task Every_stroke_is_scored()
    {
        await using var visit = await studio.VisitAsync();
        await OpenFilledAsync(visit);
        var done = visit.Page.Locator("#field-已完成项目数");
        await done.FillAsync("50");
        await TotalAsync(visit, "90.85");
        await done.FillAsync("");
        await visit.Page.Locator(".figure.open").WaitForAsync();
        Assert.Equal("84.85–90.85", await visit.TextAsync(".total .figure"));
    }

    [BrowserFact]
    public async Task Full_width_digits_and_thousands_separators_are_numbers()
    {
        await using var visit = await studio.VisitAsync();
        await OpenFilledAsync(visit);
        await visit.Page.Locator("#field-已完成项目数").FillAsync("５０");
        await TotalAsync(visit, "90.85");
        await visit.Page.Locator("#field-调整预算支出").FillAsync("16,075.09");
        await visit.Page.Locator("#field-已完成项目数").FillAsync("49");
        await TotalAsync(visit, "90.73");
    }

    [BrowserFact]
    public async Task A_value_out_of_range_is_marked_where_it_stands()
    {
        await using var visit = await studio.VisitAsync();
        await OpenFilledAsync(visit);
        await visit.Page.Locator("#field-满意度").FillAsync("120");
        await visit.Page.Locator("#field-满意度[aria-invalid=true]").WaitForAsync();
        Assert.Contains("100", await visit.TextAsync("#field-满意度-faults"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_score_explains_itself()
    {
        await using var visit = await studio.VisitAsync();
        await OpenFilledAsync(visit);
        await visit.Page.Locator("tr[data-code=LH18] .rule").ClickAsync();
        await visit.Page.Locator(".why .figures").WaitForAsync();
        Assert.EndsWith("= 5.88", await visit.TextAsync(".why .figures"), StringComparison.Ordinal);
        Assert.Contains("项目按时完成率 = 98", await visit.TextAsync(".why .parts"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task What_is_reported_is_held_against_what_the_rule_gives()
    {
        await using var visit = await studio.VisitAsync();
        await OpenFilledAsync(visit);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "自评对照" }).ClickAsync();
        var total = visit.Page.GetByLabel("总分：自评得分");
        Assert.Equal("90.73", await total.InputValueAsync());
        await total.FillAsync("95");
        await visit.Page.Locator("tr.top .badge.bad").WaitForAsync();
        Assert.StartsWith("不符", await visit.TextAsync("tr.top .badge"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Switching_the_language_keeps_what_was_typed()
    {
        await using var visit = await studio.VisitAsync();
        await visit.OpenAsync(Luohu);
        await visit.Page.Locator("#field-计划完成项目总数").FillAsync("50");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Score sheet" }).WaitForAsync();
        Assert.Equal("50", await visit.Page.Locator("#field-计划完成项目总数").InputValueAsync());
        Assert.Equal("en", await visit.Page.EvaluateAsync<string>("document.documentElement.lang"));
    }

    [BrowserFact]
    public async Task What_was_typed_survives_a_reload()
    {
        await using var visit = await studio.VisitAsync();
        await visit.OpenAsync(Luohu);
        await visit.Page.Locator("#field-计划完成项目总数").FillAsync("50");
        await visit.UntilAsync("Object.values(sessionStorage).some(text => text.includes('计划完成项目总数'))");
        await visit.Page.ReloadAsync();
        await visit.Page.Locator(".notice").WaitForAsync();
        Assert.Equal("50", await visit.Page.Locator("#field-计划完成项目总数").InputValueAsync());
    }

    [BrowserFact]
    public async Task Cells_copied_from_a_spreadsheet_fill_a_table()
    {
        await using var visit = await studio.VisitAsync();
        await visit.OpenAsync("/studio/evaluate/420112/2020/accounts/1.0.0");
        var cell = visit.Page.Locator("td[data-row='0'][data-column='0'] input").First;
        await cell.EvaluateAsync(
            """
            cell => {
                const clipboardData = new DataTransfer();
                clipboardData.setData('text/plain', '甲\t1,234.5\r\n乙\t2');
                cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }
            """);
        var second = visit.Page.Locator("td[data-row='1'][data-column='0'] input").First;
        await second.WaitForAsync();
        Assert.Equal("甲", await cell.InputValueAsync());
        Assert.Equal("乙", await second.InputValueAsync());
    }

    [BrowserFact]
    public async Task The_scorecard_prints_as_the_score_sheet_and_nothing_else()
    {
        await using var visit = await studio.VisitAsync();
        await OpenFilledAsync(visit);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "评分表" }).ClickAsync();
        await visit.Page.Locator("article.sheet").WaitForAsync();
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visit.ShootAsync("evaluate-sheet-print", fullPage: true);
        Assert.False(await visit.Page.Locator("header.bar").IsVisibleAsync());
        Assert.Contains("90.73", await visit.TextAsync("tfoot"), StringComparison.Ordinal);
        Assert.Contains("深圳市罗湖区智慧城市建设中心", await visit.TextAsync("article.sheet"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_submission_can_be_taken_away_and_opened_again()
    {
        await using var visit = await studio.VisitAsync();
        await OpenFilledAsync(visit);
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = "下载" }).ClickAsync());
        var path = await download.PathAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "清空" }).ClickAsync();
        await visit.Page.Locator(".figure.open").WaitForAsync();
        await visit.Page.Locator("input[type=file]").SetInputFilesAsync(path);
        await TotalAsync(visit, "90.73");
    }

    private static async Task OpenFilledAsync(Visit visit)
    {
        await visit.OpenAsync(Luohu);
        await visit.Page.Locator("select.cases").SelectOptionAsync(new SelectOptionValue { Label = Quarters });
        await TotalAsync(visit, "90.73");
    }

    private static Task TotalAsync(Visit visit, string total) => visit.Page.Locator($".figure[data-total='{total}']").WaitForAsync();
}
