using Microsoft.Playwright;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests.Pages;

[Collection(StudioTests.Name)]
public sealed class FilingTests(Infra.Studio studio)
{
    private const string Rubric = "/studio/evaluate/440303/2020/department/1.1.0";

    [BrowserFact]
    public async Task A_department_files_what_the_bureau_returns_and_files_again()
    {
        await using var department = await studio.VisitAsync(account: "demo-department");
        await FileAsync(department, subject: "退回的一份", "已报送（第 1 次），总分 89.73。");
        await department.Page.GetByRole(AriaRole.Link, new() { Name = "查看" }).ClickAsync();
        await department.Page.GetByText("修改后重新报送").WaitForAsync();
        await department.ShootAsync("filing");

        await using var bureau = await studio.VisitAsync(account: "demo-bureau");
        await bureau.OpenAsync(new Uri(department.Page.Url).AbsolutePath);
        await bureau.Page.GetByLabel("意见（退回时必填）").FillAsync("决算数与报表不一致");
        await Button(bureau, "退回").ClickAsync();
        await bureau.Page.Locator(".page-head .badge", new() { HasText = "已退回" }).WaitForAsync();

        await department.OpenAsync("/studio/filings");
        await department.Page.Locator("tr", new() { HasText = "退回的一份" }).Filter(new() { HasText = "已退回" }).GetByRole(AriaRole.Link).ClickAsync();
        await department.Page.GetByText("已退回：决算数与报表不一致").WaitForAsync();
        await department.Page.GetByText("修改后重新报送").ClickAsync();
        await department.Page.Locator(".figure[data-total='89.73']").WaitForAsync();
        await Button(department, "报送").ClickAsync();
        await department.Page.GetByText("已报送（第 2 次），总分 89.73。").WaitForAsync();
        Assert.Empty(department.Complaints);
    }

    [BrowserFact]
    public async Task The_bureau_judges_anew_with_its_reasons_beside_what_was_filed()
    {
        await using var department = await studio.VisitAsync(account: "demo-department");
        await FileAsync(department, subject: "复评的一份", "已报送（第 1 次），总分 89.73。");
        await department.Page.GetByRole(AriaRole.Link, new() { Name = "查看" }).ClickAsync();
        await department.Page.GetByText("修改后重新报送").WaitForAsync();
        Assert.Equal(0, await department.Page.Locator("summary").CountAsync());

        await using var bureau = await studio.VisitAsync(account: "demo-bureau");
        await bureau.OpenAsync(new Uri(department.Page.Url).AbsolutePath);
        await bureau.Page.Locator("summary", new() { HasText = "复评" }).ClickAsync();
        await bureau.Page.GetByLabel("制度制定：复评").FillAsync("0");
        await bureau.Page.Locator("[role=status][data-total='89.23']").WaitForAsync();
        await Assertions.Expect(Button(bureau, "记下复评")).ToBeDisabledAsync();
        await bureau.Page.GetByLabel("制度制定：理由").FillAsync("未见制度文本");
        await bureau.ShootAsync("filing-review");
        await Button(bureau, "记下复评").ClickAsync();
        await bureau.Page.GetByText("第 1 次复评 · ").WaitForAsync();
        Assert.Equal("制度制定 0.5 0 未见制度文本", await bureau.TextAsync(".panel.no-print tr:has-text('未见制度文本')"));
        await bureau.Page.Locator(".sheet tfoot", new() { HasText = "89.23" }).WaitForAsync();

        await department.Page.ReloadAsync();
        await department.Page.GetByRole(AriaRole.Link, new() { Name = "第 1 次复评" }).ClickAsync();
        await department.Page.GetByText("未见制度文本").WaitForAsync();
        await department.Page.Locator(".sheet tfoot", new() { HasText = "89.23" }).WaitForAsync();
        await department.ShootAsync("filing-reviewed");
        await department.Page.GetByRole(AriaRole.Link, new() { Name = "看单位报送的得分" }).ClickAsync();
        await department.Page.Locator(".sheet tfoot", new() { HasText = "89.73" }).WaitForAsync();
        await department.OpenAsync("/studio/filings");
        await department.Page.Locator("tr", new() { HasText = "复评的一份" }).GetByText("复评 1 次").WaitForAsync();
        Assert.Empty(bureau.Complaints.Concat(department.Complaints));
    }

    [BrowserFact]
    public async Task Evidence_is_kept_with_what_was_filed_and_given_back_to_be_saved()
    {
        var picture = await File.ReadAllBytesAsync(Path.Combine(Repository.GuideImages, "library.en.png"));
        await using var department = await studio.VisitAsync(account: "demo-department");
        await FileAsync(department, subject: "有佐证的一份", "已报送（第 1 次），总分 89.73。");
        await department.Page.GetByRole(AriaRole.Link, new() { Name = "查看" }).ClickAsync();
        await department.Page.GetByText("还没有佐证材料。").WaitForAsync();
        await department.Page.GetByLabel("数据项", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        var file = department.Page.Locator(".add input[type=file]");
        await file.SetInputFilesAsync(new FilePayload { Name = "凭证.pdf", MimeType = "application/pdf", Buffer = picture });
        await department.Page.GetByText("内容须与扩展名一致（不超过 20 MB）。没有保存。").WaitForAsync();
        await file.SetInputFilesAsync(new FilePayload { Name = "凭证.png", MimeType = "image/png", Buffer = picture });
        await department.Page.GetByRole(AriaRole.Link, new() { Name = "凭证.png" }).WaitForAsync();
        Assert.Equal(0, await department.Page.Locator(".notice.bad").CountAsync());
        await department.ShootAsync("filing-evidence", fullPage: true);

        await using var bureau = await studio.VisitAsync(account: "demo-bureau");
        await bureau.OpenAsync(new Uri(department.Page.Url).AbsolutePath);
        var download = await bureau.Page.RunAndWaitForDownloadAsync(() => bureau.Page.GetByRole(AriaRole.Link, new() { Name = "凭证.png" }).ClickAsync());
        Assert.Equal("凭证.png", download.SuggestedFilename);
        Assert.Equal(picture, await File.ReadAllBytesAsync(await download.PathAsync()));
        Assert.Empty(department.Complaints);
    }

    [BrowserFact]
    public async Task What_is_incomplete_is_not_filed_and_says_what_is_missing()
    {
        await using var visit = await studio.VisitAsync(account: "demo-department");
        await visit.OpenAsync(Rubric);
        await Button(visit, "报送").ClickAsync();
        await visit.Page.GetByText("没有报送：先解决“校验与问题”里列出的事项。").WaitForAsync();
        await visit.Page.Locator(".result li", new() { HasText = "日常公用经费调整预算数" }).First.WaitForAsync();
    }

    [BrowserFact]
    public async Task Who_files_for_nobody_is_not_asked_to()
    {
        await using var visit = await studio.VisitAsync(account: "demo-bureau");
        await visit.OpenAsync(Rubric);
        Assert.Equal(0, await Button(visit, "报送").CountAsync());
    }

    private static async Task FileAsync(Visit visit, string subject, string answer)
    {
        await visit.OpenAsync(Rubric);
        await visit.Page.GetByLabel("从用例填入").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await visit.Page.Locator(".figure[data-total='89.73']").WaitForAsync();
        await visit.Page.GetByLabel("项目", new() { Exact = true }).FillAsync(subject);
        await Button(visit, "报送").ClickAsync();
        await visit.Page.GetByText(answer).WaitForAsync();
    }

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
