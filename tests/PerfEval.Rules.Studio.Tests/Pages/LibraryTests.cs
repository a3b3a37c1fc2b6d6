using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests.Pages;

[Collection(StudioTests.Name)]
public sealed class LibraryTests(Infra.Studio studio)
{
    [BrowserFact]
    public async Task Words_and_regions_narrow_the_list()
    {
        await using var visit = await studio.VisitAsync();
        await visit.OpenAsync("/studio/library");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Searchbox).FillAsync("罗湖");
        await visit.Page.Locator("tbody tr").Nth(1).WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Assert.Contains("440303/2020/department", await visit.TextAsync("tbody"), StringComparison.Ordinal);
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Searchbox).FillAsync("");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "湖南省" }).ClickAsync();
        await visit.Page.Locator("tbody tr", new() { HasText = "440303" }).WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Assert.Contains("430181/2020/project", await visit.TextAsync("tbody"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_rubric_is_shown_as_it_is_printed_with_its_expressions()
    {
        await using var visit = await studio.VisitAsync();
        await visit.OpenAsync("/studio/library");
        await visit.Page.Locator("tr", new() { HasText = "440303/2020/department" }).GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "1.0.0" }).ClickAsync();
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "项目完成及时性" }).ClickAsync();
        var score = visit.Page.Locator("aside .expression", new() { HasText = "Weight" });
        await score.WaitForAsync();
        Assert.Equal("min(项目按时完成率, 1) * Weight", await score.InnerTextAsync());
        Assert.Equal("min", await score.Locator(".word-function").InnerTextAsync());
    }

    [BrowserFact]
    public async Task The_document_opens_in_the_editor_and_nothing_comes_from_elsewhere()
    {
        await using var visit = await studio.VisitAsync();
        var elsewhere = new List<string>();
        visit.Page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { IsLoopback: false, Scheme: "http" or "https" })
                elsewhere.Add(request.Url);
        };
        await visit.OpenAsync("/studio/library/440303/2020/department/1.0.0");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "文档 JSON" }).ClickAsync();
        await visit.WaitForEditorAsync();
        await visit.Page.Locator(".view-line", new() { HasText = "WorkflowName" }).WaitForAsync();
        await visit.ShootAsync("rubric-document");
        Assert.Empty(elsewhere);
        Assert.Empty(visit.Complaints);
    }
}
