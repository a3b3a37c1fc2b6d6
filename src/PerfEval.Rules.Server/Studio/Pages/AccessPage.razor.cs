using Microsoft.AspNetCore.Components;
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

    /// <summary>Which of the two is shown, so that its address can be kept; absent: accounts.</summary>
    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    protected override void OnParametersSet() => active = Tab == Keys ? Keys : Accounts;

    private void Show(string tab) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("tab", tab));

    private async Task<Actor?> Admit() => (await Session.AdmitAsync(CancellationToken.None))?.Actor;
}
