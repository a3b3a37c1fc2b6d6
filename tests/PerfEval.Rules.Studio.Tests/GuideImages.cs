using Microsoft.Playwright;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests;

/// <summary>
/// Takes the images of docs/guide.md and docs/guide.zh-CN.md, in both languages, on a server of its own: <c>eng/screenshots.sh</c> runs it.
/// Each page is reached as the guide tells it; the studio switches languages in place.
/// </summary>
[Collection(StudioTests.Name)]
[Trait("Kind", "images")]
public sealed class GuideImages(Infra.Studio studio)
{
    private const string Luohu = "440303/2020/department";
    private const string Quarters = "按发生额计算调整、调剂比例44.73%：LH06 得2分，总分89.73";
    private const string Raised = "利用率93%得0.7分";
    private const string SelfEvaluation = "000000/2020/project.自评";
    private const string Score = "得分表达式";
    private const string Typed = "固定资产利用率 switch ｛ ≥ 95％ ＝＞ 1， ≥ 75％ ＝＞ 0．7、 ≥ 60％ ＝＞ 0．4， _ ＝＞ 0 ｝";

    private static readonly string[] Projects =
    [
        "智慧社区建设", "政务云租赁", "视频监控维护", "电子政务外网", "数据中心运维", "一网通办平台", "公共区域无线网络", "城市运行指挥中心", "网络安全防护", "政务热线系统", "档案数字化", "软件正版化",
    ];

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
            await MeasureAsync(server);
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
        await desk.KeepCaseAsync(Raised);
        await TakeBothAsync(visit, "author-cases");
        await desk.ChooseAsync("基本信息与等级");
        await desk.FillAsync("修订说明", "固定资产利用率达到95%方得满分");
        await Visit.UntilAsync(async () => (await StoredAsync(visit)).Contains("达到95%方得满分", StringComparison.Ordinal));
        await desk.SavedAsync();
        await TakeBothAsync(visit, "author-basics");
        await desk.SubmitAsync();
    }

    // What is stored of the draft: the page says so a moment later.
    private static async Task<string> StoredAsync(Visit visit)
    {
        var address = new Uri(visit.Page.Url).AbsolutePath.Replace("/studio/author/" + Luohu, $"/rubrics/{Luohu}/drafts", StringComparison.Ordinal);
        var answer = await visit.Page.APIRequest.GetAsync(new Uri(new Uri(visit.Page.Url), address).ToString());
        return await answer.TextAsync();
    }

    private async Task ReviewAsync(RunningServer server)
    {
        await using var visit = await studio.VisitAsync(account: "demo-reviewer", address: server.Address);
        await visit.OpenAsync($"/studio/review/{Luohu}/{Uri.EscapeDataString("提高利用率")}");
        await visit.Page.Locator("li", new() { HasText = "LH11" }).First.WaitForAsync();
        await visit.WaitForEditorAsync();
        await TakeBothAsync(visit, "review");
        await visit.ApproveAsync();
        await visit.Page.GetByText("已发布版本 1.2.0。").WaitForAsync();
        await visit.OpenAsync("/studio/audit");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "校验" }).ClickAsync();
        await visit.Page.Locator(".notice.good").WaitForAsync();
        await TakeBothAsync(visit, "audit");
    }

    private async Task CompareAsync(RunningServer server)
    {
        await using var visit = await studio.VisitAsync(account: "demo-reviewer", address: server.Address);
        // Version 1.2.0, as the review has published it, beside 1.1.0: both take what the case holds.
        await visit.OpenAsync($"/studio/compare/{Luohu}");
        await visit.Page.GetByLabel("从用例填入").SelectOptionAsync(new SelectOptionValue { Label = Raised });
        await visit.Page.Locator("td[data-total='89.43']").WaitForAsync();
        await visit.Page.Locator("td[data-total='89.73']").WaitForAsync();
        await visit.Page.GetByText("只看有差异的").ClickAsync();
        await visit.Page.Locator("tr[data-code=LH01a]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await TakeBothAsync(visit, "compare");
    }

    // A rubric with grades, of which a stricter version is published.
    private async Task MeasureAsync(RunningServer server)
    {
        for (var i = 0; i < Projects.Length; i++)
        {
            var submission = Repository.Case("000000-national/2020/project.自评/cases/typical.json");
            (submission["department"], submission["subject"]) = ("深圳市罗湖区智慧城市建设中心", Projects[i]);
            submission["data"]!["全年执行数"] = 62.5m + 3.1m * i; // typical: every case has it
            submission["data"]!["指标"]![0]!["完成值"] = 10m - i * 5 % 7;
            await server.FileAsync("440303", 2020, "project.自评", submission);
        }

        await using var author = await studio.VisitAsync(account: "demo-author", address: server.Address);
        var desk = new AuthorDesk(author);
        await desk.BeginAsync(SelfEvaluation + "@1.0.0", "从严执行率");
        await desk.ChooseAsync("预算执行率");
        await desk.TypeAsync(Score, "预算执行率 >= 80% ? Weight * min(1, 预算执行率) : 0");
        await desk.SavedAsync();
        await desk.ChooseAsync("基本信息与等级");
        await desk.FillAsync("修订说明", "执行率低于80%的不得分");
        await desk.SubmitAsync();
        await using var reviewer = await studio.VisitAsync(account: "demo-reviewer", address: server.Address);
        await reviewer.OpenAsync(new Uri(author.Page.Url).AbsolutePath);
        await reviewer.ApproveAsync();
        await reviewer.Page.Locator(".notice.good").WaitForAsync();
        await using var bureau = await studio.VisitAsync(account: "demo-bureau", address: server.Address);
        await bureau.OpenAsync($"/studio/compare/{SelfEvaluation}/impact");
        await bureau.Page.Locator(".impact .panel-head button").ClickAsync();
        await bureau.Page.Locator(".impact [data-state=Done]").WaitForAsync();
        await bureau.Page.Locator(".rz-chart .rz-column-series path").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await TakeBothAsync(bureau, "impact", fullPage: true);
    }

    private async Task AdministerAsync(RunningServer server)
    {
        await using var visit = await studio.VisitAsync(account: "demo-admin", address: server.Address);
        await visit.OpenAsync("/studio/access");
        await TakeBothAsync(visit, "accounts");
        await visit.OpenAsync("/studio/access?tab=keys");
        await TakeBothAsync(visit, "keys");
    }

    private static async Task TakeBothAsync(Visit visit, string name, bool fullPage = false)
    {
        await TakeAsync(visit, name + ".zh-CN", fullPage);
        await visit.SwitchLanguageAsync("en");
        await TakeAsync(visit, name + ".en", fullPage);
        await visit.SwitchLanguageAsync("zh-CN");
    }

    private static async Task TakeAsync(Visit visit, string name, bool fullPage = false)
    {
        Directory.CreateDirectory(Repository.GuideImages);
        await visit.Page.Mouse.MoveAsync(0, 0);
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.GuideImages, name + ".png"), FullPage = fullPage, Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
    }
}

/// <summary>Taken when asked for by PERFEVAL_SCREENSHOTS=1: it changes files of the repository.</summary>
public sealed class ScreenshotFactAttribute : FactAttribute
{
    public ScreenshotFactAttribute() => Skip = Environment.GetEnvironmentVariable("PERFEVAL_SCREENSHOTS") == "1" ? null : "images are taken by eng/screenshots.sh";
}
