using System.Collections.Immutable;
using Dapper;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Identity;

/// <summary>The keys by which systems are known (密钥). Every change is recorded in the audit trail with it. Safe to share between threads.</summary>
public sealed class ApiKeyStore(StoreDatabase database)
{
    private const string Select = $"SELECT {ApiKeyRow.Columns} FROM api_key";

    /// <summary>The key that a text names, whether it still works or not; null when there is none, or the secret is wrong.</summary>
    public async Task<ApiKey?> FindAsync(string text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (KeySecret.Find(text) is not { } secret)
            return null;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<ApiKeyRow>(
            new CommandDefinition(Select + " WHERE prefix = @Prefix", new { secret.Prefix }, cancellationToken: cancellation));
        return row?.ToKey() is { } key && key.Matches(text) ? key : null;
    }

    /// <summary>Every key, newest first.</summary>
    public async Task<ImmutableArray<ApiKey>> ListAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<ApiKeyRow>(new CommandDefinition(Select + " ORDER BY created_at DESC, id", cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToKey())];
    }

    /// <summary>Makes a key.</summary>
    public Task<IssuedKey> IssueAsync(KeyGrant grant, Change change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (secret, id) = (KeySecret.Generate(), Guid.CreateVersion7(change.At).ToString());
        return database.Writes.WriteAsync(session => new IssuedKey(Add(session, id, secret, grant, change), secret.ToString()), cancellation);
    }

    /// <summary>Adds a key whose text is known beforehand; nothing when it is there already.</summary>
    /// <exception cref="ArgumentException">The text is not that of a key.</exception>
    public Task AddKnownAsync(string id, string text, KeyGrant grant, Change change, CancellationToken cancellation)
    {
        var secret = KeySecret.Find(text) ?? throw new ArgumentException("not the text of a key", nameof(text));
        return database.Writes.WriteAsync(
            session =>
            {
                if (session.Scalar<int>("SELECT count(*) FROM api_key WHERE prefix = @Prefix", new { secret.Prefix }) == 0)
                    Add(session, id, secret, grant, change);
            },
            cancellation);
    }

    /// <summary>Ends a key for good; false when there is none, true also when it was revoked before.</summary>
    public Task<bool> RevokeAsync(string id, Change change, CancellationToken cancellation) => database.Writes.WriteAsync(
        session =>
        {
            if (session.Find<ApiKeyRow>(Select + " WHERE id = @id", new { id }) is not { } row)
                return false;
            if (row.RevokedAt is not null)
                return true;
            session.Execute(
                "UPDATE api_key SET revoked_at = @at, revoked_by = @by WHERE id = @id", new { at = Timestamp.Write(change.At), by = change.By.Id, id });
            session.Record(new(change.At, change.By, "key.revoked", id, row.Name));
            return true;
        },
        cancellation);

    private static ApiKey Add(WriteSession session, string id, KeySecret secret, KeyGrant grant, Change change)
    {
        var key = new ApiKey(id, secret.Prefix, grant, change.At, change.By.Id, null, null) { SecretHash = secret.Hash };
        session.Execute(
            $"""
            INSERT INTO api_key ({ApiKeyRow.Columns})
            VALUES (@Id, @Prefix, @SecretHash, @Name, @Role, @Region, @Department, @CreatedAt, @CreatedBy, @ExpiresAt, @RevokedAt, @RevokedBy)
            """,
            ApiKeyRow.Of(key));
        var parts = new[] { grant.Name, grant.Role, grant.Region, grant.Department }.Where(part => !string.IsNullOrEmpty(part));
        session.Record(new(change.At, change.By, "key.issued", id, string.Join("; ", parts)));
        return key;
    }
}
