using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using PerfEval.Rules.Server.Identity;

namespace PerfEval.Rules.Server.Studio.Layout;

/// <summary>The frame around every page: where one can go, the language and the theme.</summary>
public sealed partial class MainLayout : IAsyncDisposable
{
    private IJSObjectReference? module;
    private ErrorBoundary? boundary;
    private bool isLive;
    private Caller caller = Caller.Anonymous;

    [CascadingParameter]
    public required Appearance Appearance { get; set; }

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    private IJSRuntime Script { get; set; } = null!; // injected before first use

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // likewise

    private string Address => new UriBuilder(Navigation.Uri) { Fragment = "" }.Uri.PathAndQuery.TrimStart('/');

    private string OtherLanguage => Appearance.Preferences.IsChinese ? Preferences.English : Preferences.Chinese;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        module = await Script.InvokeAsync<IJSObjectReference>("import", "./Studio/Layout/MainLayout.razor.js");
        isLive = true;
        StateHasChanged();
    }

    protected override async Task OnInitializedAsync() => caller = Caller.Of((await Authentication).User);

    // A page that broke is given up when someone goes elsewhere.
    protected override void OnParametersSet() => boundary?.Recover();

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null)
                await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the module with it.
        }
    }

    private void Recover() => boundary?.Recover();

    private async Task SwitchLanguage()
    {
        var language = OtherLanguage;
        await module!.InvokeVoidAsync("rememberLanguage", Preferences.LanguageCookie, language); // only a live page has clicks
        Appearance.Switch(Appearance.Preferences with { Language = language });
    }

    private async Task SwitchTheme()
    {
        var theme = await module!.InvokeAsync<string>("switchTheme", Preferences.ThemeCookie); // likewise
        Appearance.Switch(Appearance.Preferences with { Theme = theme });
    }

    private async Task FocusContent() => await module!.InvokeVoidAsync("focusContent"); // likewise
}
