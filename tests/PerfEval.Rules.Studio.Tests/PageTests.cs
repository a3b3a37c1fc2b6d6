using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests;

/// <summary>What holds for every page, in both languages, light and dark.</summary>
[Collection(StudioTests.Name)]
public sealed class PageTests(Infra.Studio studio)
{
    private static readonly (string Name, string Path, string? Account)[] Pages =
    [
        ("library", "/studio/library", null),
        ("rubric", "/studio/library/440303/2020/department/1.0.0", null),
        ("evaluate-start", "/studio/evaluate", null),
        ("evaluate", "/studio/evaluate/440303/2020/department/1.1.0", null),
        ("evaluate-tables", "/studio/evaluate/420112/2020/accounts/1.0.0", null),
        ("not-found", "/studio/nowhere", null),
        ("versions", "/studio/versions", null),
        ("versions-compare", "/studio/versions/430181/2020/project", null),
        ("compare-start", "/studio/compare", null),
        ("compare", "/studio/compare/430102/2020/department", null),
        ("author-start", "/studio/author?from=430181%2F2020%2Fproject%401.1.0", "demo-author"),
        ("audit", "/studio/audit", "demo-reviewer"),
        ("filings", "/studio/filings", "demo-bureau"),
        ("access", "/studio/access", "demo-admin"),
        ("access-keys", "/studio/access?tab=keys", "demo-admin"),
    ];

    public static TheoryData<string, string, string?> Views
    {
        get
        {
            var views = new TheoryData<string, string, string?>();
            foreach (var (name, path, account) in Pages)
                views.Add(name, path, account);
            return views;
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public async Task It_can_be_used_by_everyone_and_fits_an_office_screen(string name, string path, string? account)
    {
        await using var visit = await studio.VisitAsync(account: account);
        await visit.OpenAsync(path);
        if (await visit.Page.Locator("main .editor").CountAsync() > 0)
            await visit.WaitForEditorAsync();
        await CheckBothWaysAsync(visit, name);
        Assert.DoesNotContain(visit.Complaints, complaint => name != "not-found" || !complaint.Contains("404", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_draft_can_be_edited_and_read_by_everyone()
    {
        await using var visit = await studio.VisitAsync(account: "demo-author");
        await visit.StartDraftAsync("页面");
        await visit.WaitForEditorAsync();
        await CheckBothWaysAsync(visit, "author");
        await visit.SwitchThemeAsync();
        await visit.SwitchLanguageAsync("zh-CN");
        await visit.OpenAsync("/studio/review/440303/2020/department/页面");
        await CheckBothWaysAsync(visit, "review");
        Assert.Empty(visit.Complaints);
    }

    [BrowserTheory]
    [InlineData("/studio/sign-in", "zh-CN", "light")]
    [InlineData("/studio/sign-in", "en", "dark")]
    [InlineData("/studio/password", "zh-CN", "dark")]
    [InlineData("/studio/password", "en", "light")]
    public async Task Everyone_can_sign_in(string path, string language, string theme)
    {
        await using var visit = await studio.VisitAsync(language, theme, path.EndsWith("password", StringComparison.Ordinal) ? "demo-viewer" : null);
        await visit.OpenPlainAsync(path);
        await CheckAsync(visit, path[(path.LastIndexOf('/') + 1)..], language, theme);
        Assert.Empty(visit.Complaints);
    }

    [BrowserTheory]
    [InlineData("dark", "rgb(20, 23, 27)")]
    [InlineData("light", "rgb(245, 246, 248)")]
    public async Task The_theme_is_of_the_screen_and_paper_is_white(string theme, string canvas)
    {
        const string background = "getComputedStyle(document.body).backgroundColor";
        await using var visit = await studio.VisitAsync(theme: theme);
        await visit.OpenAsync("/studio/library");
        Assert.Equal(canvas, await visit.Page.EvaluateAsync<string>(background));
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("rgb(255, 255, 255)", await visit.Page.EvaluateAsync<string>(background));
    }

    // Switched in place, as people do. Words and colours do not depend on each other.
    private static async Task CheckBothWaysAsync(Visit visit, string name)
    {
        await CheckAsync(visit, name, "zh-CN", "light");
        await visit.SwitchThemeAsync();
        await visit.SwitchLanguageAsync("en");
        await CheckAsync(visit, name, "en", "dark");
    }

    private static async Task CheckAsync(Visit visit, string name, string language, string theme)
    {
        await visit.ShootAsync($"{name}-{language}-{theme}");
        var found = await visit.Page.RunAxe();
        Assert.Empty(found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(Describe));
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the screen");
        Assert.Equal((language, theme), (await visit.Page.EvaluateAsync<string>("document.documentElement.lang"), await visit.Page.EvaluateAsync<string>("document.documentElement.dataset.theme")));
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}\n" + string.Join('\n', violation.Nodes.Take(5).Select(node => node.Html));
}
