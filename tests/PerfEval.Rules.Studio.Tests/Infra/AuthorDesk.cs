using Microsoft.Playwright;

namespace PerfEval.Rules.Studio.Tests.Infra;

/// <summary>What an author does at the desk (编制), with mouse and keyboard as a person would; the studio is in Chinese.</summary>
public sealed class AuthorDesk(Visit visit)
{
    private const string TextEditor = ".monaco-editor";

    private IPage Page => visit.Page;

    /// <summary>Makes a draft.</summary>
    /// <param name="source">The version to begin with, as <c>region/year/scope@version</c>.</param>
    public async Task BeginAsync(string source, string draft)
    {
        await visit.OpenAsync("/studio/author?from=" + Uri.EscapeDataString(source));
        await Page.GetByLabel("草稿名称").FillAsync(draft);
        await Button("建立草稿").ClickAsync();
        await Page.WaitForURLAsync("**/studio/author/**/**");
        await visit.WaitUntilLiveAsync();
    }

    /// <summary>Begins an empty rubric.</summary>
    public async Task BeginEmptyAsync(string region, string year, string scope, string draft)
    {
        await visit.OpenAsync("/studio/author");
        await Page.GetByLabel("地区", new() { Exact = true }).FillAsync(region);
        await Page.GetByLabel("年度", new() { Exact = true }).FillAsync(year);
        await Page.GetByLabel("范围").SelectOptionAsync(new SelectOptionValue { Label = scope });
        await Page.GetByLabel("草稿名称").FillAsync(draft);
        await Button("建立草稿").ClickAsync();
        await Page.Locator(".outline").WaitForAsync();
    }

    /// <summary>Chooses what to edit in the outline: an indicator, the basics.</summary>
    public async Task ChooseAsync(string entry)
    {
        await Page.Locator(".outline .entry", new() { Has = Page.GetByText(entry, new() { Exact = true }) }).First.ClickAsync();
        await ChosenAsync(entry);
    }

    /// <summary>Opens a list of the outline and chooses one of its entries.</summary>
    public async Task ChooseAsync(string list, string entry)
    {
        await UnfoldAsync(list);
        await ChooseAsync(entry);
    }

    /// <summary>Adds an indicator in one of the ways of scoring, with its name and points.</summary>
    public async Task AddRuleAsync(string template, string name, string points)
    {
        await Page.GetByLabel("加指标").SelectOptionAsync(new SelectOptionValue { Label = template });
        await ChosenAsync(template);
        await FillAsync("名称", name);
        await ChosenAsync(name);
        await FillAsync("分值", points);
    }

    /// <summary>Adds an entry to a list of the outline: an input, a veto.</summary>
    public async Task AddAsync(string list, string proposed, string name)
    {
        await UnfoldAsync(list);
        await Details(list).GetByRole(AriaRole.Button, new() { Name = "增加" }).ClickAsync();
        await ChosenAsync(proposed);
        await FillAsync("名称", name);
        await ChosenAsync(name);
    }

    /// <summary>Adds a row to the only grid of the form.</summary>
    public async Task AddRowAsync(params string[] cells)
    {
        var rows = Page.Locator(".element tbody tr");
        var count = await rows.CountAsync();
        await Page.Locator(".element").GetByRole(AriaRole.Button, new() { Name = "加一行" }).ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(count + 1);
        for (var i = 0; i < cells.Length; i++)
            await rows.Nth(count).Locator(".cell").Nth(i).FillAsync(cells[i]);
        await rows.Nth(count).Locator(".cell").Nth(cells.Length - 1).BlurAsync();
    }

    /// <summary>Fills a field of the form and leaves it, as with the Tab key.</summary>
    public async Task FillAsync(string label, string value)
    {
        var field = Page.Locator(".element").GetByLabel(label, new() { Exact = true });
        await field.FillAsync(value);
        await field.BlurAsync();
        await SavedAsync();
    }

    public async Task PickAsync(string label, string choice)
    {
        await Page.Locator(".element").GetByLabel(label, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = choice });
        await SavedAsync();
    }

    /// <summary>Replaces an expression by typing, stroke after stroke; signs that are on no key come as an input method gives them.</summary>
    public async Task TypeAsync(string label, string expression)
    {
        var editor = EditorOf(label);
        await editor.Locator(".view-line").First.WaitForAsync();
        await editor.Locator(".view-lines").ClickAsync();
        await Assertions.Expect(editor.Locator("textarea.inputarea")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Control+a");
        await Page.Keyboard.TypeAsync(expression);
        await Page.Keyboard.PressAsync("Escape"); // suggestions
        await ShowsAsync(label, expression);
    }

    /// <summary>Waits until an expression stands in its editor; what is shown has values beside it.</summary>
    public async Task ShowsAsync(string label, string expression)
    {
        await EditorOf(label).Locator(".view-line").First.WaitForAsync();
        await Page.WaitForFunctionAsync("text => monaco.editor.getModels().some(model => model.getValue() === text)", expression);
    }

    /// <summary>Corrects the slip at a sign by the fix that the editor offers first.</summary>
    public async Task FixAsync(string label, string expression, char sign)
    {
        await EditorOf(label).Locator(".squiggly-error").First.WaitForAsync();
        await Page.Keyboard.PressAsync("Control+Home");
        for (var i = 0; i < expression.IndexOf(sign, StringComparison.Ordinal); i++)
            await Page.Keyboard.PressAsync("ArrowRight");
        await Page.Keyboard.PressAsync("Control+.");
        await Page.Locator(".context-view .action-item, .codeActionMenuWidget .codeAction").First.WaitForAsync();
        await Page.Keyboard.PressAsync("Enter");
        await EditorOf(label).Locator(".squiggly-error").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Opens a part of the trial: 得分, 数据, 用例, 问题.</summary>
    public Task TurnToAsync(string part) => Page.Locator(".trial").GetByRole(AriaRole.Button, new() { NameRegex = new($"^{part}( ?\\d+)?$") }).ClickAsync();

    /// <summary>Fills the trial's data in from a case, and waits for its total.</summary>
    public async Task FillFromAsync(string testCase, string total)
    {
        await Page.GetByLabel("从用例填入").SelectOptionAsync(new SelectOptionValue { Label = testCase });
        await TotalAsync(total);
    }

    /// <summary>Enters a value into the trial's data.</summary>
    public Task EnterAsync(string input, string value) => Page.Locator($".trial #field-{input}").FillAsync(value);

    /// <summary>Answers what is asked in the trial's data.</summary>
    public Task AnswerAsync(string label, string choice) => Page.Locator(".trial").GetByLabel(label, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = choice });

    /// <summary>Waits for the trial's total.</summary>
    public Task TotalAsync(string total) => Page.Locator($".trial .figure[data-total='{total}']").WaitForAsync();

    /// <summary>Keeps the trial's data, and how they come out, as a case.</summary>
    public async Task KeepCaseAsync(string name)
    {
        await TurnToAsync("用例");
        await Page.GetByLabel("用例名称").FillAsync(name);
        await Button("用当前数据建用例").ClickAsync();
        await Page.Locator($".trial [data-case='{name}'].good").WaitForAsync();
    }

    public Task SavedAsync() => Page.Locator("[data-saved=true]").WaitForAsync();

    public async Task SubmitAsync()
    {
        await Button("送审与发布").ClickAsync();
        await Button("送审").ClickAsync();
        await Page.GetByText("待审核").First.WaitForAsync();
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private ILocator EditorOf(string label) => Page.Locator(".element .line", new() { Has = Page.GetByText(label, new() { Exact = true }) }).Locator(TextEditor);

    private ILocator Details(string list) => Page.Locator(".outline details", new() { Has = Page.Locator("summary", new() { Has = Page.GetByText(list, new() { Exact = true }) }) });

    private Task ChosenAsync(string entry) => Page.Locator(".outline .entry[aria-current=true]", new() { Has = Page.GetByText(entry, new() { Exact = true }) }).WaitForAsync();

    private async Task UnfoldAsync(string list)
    {
        if (!await Details(list).EvaluateAsync<bool>("details => details.open"))
            await Details(list).Locator("summary").ClickAsync();
    }
}
