using Microsoft.Playwright;

namespace PerfEval.Rules.Studio.Tests.Infra;

/// <summary>What an author does to a draft.</summary>
internal static class Drafting
{
    private const string Luohu = "440303/2020/department@1.0.0";

    extension(Visit visit)
    {
        /// <summary>Makes a draft of a version and chooses one of its rules.</summary>
        public async Task StartDraftAsync(string name, string source = Luohu, string rule = "固定资产利用率")
        {
            await visit.OpenAsync("/studio/author?from=" + Uri.EscapeDataString(source));
            await visit.Page.GetByLabel("草稿名称").FillAsync(name);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "建立草稿" }).ClickAsync();
            await visit.Page.WaitForURLAsync("**/studio/author/**");
            await visit.WaitUntilLiveAsync();
            await visit.Page.Locator(".outline .entry", new() { HasText = rule }).First.ClickAsync();
            await visit.Page.Locator(".outline .entry[aria-current=true]", new() { HasText = rule }).WaitForAsync();
        }

        /// <summary>Approves and publishes the draft that is open for review, and says so once more.</summary>
        public async Task ApproveAsync()
        {
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "通过并发布" }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "发布后不能再改，确认发布" }).ClickAsync();
        }

        /// <summary>Puts another expression in the place of the chosen rule's.</summary>
        public async Task TypeScoreAsync(string expression)
        {
            await visit.WaitForEditorAsync();
            await visit.Page.Locator(".monaco-editor").First.ClickAsync();
            await visit.Page.Keyboard.PressAsync("Control+a");
            await visit.Page.Keyboard.TypeAsync(expression);
            await visit.Page.Keyboard.PressAsync("Escape");
        }
    }
}
