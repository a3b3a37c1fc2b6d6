using Microsoft.Playwright;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests;

/// <summary>
/// Takes the images of docs/guide.md and docs/guide.zh-CN.md, in both languages, on a server of its own: <c>eng/screenshots.sh</c> runs it.
/// Each page is reached as the guide tells it; the studio switches languages in place.
/// </summary>
[Collection(StudioTests.Name)]
public sealed class GuideImages(Infra.Studio studio)
{
    private const string Luohu = "440303/2020/department";
    private const string Quarters = "按发生额计算调整、调剂比例44.73%：LH06 得2分，总分89.73";
    private const string Score = "得分表达式";
    private const string Typed = "固定资产利用率 switch ｛ ≥ 95％ ＝＞ 1， ≥ 75％ ＝＞ 0．7、 ≥ 60％ ＝＞ 0．4， _ ＝＞ 0 ｝";

    [ScreenshotFact]
    public async Task The_images_of_the_guides_are_taken()
    {
        var store = Directory.CreateTempSubdirectory("perfeval-images-");
        try
        {
            await using var server = await RunningServer.StartAsync(store.FullName);
            await ReadAsync(server);
            await AuthorAsync(server);
            await ReviewAsync(server);
            await CompareAsync(server);
            await AdministerAsync(server);
        }
        finally
        {
            store.Delete(recursive: true);
        }
    }

    private async Task ReadAsync(RunningServer server)
    {
        await using var english = await studio.VisitAsync("en", address: server.Address);
        await english.OpenPlainAsync("/studio/sign-in");
        await TakeAsync(english, "sign-in.en");
        await using var visit = await studio.VisitAsync(address: server.Address);
        await visit.OpenPlainAsync("/studio/sign-in");
        await TakeAsync(visit, "sign-in.zh-CN");
        await visit.OpenAsync("/studio/library");
        await TakeBothAsync(visit, "library");
        await visit.OpenAsync($"/studio/library/{Luohu}/1.1.0");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "固定资产利用率" }).ClickAsync();
        await visit.Page.Locator("aside .expression").First.WaitForAsync();
        await TakeBothAsync(visit, "rubric");
        await visit.OpenAsync($"/studio/evaluate/{Luohu}/1.1.0");
        await visit.Page.Locator("select.cases").SelectOptionAsync(new SelectOptionValue { Label = Quarters });
        await visit.Page.Locator(".figure[data-total='89.73']").WaitForAsync();
        await visit.Page.Locator("tr[data-code=LH18] .rule").ClickAsync();
        await visit.Page.Locator(".why .figures").WaitForAsync();
        await TakeBothAsync(visit, "evaluate");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "评分表" }).ClickAsync();
        await visit.Page.Locator("article.sheet").WaitForAsync();
        await TakeBothAsync(visit, "sheet");
        await visit.OpenAsync($"/studio/versions/{Luohu}");
        await visit.WaitForEditorAsync();
        await TakeBothAsync(visit, "versions");
    }

    private async Task AuthorAsync(RunningServer server)
    {
        await using var visit = await studio.VisitAsync(account: "demo-author", address: server.Address);
        await visit.OpenAsync("/studio/author");
        await TakeBothAsync(visit, "author-start");
        var desk = new AuthorDesk(visit);
        await desk.BeginAsync($"{Luohu}@1.1.0", "提高利用率");
        await desk.TurnToAsync("数据");
        await desk.FillFromAsync("只有净调减2.78%：LH06 得3分，总分90.73", "90.73");
        await desk.FillFromAsync(Quarters, "89.73");
        await desk.EnterAsync("在用固定资产总额", "6,404.92");
        await desk.ChooseAsync("固定资产利用率");
        await desk.TypeAsync(Score, Typed);
        await visit.Page.Locator(".squiggly-error").First.WaitForAsync();
        await TakeBothAsync(visit, "author-slip");
        await desk.TypeAsync(Score, Typed.Replace('、', '，'));
        await desk.TotalAsync("89.43");
        await TakeBothAsync(visit, "author-trial");
        await desk.KeepCaseAsync("利用率93%得0.7分");
        await TakeBothAsync(visit, "author-cases");
        await desk.ChooseAsync("基本信息与等级");
        await desk.FillAsync("修订说明", "固定资产利用率达到95%方得满分");
        await TakeBothAsync(visit, "author-basics");
        await desk.SubmitAsync();
    }

    private async Task ReviewAsync(RunningServer server)
    {
        await using var visit = await studio.VisitAsync(account: "demo-reviewer", address: server.Address);
        await visit.OpenAsync($"/studio/review/{Luohu}/{Uri.EscapeDataString("提高利用率")}");
        await visit.Page.Locator("li", new() { HasText = "LH11" }).First.WaitForAsync();
        await visit.WaitForEditorAsync();
        await TakeBothAsync(visit, "review");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "通过并发布" }).ClickAsync();
        await visit.Page.GetByText("已发布版本 1.2.0。").WaitForAsync();
        await visit.OpenAsync("/studio/audit");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "校验" }).ClickAsync();
        await visit.Page.Locator(".notice.good").WaitForAsync();
        await TakeBothAsync(visit, "audit");
    }

    private async Task CompareAsync(RunningServer server)
    {
        await using var visit = await studio.VisitAsync(account: "demo-reviewer", address: server.Address);
        await visit.OpenAsync($"/studio/compare/{Luohu}");
        await visit.Page.GetByLabel("从用例填入").SelectOptionAsync(new SelectOptionValue { Label = Quarters });
        await visit.Page.Locator("table", new() { HasText = "89.73" }).First.WaitForAsync();
        await TakeBothAsync(visit, "compare");
    }

    private async Task AdministerAsync(RunningServer server)
    {
        await using var visit = await studio.VisitAsync(account: "demo-admin", address: server.Address);
        await visit.OpenAsync("/studio/access");
        await TakeBothAsync(visit, "accounts");
        await visit.OpenAsync("/studio/access?tab=keys");
        await TakeBothAsync(visit, "keys");
    }

    private static async Task TakeBothAsync(Visit visit, string name)
    {
        await TakeAsync(visit, name + ".zh-CN");
        await SwitchAsync(visit, "English", "en");
        await TakeAsync(visit, name + ".en");
        await SwitchAsync(visit, "中文", "zh-CN");
    }

    private static async Task SwitchAsync(Visit visit, string button, string language)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await visit.Page.WaitForFunctionAsync("language => document.documentElement.lang === language", language);
        // Words come after the page's own language, over the connection.
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = language == "en" ? "中文" : "English", Exact = true }).WaitForAsync();
    }

    private static async Task TakeAsync(Visit visit, string name)
    {
        Directory.CreateDirectory(Repository.GuideImages);
        await visit.Page.Mouse.MoveAsync(0, 0);
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.GuideImages, name + ".png"), Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
    }
}

/// <summary>Taken when asked for by PERFEVAL_SCREENSHOTS=1: it changes files of the repository.</summary>
public sealed class ScreenshotFactAttribute : FactAttribute
{
    public ScreenshotFactAttribute() => Skip = Environment.GetEnvironmentVariable("PERFEVAL_SCREENSHOTS") == "1" ? null : "images are taken by eng/screenshots.sh";
}
