using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Storage.Audit;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>用户/密钥: who gets in, people by accounts and systems by keys.</summary>
public sealed partial class AccessPage
{
    private const string Accounts = "accounts";
    private const string Keys = "keys";

    private string active = Accounts;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    /// <summary>Which of the two is shown, so that its address can be kept; absent: accounts.</summary>
    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    protected override void OnParametersSet() => active = Tab == Keys ? Keys : Accounts;

    private void Show(string tab) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("tab", tab));

    // A page lives longer than a request: whoever lost the account or the role meanwhile must not go on with it.
    private async Task<Actor?> Admit()
    {
        var user = (await Authentication).User;
        if (await Sessions.StillHoldsAsync(user, CancellationToken.None))
            return Caller.Of(user).Actor;
        Navigation.NavigateTo("studio/sign-in?returnUrl=/studio/access", forceLoad: true);
        return null;
    }
}
