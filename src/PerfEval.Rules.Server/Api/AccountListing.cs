using System.Collections.Immutable;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Api;

/// <summary>An account, without anything that opens it.</summary>
/// <param name="DisabledAt">Since when it is out of use; absent: in use.</param>
/// <param name="LockedUntil">Until when no attempt to sign in is taken; absent: not locked.</param>
internal sealed record AccountListing(
    string Id,
    string Name,
    string DisplayName,
    ImmutableArray<string> Roles,
    string? Region,
    string? Department,
    bool MustChangePassword,
    DateTime CreatedAt,
    DateTime? DisabledAt,
    DateTime? LockedUntil)
{
    public static AccountListing Of(Account account) => new(
        account.Id,
        account.Name,
        account.DisplayName,
        account.Roles,
        account.Region,
        account.Department,
        account.MustChangePassword,
        account.CreatedAt.UtcDateTime,
        account.DisabledAt?.UtcDateTime,
        account.LockedUntil?.UtcDateTime);
}

/// <summary>A new account and the password that is shown this once.</summary>
internal sealed record CreatedAccount(AccountListing Account, string Password);

/// <summary>A password that is shown this once, and has to be changed at the next sign-in.</summary>
internal sealed record OneTimePassword(string Password);
