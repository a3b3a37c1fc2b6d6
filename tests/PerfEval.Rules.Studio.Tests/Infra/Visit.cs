using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PerfEval.Rules.Studio.Tests.Infra;

/// <summary>One person at the studio. Whatever the browser complains of (an exception, a refused script or style, a file not found) is kept.</summary>
public sealed class Visit : IAsyncDisposable
{
    private const int MostAsked = 300;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly IBrowserContext context;
    private readonly Uri address;
    private readonly List<string> complaints = [];

    public Visit(IBrowserContext context, IPage page, Uri address)
    {
        (this.context, Page, this.address) = (context, page, address);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFailed += (_, request) => complaints.Add($"{request.Url}: {request.Failure}");
    }

    public IPage Page { get; }

    /// <summary>What the browser complained of.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Opens a page and waits until it answers.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(new Uri(address, path).ToString());
        await WaitUntilLiveAsync();
    }

    /// <summary>Opens a page that is plain HTML: a form to sign in.</summary>
    public Task OpenPlainAsync(string path) => Page.GotoAsync(new Uri(address, path).ToString());

    /// <summary>Signs in through the form, and goes on to a page.</summary>
    public async Task SignInAsync(string account, string path)
    {
        await OpenPlainAsync("/studio/sign-in?returnUrl=" + Uri.EscapeDataString(path));
        await Page.Locator("[name=name]").FillAsync(account);
        await Page.Locator("[name=password]").FillAsync("perfeval-demo");
        await Page.Locator("button[type=submit]").ClickAsync();
        await Page.WaitForURLAsync("**" + path);
        await WaitUntilLiveAsync();
    }

    public Task WaitUntilLiveAsync() => Page.Locator(".shell[data-live=true]").WaitForAsync();

    /// <summary>Switches the language in place.</summary>
    public async Task SwitchLanguageAsync(string language)
    {
        var (offered, next) = language == "en" ? ("English", "中文") : ("中文", "English");
        await Page.GetByRole(AriaRole.Button, new() { Name = offered, Exact = true }).ClickAsync();
        await UntilAsync($"document.documentElement.lang === '{language}'");
        // Words come after the page's own language, over the connection.
        await Page.GetByRole(AriaRole.Button, new() { Name = next, Exact = true }).WaitForAsync();
    }

    /// <summary>Turns light into dark and back.</summary>
    public async Task SwitchThemeAsync()
    {
        var before = await ThemeAsync();
        await Page.Locator(".tools button.icon").ClickAsync();
        await UntilAsync(async () => await ThemeAsync() != before);
        await Page.Mouse.MoveAsync(0, 0); // nothing is hovered over

        Task<string> ThemeAsync() => Page.EvaluateAsync<string>("document.documentElement.dataset.theme");
    }

    /// <summary>Waits until an editor has been attached and its text can be typed in.</summary>
    public Task WaitForEditorAsync() => Page.Locator(".monaco-editor .view-line").First.WaitForAsync();

    /// <summary>Waits until a condition in the browser holds. Asked from outside each time: the page's own policy forbids what Playwright would put into it to wait.</summary>
    public Task UntilAsync(string condition) => UntilAsync(() => Page.EvaluateAsync<bool>(condition), condition);

    /// <summary>Waits until a condition holds that the page does not show.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds, [CallerArgumentExpression(nameof(holds))] string condition = "")
    {
        for (var asked = 0; !await holds(); asked++)
        {
            Assert.True(asked < MostAsked, $"never came true: {condition}");
            await Task.Delay(Pause);
        }
    }

    /// <summary>The text of what a selector finds, its white space made plain.</summary>
    public async Task<string> TextAsync(string selector) => Regex.Replace(await Page.Locator(selector).First.InnerTextAsync(), @"\s+", " ").Trim();

    public async Task ShootAsync(string name, bool fullPage = false)
    {
        Directory.CreateDirectory(Repository.Screenshots);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, name + ".png"), FullPage = fullPage, Animations = ScreenshotAnimations.Disabled });
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
