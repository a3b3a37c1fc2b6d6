using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests.Pages;

/// <summary>The cases of a draft, which its authors keep one by one.</summary>
[Collection(StudioTests.Name)]
public sealed class DraftCaseTests(Infra.Studio studio)
{
    private const string Luohu = "440303/2020/department";
    private const string Decrease = "只有净调减2.78%：LH06 得3分，总分90.73";
    private const string Adjusted = "按发生额计算调整、调剂比例44.73%：LH06 得2分，总分89.73";

    [BrowserFact]
    public async Task Of_two_who_make_a_case_of_one_name_the_second_sees_both_and_chooses()
    {
        await using var first = await studio.VisitAsync(account: "demo-author");
        var desk = new AuthorDesk(first);
        await desk.BeginAsync(Luohu + "@1.1.0", "同名用例");
        await using var second = await studio.VisitAsync(account: "demo-author");
        var other = new AuthorDesk(second);
        await second.OpenAsync(new Uri(first.Page.Url).AbsolutePath);
        await KeepAsync(desk, Decrease, "90.73");
        await KeepAsync(other, Adjusted, "89.73");
        await second.Page.Locator(".conflict", new() { HasText = "用例“同名”已被别人改动" }).WaitForAsync();
        await second.Page.Locator(".conflict .monaco-diff-editor .view-line").First.WaitForAsync();
        await second.ShootAsync("author-case-conflict");
        Assert.Equal(90.73m, await TotalAsync(second, "同名用例", "同名"));
        await other.Button("用我的覆盖").ClickAsync();
        await GoneAsync(second);
        Assert.Equal(89.73m, await TotalAsync(second, "同名用例", "同名"));

        // The first still knows the case as it was.
        await first.Page.Locator(".trial").GetByLabel("删除用例 同名").ClickAsync();
        await first.Page.Locator(".conflict", new() { HasText = "您要删除的用例“同名”已被别人改动" }).WaitForAsync();
        await desk.Button("用已保存的").ClickAsync();
        await GoneAsync(first);
        Assert.Equal(89.73m, await TotalAsync(first, "同名用例", "同名"));
    }

    [BrowserFact]
    public async Task A_name_that_is_changed_back_by_undo_is_changed_back_in_the_cases()
    {
        await using var visit = await studio.VisitAsync(account: "demo-author");
        var desk = new AuthorDesk(visit);
        await desk.BeginAsync(Luohu + "@1.1.0", "撤销改名");
        await desk.TurnToAsync("数据");
        await desk.FillFromAsync(Decrease, "90.73");
        var before = await CasesAsync(visit, "撤销改名");
        Assert.Contains("\"在用固定资产总额\"", before, StringComparison.Ordinal);
        await desk.ChooseAsync("数据项", "实际在用固定资产总额");
        await desk.FillAsync("名称", "在用资产");
        await BecomeAsync(visit, "撤销改名", cases => cases == before.Replace("\"在用固定资产总额\"", "\"在用资产\"", StringComparison.Ordinal));
        await desk.TotalAsync("90.73");
        await desk.Button("撤销").ClickAsync();
        await BecomeAsync(visit, "撤销改名", cases => cases == before);
        await desk.TotalAsync("90.73");
        await desk.Button("重做").ClickAsync();
        await BecomeAsync(visit, "撤销改名", cases => !cases.Contains("\"在用固定资产总额\"", StringComparison.Ordinal));
        await desk.TotalAsync("90.73");
        Assert.Equal(0, await visit.Page.Locator(".fault, .conflict").CountAsync());
    }

    private static async Task KeepAsync(AuthorDesk desk, string source, string total)
    {
        await desk.TurnToAsync("数据");
        await desk.FillFromAsync(source, total);
        await desk.KeepCaseAsync("同名");
    }

    private static Task GoneAsync(Visit visit) => visit.Page.Locator(".conflict").WaitForAsync(new() { State = WaitForSelectorState.Detached });

    private static async Task<decimal> TotalAsync(Visit visit, string draft, string name) =>
        JsonNode.Parse(await ReadAsync(visit, draft, "/" + Uri.EscapeDataString(name)))!["Expect"]!["Total"]!.GetValue<decimal>(); // what the studio makes of a case

    private static Task BecomeAsync(Visit visit, string draft, Func<string, bool> wanted) => Visit.UntilAsync(async () => wanted(await CasesAsync(visit, draft)));

    private static async Task<string> CasesAsync(Visit visit, string draft) =>
        string.Join('\n', JsonNode.Parse(await ReadAsync(visit, draft, ""))!.AsArray().Select(each => each!["text"]!.GetValue<string>())); // a list of cases

    private static async Task<string> ReadAsync(Visit visit, string draft, string path)
    {
        var address = new Uri(new Uri(visit.Page.Url), $"/rubrics/{Luohu}/drafts/{Uri.EscapeDataString(draft)}/cases{path}");
        var answer = await visit.Page.APIRequest.GetAsync(address.ToString());
        return await answer.TextAsync();
    }
}
