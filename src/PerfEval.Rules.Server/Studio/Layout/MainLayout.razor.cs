using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Studio.Controls;

namespace PerfEval.Rules.Server.Studio.Layout;

/// <summary>The frame around every page: where one can go, the language and the theme.</summary>
public sealed partial class MainLayout : IAsyncDisposable
{
    private ErrorBoundary? boundary;
    private bool isLive;
    private Caller caller = Caller.Anonymous;

    [CascadingParameter]
    public required LanguageChoice Choice { get; set; }

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    private BrowserModule Module => field ??= new(Script, "Studio/Layout/MainLayout.razor.js");

    private string Address => new UriBuilder(Navigation.Uri) { Fragment = "" }.Uri.PathAndQuery.TrimStart('/');

    private string SignInAddress => $"studio/sign-in?returnUrl={Uri.EscapeDataString("/" + Address)}";

    private string OtherLanguage => Texts.Language == Texts.Chinese ? Texts.English : Texts.Chinese;

    // A page that broke is given up when someone goes elsewhere; who is there may change while they stay.
    protected override async Task OnParametersSetAsync()
    {
        boundary?.Recover();
        caller = Caller.Of((await Authentication).User);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await Module.LoadAsync();
        isLive = true;
        StateHasChanged();
    }

    public ValueTask DisposeAsync() => Module.DisposeAsync();

    private void Recover() => boundary?.Recover();

    private async Task SwitchLanguage()
    {
        var language = OtherLanguage;
        await Module.CallAsync("rememberLanguage", language);
        Choice.Switch(language);
    }

    private async Task SwitchTheme() => await Module.CallAsync("switchTheme");

    private async Task FocusContent() => await Module.CallAsync("focusContent");
}
