using System.Net;
using System.Net.Http.Json;
using Microsoft.Playwright;
using PerfEval.Rules.Studio.Tests.Infra;

namespace PerfEval.Rules.Studio.Tests.Pages;

[Collection(StudioTests.Name)]
public sealed class AccessTests(Infra.Studio studio)
{
    private const string OwnPassword = "自己选的口令 20260901";

    [BrowserFact]
    public async Task A_key_works_from_when_it_is_issued_until_it_is_revoked()
    {
        await using var visit = await studio.VisitAsync(account: "demo-admin");
        await visit.OpenAsync("/studio/access?tab=keys");
        await visit.Page.GetByLabel("用途").FillAsync("预算系统");
        await visit.Page.GetByLabel("角色").SelectOptionAsync("author");
        await Button(visit, "签发密钥").ClickAsync();
        var text = await visit.Page.Locator(".secret input").InputValueAsync();
        Assert.StartsWith("pe_", text, StringComparison.Ordinal);
        await Button(visit, "复制").ClickAsync();
        await Button(visit, "已复制").WaitForAsync();
        await visit.ShootAsync("access-key-issued");
        Assert.Equal(HttpStatusCode.OK, await AskWithAsync(text));

        await Button(visit, "吊销: 预算系统").ClickAsync();
        await Assertions.Expect(Button(visit, "确认吊销: 预算系统")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(HttpStatusCode.OK, await AskWithAsync(text));
        await Assertions.Expect(Button(visit, "吊销: 预算系统")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Button(visit, "确认吊销: 预算系统")).ToBeFocusedAsync();
        await visit.ShootAsync("access-key-confirm");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("tr", new() { HasText = "预算系统" }).GetByText("已吊销").WaitForAsync();
        Assert.Equal(0, await visit.Page.Locator(".secret").CountAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await AskWithAsync(text));
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task An_account_signs_in_with_its_one_time_password_until_it_is_disabled()
    {
        await using var admin = await studio.VisitAsync(account: "demo-admin");
        await admin.OpenAsync("/studio/access");
        await admin.Page.GetByLabel("登录名").FillAsync("zhao");
        await admin.Page.GetByLabel("姓名").FillAsync("赵六");
        await Button(admin, "建立账号").ClickAsync();
        await admin.Page.GetByText("请至少选一个角色").WaitForAsync();
        await admin.Page.GetByLabel("审核").CheckAsync();
        await Button(admin, "建立账号").ClickAsync();
        var password = await admin.Page.Locator(".secret input").InputValueAsync();
        await admin.ShootAsync("access-account-made");

        await using var visit = await studio.VisitAsync();
        await SignInAsync(visit, password);
        await visit.Page.WaitForURLAsync("**/studio/password**");
        await visit.Page.Locator("[name=current]").FillAsync(password);
        await visit.Page.Locator("[name=next]").FillAsync(OwnPassword);
        await visit.Page.Locator("[name=again]").FillAsync(OwnPassword);
        await visit.Page.Locator("button[type=submit]").ClickAsync();
        await visit.Page.WaitForURLAsync(url => !url.Contains("password", StringComparison.Ordinal));
        await visit.OpenAsync("/studio/audit");
        Assert.Contains("赵六", await visit.TextAsync(".who"), StringComparison.Ordinal);

        await Button(admin, "停用: zhao").ClickAsync();
        await Button(admin, "确认停用: zhao").ClickAsync();
        await Button(admin, "启用: zhao").WaitForAsync();
        await SignInAsync(visit, OwnPassword);
        await visit.Page.Locator(".refusal").WaitForAsync();
    }

    [BrowserFact]
    public async Task Who_loses_a_role_hears_of_it_on_the_page_that_is_open_and_the_new_role_counts()
    {
        await using var admin = await studio.VisitAsync(account: "demo-admin");
        await admin.OpenAsync("/studio/access");
        await admin.Page.GetByLabel("登录名").FillAsync("sun");
        await admin.Page.GetByLabel("姓名").FillAsync("孙七");
        await admin.Page.GetByLabel("审核").CheckAsync();
        await Button(admin, "建立账号").ClickAsync();
        var password = await admin.Page.Locator(".secret input").InputValueAsync();
        await using var visit = await studio.VisitAsync("en");
        await SignInAsync(visit, password, "sun");
        await visit.Page.WaitForURLAsync("**/studio/password**");
        await visit.Page.Locator("[name=current]").FillAsync(password);
        await visit.Page.Locator("[name=next]").FillAsync(OwnPassword);
        await visit.Page.Locator("[name=again]").FillAsync(OwnPassword);
        await visit.Page.Locator("button[type=submit]").ClickAsync();
        await visit.Page.WaitForURLAsync(url => !url.Contains("password", StringComparison.Ordinal));
        await visit.OpenAsync("/studio/audit");

        await Button(admin, "修改: sun").ClickAsync();
        await admin.Page.GetByText("修改账号 sun").WaitForAsync();
        await admin.Page.GetByLabel("姓名").FillAsync("孙七七");
        await admin.Page.GetByRole(AriaRole.Checkbox, new() { Name = "审核" }).UncheckAsync();
        await admin.Page.GetByRole(AriaRole.Checkbox, new() { Name = "查阅" }).CheckAsync();
        await admin.Page.GetByLabel("地区代码").FillAsync("4403");
        await Button(admin, "保存").ClickAsync();
        await admin.Page.GetByRole(AriaRole.Alert).GetByText("六位行政区划代码").WaitForAsync();
        await admin.Page.GetByLabel("地区代码").FillAsync("440300");
        await admin.ShootAsync("access-edit");
        await Button(admin, "保存").ClickAsync();
        await admin.Page.Locator("tr", new() { HasText = "孙七七" }).GetByText("440300").WaitForAsync();

        await visit.Page.GetByText("Your session has ended").WaitForAsync();
        await visit.ShootAsync("session-ended");
        Assert.Equal(0, await visit.Page.Locator(".who").CountAsync());
        await SignInAsync(visit, OwnPassword, "sun");
        await visit.OpenAsync("/studio/library");
        Assert.Contains("孙七七", await visit.TextAsync(".who"), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator("nav a[href='studio/audit']").CountAsync());
    }

    [BrowserFact]
    public async Task A_password_that_is_reset_replaces_the_one_before()
    {
        await using var visit = await studio.VisitAsync("en", account: "demo-admin");
        await visit.OpenAsync("/studio/access");
        await visit.Page.GetByLabel("Sign-in name").FillAsync("qian");
        await visit.Page.GetByLabel("Name shown").FillAsync("Qian");
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Viewer", Exact = true }).CheckAsync();
        await visit.Page.GetByLabel("Region code").FillAsync("440300");
        await Button(visit, "Create account").ClickAsync();
        var first = await visit.Page.Locator(".secret input").InputValueAsync();
        await Button(visit, "Noted").ClickAsync();
        await Button(visit, "Reset password: qian").ClickAsync();
        await Button(visit, "Reset it: qian").ClickAsync();
        var second = await visit.Page.Locator(".secret input").InputValueAsync();
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await SignInAsync("qian", first), await SignInAsync("qian", second)));
    }

    [BrowserTheory]
    [InlineData("demo-author", "/studio/access")]
    [InlineData("demo-author", "/studio/audit")]
    [InlineData("demo-reviewer", "/studio/access")]
    [InlineData("demo-bureau", "/studio/audit")]
    public async Task Others_are_neither_shown_the_way_nor_let_in(string account, string path)
    {
        await using var visit = await studio.VisitAsync(account: account);
        await visit.OpenAsync("/studio/library");
        Assert.Equal(0, await visit.Page.Locator($"nav a[href='{path[1..]}']").CountAsync());
        var answer = await visit.Page.APIRequest.GetAsync(new Uri(studio.Server.Address, path).ToString());
        Assert.Equal(403, answer.Status);
    }

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task SignInAsync(Visit visit, string password, string name = "zhao")
    {
        await visit.Page.Context.ClearCookiesAsync(new() { Name = "perfeval-session" });
        await visit.OpenPlainAsync("/studio/sign-in?returnUrl=/studio/audit");
        await visit.Page.Locator("[name=name]").FillAsync(name);
        await visit.Page.Locator("[name=password]").FillAsync(password);
        await visit.Page.Locator("button[type=submit]").ClickAsync();
    }

    private async Task<HttpStatusCode> AskWithAsync(string key)
    {
        using var client = new HttpClient { BaseAddress = studio.Server.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        using var answer = await client.GetAsync(new Uri("/rubrics/440303/2020/department/drafts", UriKind.Relative));
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> SignInAsync(string name, string password)
    {
        using var client = new HttpClient { BaseAddress = studio.Server.Address };
        using var answer = await client.PostAsync(new Uri("/session", UriKind.Relative), JsonContent.Create(new { name, password }));
        return answer.StatusCode;
    }
}
