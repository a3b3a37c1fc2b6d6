using Microsoft.Playwright;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests.Pages;

[Collection(StudioTests.Name)]
public sealed class AuthorTests(Infra.Studio studio)
{
    [BrowserFact]
    public async Task Full_width_signs_are_typed_as_they_come_and_the_trial_follows()
    {
        await using var visit = await studio.VisitAsync(account: "demo-author");
        await visit.StartDraftAsync("全角");
        await visit.TypeScoreAsync("（１ － 0.5）＊１");
        await visit.Page.Locator(".trial .figure[data-total='90.23']").WaitForAsync();
        await visit.ShootAsync("author-trial");
        Assert.Equal(0, await visit.Page.Locator(".squiggly-error").CountAsync());
        Assert.Contains("90.73", await visit.TextAsync(".trial .was"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_slip_is_underlined_and_put_right_by_its_fix()
    {
        await using var visit = await studio.VisitAsync(account: "demo-author");
        await visit.StartDraftAsync("改错");
        await visit.TypeScoreAsync("min(1、0.5)");
        await visit.Page.Locator(".squiggly-error").First.WaitForAsync();
        await visit.ShootAsync("author-squiggle");
        await visit.Page.Keyboard.PressAsync("Home");
        for (var i = 0; i < 5; i++)
            await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.PressAsync("Control+.");
        await visit.Page.Locator(".context-view .action-item, .codeActionMenuWidget .codeAction").First.WaitForAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator(".trial .figure[data-total='90.23']").WaitForAsync();
    }

    [BrowserFact]
    public async Task Editors_may_be_left_before_they_are_there()
    {
        await using var visit = await studio.VisitAsync(account: "demo-author");
        await visit.StartDraftAsync("匆忙");
        var before = studio.Server.Log.Length;
        await visit.Page.EvaluateAsync(
            """
            async () => {
                for (let round = 0; round < 12; round++) {
                    for (const entry of document.querySelectorAll('.outline .rule .entry:not(.parent)')) {
                        entry.click();
                        await new Promise(resolve => setTimeout(resolve, round * 4));
                    }
                }
            }
            """);
        await new AuthorDesk(visit).ChooseAsync("固定资产利用率");
        await visit.WaitForEditorAsync();
        var log = studio.Server.Log[before..];
        Assert.True(!log.Contains("Unhandled exception", StringComparison.Ordinal), log);
    }

    [BrowserFact]
    public async Task Form_and_text_are_one_document_and_undo_reaches_across()
    {
        await using var visit = await studio.VisitAsync(account: "demo-author");
        await visit.StartDraftAsync("往返");
        var name = visit.Page.Locator("#edit-RuleName");
        await name.FillAsync("固定资产使用率");
        await name.BlurAsync();
        await visit.Page.Locator(".outline .entry", new() { HasText = "固定资产使用率" }).WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "JSON", Exact = true }).ClickAsync();
        await visit.WaitForEditorAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "表单", Exact = true }).ClickAsync();
        await visit.Page.Locator(".outline .entry", new() { HasText = "固定资产使用率" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal("固定资产利用率", await name.InputValueAsync());
    }

    [BrowserFact]
    public async Task What_is_undone_while_an_editor_is_being_made_stays_undone()
    {
        await using var visit = await studio.VisitAsync(account: "demo-author");
        await visit.StartDraftAsync("抢先");
        var name = visit.Page.Locator("#edit-RuleName");
        await name.FillAsync("固定资产使用率");
        await name.BlurAsync();
        var renamed = visit.Page.Locator(".outline .entry", new() { HasText = "固定资产使用率" });
        await renamed.WaitForAsync();
        for (var delay = 0; delay < 100; delay += 8)
        {
            // From within the page: a click from outside waits for the page to rest.
            await visit.Page.EvaluateAsync(
                """
                async delay => {
                    const button = name => [...document.querySelectorAll('button')].find(button => button.textContent.trim() === name);
                    button('JSON').click();
                    await new Promise(resolve => setTimeout(resolve, delay));
                    button('撤销').click();
                }
                """,
                delay);
            await visit.WaitForEditorAsync();
            await visit.UntilAsync("monaco.editor.getModels().every(model => !model.getValue().includes('固定资产使用率'))");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "表单", Exact = true }).ClickAsync();
            await name.WaitForAsync();
            await Assertions.Expect(renamed).ToHaveCountAsync(0);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "重做" }).ClickAsync();
            await renamed.WaitForAsync();
        }
    }

    [BrowserFact]
    public async Task An_indicator_is_moved_by_mouse_and_keyboard_and_stays_chosen()
    {
        await using var visit = await studio.VisitAsync(account: "demo-author");
        await visit.StartDraftAsync("换位", rule: "按工作重点合理分配");
        var rules = visit.Page.Locator(".outline .rule");
        var moved = rules.Filter(new() { HasText = "按工作重点合理分配" });
        await moved.DragToAsync(rules.Filter(new() { HasText = "预算分配不固化" }));
        await Assertions.Expect(rules.Nth(7)).ToContainTextAsync("按工作重点合理分配");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "上移" }).ClickAsync();
        await Assertions.Expect(rules.Nth(6)).ToContainTextAsync("按工作重点合理分配");
        await Assertions.Expect(moved.Locator("[aria-current=true]")).ToBeVisibleAsync();
        await moved.GetByRole(AriaRole.Button).FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(rules.Nth(7).GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await visit.Page.ReloadAsync();
        await Assertions.Expect(moved.Locator("[aria-current=true]")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_text_that_is_no_JSON_any_more_is_there_after_a_reload_to_be_mended()
    {
        await using var visit = await studio.VisitAsync(account: "demo-author");
        await visit.StartDraftAsync("写坏");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "JSON", Exact = true }).ClickAsync();
        await visit.WaitForEditorAsync();
        await visit.Page.Locator(".middle .view-lines").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".middle textarea.inputarea")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Control+Home");
        await visit.Page.Keyboard.TypeAsync("x");
        await visit.Page.GetByText("草稿有错误，显示的是最近一次无误时的结果。").WaitForAsync();
        await SavedAsync(visit);
        await visit.Page.ReloadAsync();
        await visit.WaitUntilLiveAsync();
        await visit.WaitForEditorAsync();
        await visit.Page.Locator(".middle .view-lines").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".middle textarea.inputarea")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Control+Home");
        await visit.Page.Keyboard.PressAsync("Delete");
        await visit.Page.Locator(".trial .figure[data-total='90.73']").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "表单", Exact = true }).ClickAsync();
        await visit.Page.Locator("#edit-Code").WaitForAsync();
    }

    [BrowserFact]
    public async Task A_draft_is_submitted_and_published_by_another_person_and_both_versions_score()
    {
        await using var author = await studio.VisitAsync(account: "demo-author");
        await author.StartDraftAsync("发布", "430181/2020/project@1.1.0", "基本信息与等级");
        await author.Page.Locator("#edit-Source").FillAsync("浏阳市财政局");
        await author.Page.Locator("#edit-ChangeNote").FillAsync("注明出处");
        await author.Page.Locator("#edit-ChangeNote").BlurAsync();
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "送审与发布" }).ClickAsync();
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "送审", Exact = true }).ClickAsync();
        await author.Page.GetByText("待审核").First.WaitForAsync();
        await using var reviewer = await studio.VisitAsync(account: "demo-reviewer");
        await reviewer.OpenAsync(new Uri(author.Page.Url).AbsolutePath);
        await reviewer.Page.Locator(".change, li", new() { HasText = "修订" }).First.WaitForAsync();
        await reviewer.ShootAsync("review");
        await reviewer.ApproveAsync();
        await reviewer.Page.Locator(".notice.good").WaitForAsync();
        Assert.Contains("1.1.1", await reviewer.TextAsync(".notice.good"), StringComparison.Ordinal);
        await reviewer.OpenAsync("/studio/library/430181/2020/project/1.1.1");
        Assert.Contains("1.1.1", await reviewer.Page.Locator("select.mono").InputValueAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_draft_outlives_the_server_and_editing_goes_on()
    {
        var store = Directory.CreateTempSubdirectory("perfeval-restart-");
        try
        {
            var first = await RunningServer.StartAsync(store.FullName);
            await using var visit = await studio.VisitAsync(account: "demo-author", address: first.Address);
            await visit.StartDraftAsync("重启");
            await visit.Page.Locator("#edit-RuleName").FillAsync("改过的名称");
            await visit.Page.Locator("#edit-RuleName").BlurAsync();
            await visit.Page.Locator(".outline .entry", new() { HasText = "改过的名称" }).WaitForAsync();
            await visit.TypeScoreAsync("（１ － 0.5）＊１");
            await visit.Page.Locator(".trial .figure[data-total='90.23']").WaitForAsync();
            await SavedAsync(visit);
            await visit.Page.EvaluateAsync("window.isBefore = true");
            await first.DisposeAsync();
            await using var second = await RunningServer.StartAsync(store.FullName, first.Address);
            // The page finds the server again by itself, loads anew and comes back with the draft.
            await visit.Page.WaitForFunctionAsync("() => !window.isBefore");
            await visit.WaitUntilLiveAsync();
            await new AuthorDesk(visit).ChooseAsync("改过的名称");
            await new AuthorDesk(visit).ShowsAsync("得分表达式", "（１ － 0.5）＊１");
            await visit.TypeScoreAsync("（１ － 0.25）＊１");
            await visit.Page.Locator(".trial .figure[data-total='90.48']").WaitForAsync();
            await visit.Page.Locator("#edit-RuleName").FillAsync("又改了一次");
            await visit.Page.Locator("#edit-RuleName").BlurAsync();
            await visit.Page.Locator(".outline .entry", new() { HasText = "又改了一次" }).WaitForAsync();
            await SavedAsync(visit);
        }
        finally
        {
            store.Delete(recursive: true);
        }
    }

    [BrowserFact]
    public async Task A_column_is_renamed_where_it_is_used_and_all_of_the_rubric_follows()
    {
        await using var visit = await studio.VisitAsync(account: "demo-author");
        await visit.StartDraftAsync("改列名", "000000/2020/project.自评@1.0.0", "$(row.三级指标)");
        await visit.WaitForEditorAsync();
        var total = await visit.Page.Locator(".trial .figure").GetAttributeAsync("data-total");
        Assert.NotEqual("", total);
        var problems = await visit.TextAsync(".trial .tabs button:last-child");
        var used = visit.Page.Locator(".monaco-editor .view-line span span", new() { HasText = "完成值" });
        await used.First.ClickAsync();
        await visit.Page.Keyboard.PressAsync("F2");
        var box = visit.Page.Locator(".rename-box input").And(visit.Page.Locator(":focus"));
        await box.WaitForAsync();
        await box.FillAsync("实际完成值");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator(".monaco-editor .view-line", new() { HasText = "row.实际完成值" }).First.WaitForAsync();
        await visit.ShootAsync("author-column-renamed");
        await SavedAsync(visit);
        await visit.Page.Locator($".trial .figure[data-total='{total}']").WaitForAsync();
        Assert.Equal(problems, await visit.TextAsync(".trial .tabs button:last-child"));
    }

    private static Task SavedAsync(Visit visit) => visit.Page.Locator("[data-saved=true]").WaitForAsync();
}
