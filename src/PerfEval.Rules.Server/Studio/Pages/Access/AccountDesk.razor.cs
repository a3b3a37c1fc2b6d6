using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Studio.Pages.Access;

/// <summary>The accounts of staff, and a new one.</summary>
public sealed partial class AccountDesk
{
    private ImmutableArray<Account> accounts = [];
    private ImmutableArray<(string Path, Bilingual Message)> faults = [];
    private (string Owner, string Password)? opened;
    private Account? edited;
    private string? fault;
    private string name = "";
    private string displayName = "";
    private GrantChoice grant = new([]);

    [CascadingParameter]
    public required Texts Texts { get; set; }

    /// <summary>Who acts; null when they no longer may.</summary>
    [Parameter, EditorRequired]
    public required Func<Task<Actor?>> Admit { get; set; }

    protected override Task OnInitializedAsync() => Load();

    private async Task Load() => accounts = await Accounts.ListAsync(CancellationToken.None);

    private string StateOf(Account account) => account switch
    {
        { DisabledAt: not null } => "Disabled",
        { LockedUntil: { } until } when until > Clock.GetUtcNow() => "Locked",
        { MustChangePassword: true } => "MustChange",
        _ => "InUse",
    };

    private async Task Save()
    {
        fault = grant.Roles.IsEmpty ? "Access.NoRole" : null;
        if (fault is not null)
            return;
        if (edited is { } account)
            await Change(account);
        else
            await Create();
    }

    private async Task Create()
    {
        var wanted = new NewAccount(name, displayName, grant.Roles, grant.RegionOrNull, grant.DepartmentOrNull);
        if (HasFaults(wanted.FindFaults()) || await Admit() is not { } by)
            return;
        if (await Keeper.AddAsync(wanted, by, CancellationToken.None) is not { } made)
        {
            fault = "Access.NameTaken";
            return;
        }

        opened = (made.Account.Name, made.Password);
        Empty();
        await Load();
    }

    private async Task Change(Account account)
    {
        var wanted = new ChangedAccount(displayName, grant.Roles, grant.RegionOrNull, grant.DepartmentOrNull);
        if (HasFaults(wanted.FindFaults()) || await Admit() is not { } by)
            return;
        var done = await Keeper.ChangeAsync(account.Id, wanted, by, CancellationToken.None);
        if (done == AccountChange.Done)
            Empty();
        await Show(done);
    }

    private bool HasFaults(ImmutableArray<ApiFault> found)
    {
        faults = [.. found.Select(one => (one.Path, one.Message))];
        return !faults.IsEmpty;
    }

    private void Edit(Account account) =>
        (edited, name, displayName, grant, faults, fault) = (account, account.Name, account.DisplayName, new(account.Roles, account.Region ?? "", account.Department ?? ""), [], null);

    private void Empty() => (edited, name, displayName, grant, faults, fault) = (null, "", "", new([]), [], null);

    private async Task SetDisabled(Account account, bool isDisabled)
    {
        if (await Admit() is { } by)
            await Show(await Keeper.SetDisabledAsync(account.Id, isDisabled, by, CancellationToken.None));
    }

    private async Task ResetPassword(Account account)
    {
        if (await Admit() is not { } by)
            return;
        var (done, password) = await Keeper.ResetPasswordAsync(account.Id, by, CancellationToken.None);
        opened = done == AccountChange.Done ? (account.Name, password) : null;
        await Show(done);
    }

    private async Task Show(AccountChange done)
    {
        fault = done == AccountChange.Done ? null : "AccountChange." + done;
        await Load();
    }
}
