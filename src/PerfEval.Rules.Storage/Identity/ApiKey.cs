using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Identity;

/// <summary>What a key opens (密钥).</summary>
/// <param name="Name">What it is for, as shown to people.</param>
/// <param name="Role">The one role it has.</param>
/// <param name="Region">The region it works for, by GB/T 2260 code; null: every region.</param>
/// <param name="Department">The department it reports for; null: none.</param>
/// <param name="ExpiresAt">When it stops working; null: when it is revoked.</param>
public sealed record KeyGrant(string Name, string Role, string? Region, string? Department, DateTimeOffset? ExpiresAt);

/// <summary>An API key as it is stored: without its secret. Immutable.</summary>
/// <param name="Id">Stable; what the audit trail names.</param>
/// <param name="Prefix">The part of its text that is not secret.</param>
/// <param name="RevokedAt">Since when it no longer works; null: it has not been revoked.</param>
public sealed record ApiKey(string Id, string Prefix, KeyGrant Grant, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? RevokedAt, string? RevokedBy)
{
    /// <summary>The key as the audit trail names it.</summary>
    public Actor Actor => new("key:" + Id, Grant.Name);

    /// <summary>SHA-256 of the secret.</summary>
    internal string SecretHash { get; init; } = "";

    /// <summary>Whether it opens anything at a time.</summary>
    public bool WorksAt(DateTimeOffset time) => RevokedAt is null && !(Grant.ExpiresAt <= time);

    /// <summary>Whether a text is this key's.</summary>
    /// <param name="text">The whole text, as it came.</param>
    public bool Matches(string text) => KeySecret.Find(text) is { } secret && secret.Prefix == Prefix && secret.Matches(SecretHash);
}

/// <summary>A key just made, with its text, which is stored nowhere.</summary>
/// <param name="Text">To be shown once.</param>
public sealed record IssuedKey(ApiKey Key, string Text);

/// <summary>A row of the table.</summary>
internal sealed record ApiKeyRow
{
    public const string Columns = "id, prefix, secret_hash, name, role, region, department, created_at, created_by, expires_at, revoked_at, revoked_by";

    public required string Id { get; init; }

    public required string Prefix { get; init; }

    public required string SecretHash { get; init; }

    public required string Name { get; init; }

    public required string Role { get; init; }

    public string? Region { get; init; }

    public string? Department { get; init; }

    public required string CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public string? ExpiresAt { get; init; }

    public string? RevokedAt { get; init; }

    public string? RevokedBy { get; init; }

    public static ApiKeyRow Of(ApiKey key) => new()
    {
        Id = key.Id,
        Prefix = key.Prefix,
        SecretHash = key.SecretHash,
        Name = key.Grant.Name,
        Role = key.Grant.Role,
        Region = key.Grant.Region,
        Department = key.Grant.Department,
        CreatedAt = Timestamp.Write(key.CreatedAt),
        CreatedBy = key.CreatedBy,
        ExpiresAt = Timestamp.WriteOptional(key.Grant.ExpiresAt),
        RevokedAt = Timestamp.WriteOptional(key.RevokedAt),
        RevokedBy = key.RevokedBy,
    };

    public ApiKey ToKey() => new(
        Id,
        Prefix,
        new(Name, Role, Region, Department, Timestamp.ReadOptional(ExpiresAt)),
        Timestamp.Read(CreatedAt),
        CreatedBy,
        Timestamp.ReadOptional(RevokedAt),
        RevokedBy)
    {
        SecretHash = SecretHash,
    };
}
