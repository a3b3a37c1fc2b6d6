using System.Collections.Immutable;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Storage.Audit;
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

/// <summary>An account to be made.</summary>
/// <param name="Region">For department, bureau and viewer; 000000 is the nation.</param>
/// <param name="Department">For department.</param>
internal sealed record NewAccount(string Name, string DisplayName, ImmutableArray<string> Roles, string? Region = null, string? Department = null)
{
    public ImmutableArray<ApiFault> FindFaults() =>
        [.. GrantFaults.OfName("/name", Name), .. GrantFaults.OfText("/displayName", DisplayName), .. GrantFaults.Of("/roles", Roles, Region, Department)];

    public Account ToAccount(string passwordHash, Actor by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now).ToString(),
        Name = SignIn.Normalize(Name),
        DisplayName = DisplayName.Trim(),
        Roles = Roles,
        Region = Region,
        Department = Department,
        PasswordHash = passwordHash,
        SecurityStamp = Passwords.NewStamp(),
        MustChangePassword = true,
        CreatedAt = now,
        CreatedBy = by.Id,
    };
}

/// <summary>What an account is to be from now on.</summary>
internal sealed record ChangedAccount(string DisplayName, ImmutableArray<string> Roles, string? Region = null, string? Department = null)
{
    public ImmutableArray<ApiFault> FindFaults() => [.. GrantFaults.OfText("/displayName", DisplayName), .. GrantFaults.Of("/roles", Roles, Region, Department)];

    public AccountGrant ToGrant() => new(DisplayName.Trim(), Roles, Region, Department);
}

/// <summary>A new account and the password that is shown this once.</summary>
internal sealed record CreatedAccount(AccountListing Account, string Password);

/// <summary>A password that is shown this once, and has to be changed at the next sign-in.</summary>
internal sealed record OneTimePassword(string Password);
