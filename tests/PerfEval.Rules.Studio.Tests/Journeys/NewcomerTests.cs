using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests.Journeys;

/// <summary>Somebody who knows Word and Excel but no JSON makes a rubric from nothing, by forms and expressions alone, on a server of its own.</summary>
[Collection(StudioTests.Name)]
public sealed class NewcomerTests(Infra.Studio studio)
{
    private const string Rate = "得分表达式";

    [BrowserFact]
    public async Task Five_indicators_are_made_by_forms_alone_tried_published_and_scored()
    {
        var store = Directory.CreateTempSubdirectory("perfeval-newcomer-");
        try
        {
            await using var server = await RunningServer.StartAsync(store.FullName);
            await MakeAsync(server);
            await PublishAsync(server);
            var card = await FilingSystem.EvaluateAsync(server, ("440303", 2027, "project"), version: null, Filed());
            Assert.Equal((79m, "中"), (card.GetProperty("total").GetDecimal(), card.GetProperty("grade").GetString()));
            var vetoed = Filed();
            vetoed["data"]!["重大违规"] = true;
            card = await FilingSystem.EvaluateAsync(server, ("440303", 2027, "project"), "1.0.0", vetoed);
            Assert.Equal((59m, "差"), (card.GetProperty("total").GetDecimal(), card.GetProperty("grade").GetString()));
        }
        finally
        {
            store.Delete(recursive: true);
        }
    }

    private static JsonObject Filed() => new()
    {
        ["department"] = FilingSystem.Department,
        ["data"] = new JsonObject
        {
            ["预算数"] = 100,
            ["执行数"] = 90,
            ["满意度"] = 88,
            ["不符合项数"] = 3,
            ["R3a"] = true,
            ["R3b"] = true,
            ["R3c"] = false,
            ["R4"] = 12,
            ["重大违规"] = false,
        },
    };

    private async Task MakeAsync(RunningServer server)
    {
        await using var visit = await studio.VisitAsync(address: server.Address);
        await visit.SignInAsync("demo-author", "/studio/library");
        var desk = new AuthorDesk(visit);
        await desk.BeginEmptyAsync("440303", "２０２７", "项目支出", "新手");
        await MakeBasicsAsync(desk);
        await MakeRulesAsync(desk);
        await visit.Page.Locator(".outline [data-weights='100']").WaitForAsync();
        await visit.ShootAsync("newcomer-rules");
        await TryAsync(desk);
        await visit.ShootAsync("newcomer-tried");
        Assert.Equal(0, await visit.Page.Locator(".trial .badge.bad").CountAsync());
        await desk.SubmitAsync();
        Assert.Empty(visit.Complaints);
    }

    private static async Task MakeBasicsAsync(AuthorDesk desk)
    {
        await desk.ChooseAsync("基本信息与等级");
        await desk.FillAsync("标题", "2027年度项目支出绩效评价指标评分表");
        await desk.FillAsync("出处", "罗湖区财政局");
        foreach (var (grade, from) in ((string, string)[])[("优", "90"), ("良", "８０"), ("中", "60"), ("差", "0")])
            await desk.AddRowAsync(grade, from);
        await desk.AddAsync("数据项", "数据3", "重大违规");
        await desk.PickAsync("类型", "是否");
        await desk.AddAsync("一票否决", "否决1", "重大违规不合格");
        await desk.TypeAsync("否决条件", "重大违规");
        await desk.FillAsync("总分上限", "59");
    }

    private static async Task MakeRulesAsync(AuthorDesk desk)
    {
        await desk.ChooseAsync("预算执行率"); // which an empty rubric begins with
        await desk.FillAsync("分值", "３０");

        await desk.AddRuleAsync("按档次得分", "服务对象满意度", "20");
        await desk.TypeAsync(Rate, "完成率 switch ｛ ≥ 95％ ＝＞ Weight， ≥ 85％ ＝＞ Weight ＊ 0．8， _ ＝＞ 0 ｝");
        await desk.ChooseAsync("数据项", "完成率");
        await desk.FillAsync("名称", "满意度");
        await desk.FillAsync("上限", "100％");
        await desk.ChooseAsync("服务对象满意度");
        await desk.ShowsAsync(Rate, "满意度 switch ｛ ≥ 95％ ＝＞ Weight， ≥ 85％ ＝＞ Weight ＊ 0．8， _ ＝＞ 0 ｝");

        await desk.AddRuleAsync("按项扣分", "财务合规性", "20");
        await desk.TypeAsync(Rate, "Weight － 2 ＊ 不符合项数");
        await desk.ChooseAsync("数据项", "不符合项数");
        await desk.FillAsync("单位", "项");
        await desk.FillAsync("上限", "20");

        await desk.ChooseAsync("预算执行率");
        await desk.AddRuleAsync("按要点得分", "管理制度健全性", "15");
        foreach (var (point, name) in ((string, string)[])[("要点1", "制度齐全"), ("要点2", "责任明确"), ("要点3", "执行到位")])
        {
            await desk.ChooseAsync(point);
            await desk.FillAsync("名称", name);
            await desk.FillAsync("分值", "5");
        }

        await desk.ChooseAsync("预算执行率");
        await desk.AddRuleAsync("评价人打分", "社会效益", "15");
    }

    private static async Task TryAsync(AuthorDesk desk)
    {
        await desk.TurnToAsync("数据");
        foreach (var (input, value) in ((string, string)[])[("预算数", "100"), ("执行数", "90"), ("满意度", "88%"), ("不符合项数", "3"), ("R4", "12")])
            await desk.EnterAsync(input, value);
        foreach (var (point, answer) in ((string, string)[])[("制度齐全", "是"), ("责任明确", "是"), ("执行到位", "否"), ("重大违规", "否")])
            await desk.AnswerAsync(point, answer);
        await desk.TotalAsync("79");
        await desk.KeepCaseAsync("满意度88%：得16分");
        await desk.TurnToAsync("数据");
        await desk.EnterAsync("满意度", "96");
        await desk.TotalAsync("83");
        await desk.KeepCaseAsync("满意度96%：得满分");
    }

    private async Task PublishAsync(RunningServer server)
    {
        await using var visit = await studio.VisitAsync(address: server.Address);
        await visit.SignInAsync("demo-reviewer", "/studio/author");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "新手" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "送审与发布" }).ClickAsync();
        await visit.Page.GetByText("没有错误，适用的 2 个用例全部通过，可以送审或发布。").WaitForAsync();
        await visit.ApproveAsync();
        await visit.Page.GetByText("已发布版本 1.0.0。").WaitForAsync();
    }
}
