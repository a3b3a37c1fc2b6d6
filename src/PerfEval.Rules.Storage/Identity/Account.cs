using System.Collections.Immutable;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Identity;

/// <summary>The account of a member of staff (账号). Immutable.</summary>
public sealed record Account
{
    /// <summary>Stable; what the audit trail names.</summary>
    public required string Id { get; init; }

    /// <summary>What is typed to sign in; unique, in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>What is shown to others.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What it may do; see the server's roles.</summary>
    public required ImmutableArray<string> Roles { get; init; }

    /// <summary>The region it works for, by GB/T 2260 code; null: every region.</summary>
    public string? Region { get; init; }

    /// <summary>The department it reports for; null: none.</summary>
    public string? Department { get; init; }

    /// <summary>The password as its hasher writes it, with salt and parameters.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Changes whenever what a session was granted no longer holds: password, roles, region, being disabled.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>Whether its password was made by somebody else, and serves only to choose another.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>Failed attempts since the last success.</summary>
    public int FailedCount { get; init; }

    /// <summary>No attempt is taken before this time; null: not locked.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Since when it is out of use; null: in use.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>By whom, as the audit trail names them.</summary>
    public required string CreatedBy { get; init; }
}

/// <summary>A row of the table.</summary>
internal sealed record AccountRow
{
    public const string Columns =
        "id, name, display_name, roles, region, department, password_hash, security_stamp, must_change_password, failed_count, locked_until, disabled_at, created_at, created_by";

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    public required string Roles { get; init; }

    public string? Region { get; init; }

    public string? Department { get; init; }

    public required string PasswordHash { get; init; }

    public required string SecurityStamp { get; init; }

    public required int MustChangePassword { get; init; }

    public required int FailedCount { get; init; }

    public string? LockedUntil { get; init; }

    public string? DisabledAt { get; init; }

    public required string CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public static AccountRow Of(Account account) => new()
    {
        Id = account.Id,
        Name = account.Name,
        DisplayName = account.DisplayName,
        Roles = string.Join(',', account.Roles),
        Region = account.Region,
        Department = account.Department,
        PasswordHash = account.PasswordHash,
        SecurityStamp = account.SecurityStamp,
        MustChangePassword = account.MustChangePassword ? 1 : 0,
        FailedCount = account.FailedCount,
        LockedUntil = Timestamp.WriteOptional(account.LockedUntil),
        DisabledAt = Timestamp.WriteOptional(account.DisabledAt),
        CreatedAt = Timestamp.Write(account.CreatedAt),
        CreatedBy = account.CreatedBy,
    };

    public Account ToAccount() => new()
    {
        Id = Id,
        Name = Name,
        DisplayName = DisplayName,
        Roles = [.. Roles.Split(',', StringSplitOptions.RemoveEmptyEntries)],
        Region = Region,
        Department = Department,
        PasswordHash = PasswordHash,
        SecurityStamp = SecurityStamp,
        MustChangePassword = MustChangePassword != 0,
        FailedCount = FailedCount,
        LockedUntil = Timestamp.ReadOptional(LockedUntil),
        DisabledAt = Timestamp.ReadOptional(DisabledAt),
        CreatedAt = Timestamp.Read(CreatedAt),
        CreatedBy = CreatedBy,
    };
}
