using System.Collections.Immutable;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Identity;

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
