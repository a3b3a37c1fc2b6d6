using System.Collections.Immutable;
using Dapper;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Audit;

/// <summary>The record of who did what (审计记录): append-only and chained by hashes. Safe to share between threads.</summary>
public sealed class AuditTrail(StoreDatabase database)
{
    private const int VerifiedAtOnce = 1000;

    private const string Columns = "seq, at, actor_id, actor_name, action, subject, detail, previous_hash, hash";

    /// <summary>Adds an entry of its own; what goes with another change is recorded in that change's transaction.</summary>
    public Task RecordAsync(AuditEntry entry, CancellationToken cancellation) => database.Writes.WriteAsync(session => session.Record(entry), cancellation);

    /// <summary>Entries, newest first.</summary>
    /// <param name="subject">Only those of one subject; null: all.</param>
    /// <param name="before">Only those before a place in the trail; null: from the end.</param>
    /// <param name="count">How many at most.</param>
    public async Task<ImmutableArray<ChainedEntry>> ReadAsync(string? subject, long? before, int count, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            SELECT {Columns} FROM audit_entry
            WHERE (CAST(@subject AS TEXT) IS NULL OR subject = @subject) AND seq < @before
            ORDER BY seq DESC LIMIT @count
            """,
            new { subject = subject, before = before ?? long.MaxValue, count },
            cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToEntry())];
    }

    /// <summary>The entries that follow a place in the trail, newest first: the page of <see cref="ReadAsync"/> before this one.</summary>
    /// <param name="subject">Only those of one subject; null: all.</param>
    /// <param name="after">The place; it is not among them.</param>
    /// <param name="count">How many at most: the ones nearest to the place.</param>
    public async Task<ImmutableArray<ChainedEntry>> ReadAfterAsync(string? subject, long after, int count, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            SELECT {Columns} FROM audit_entry
            WHERE (CAST(@subject AS TEXT) IS NULL OR subject = @subject) AND seq > @after
            ORDER BY seq LIMIT @count
            """,
            new { subject, after, count },
            cancellationToken: cancellation));
        return [.. rows.Reverse().Select(row => row.ToEntry())];
    }

    /// <summary>Recomputes the whole chain.</summary>
    /// <returns>How many entries hold, and the first place where the chain breaks; null: nowhere.</returns>
    public async Task<AuditVerification> VerifyAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var (seq, hash) = (0L, AuditChain.Origin);
        while (true)
        {
            var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
                $"SELECT {Columns} FROM audit_entry WHERE seq > @seq ORDER BY seq LIMIT @count",
                new { seq, count = VerifiedAtOnce },
                cancellationToken: cancellation))).AsList();
            foreach (var row in rows)
            {
                var entry = row.ToEntry();
                if (entry.Seq != seq + 1 || entry.PreviousHash != hash || entry.Hash != AuditChain.Seal(entry.Seq, entry.Entry, hash))
                    return new(seq, entry.Seq);
                (seq, hash) = (entry.Seq, entry.Hash);
            }

            if (rows.Count < VerifiedAtOnce)
                return new(seq, null) { LastHash = hash };
        }
    }

    /// <summary>Whether an entry has a hash. One that was kept elsewhere and is no longer there was cut off the end of the trail.</summary>
    public async Task<bool> ContainsAsync(string hash, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(
            new CommandDefinition("SELECT count(*) FROM audit_entry WHERE hash = @hash", new { hash }, cancellationToken: cancellation)) > 0;
    }

    private sealed record Row
    {
        public required long Seq { get; init; }

        public required string At { get; init; }

        public required string ActorId { get; init; }

        public required string ActorName { get; init; }

        public required string Action { get; init; }

        public required string Subject { get; init; }

        public required string Detail { get; init; }

        public required string PreviousHash { get; init; }

        public required string Hash { get; init; }

        public ChainedEntry ToEntry() =>
            new(Seq, new(Timestamp.Read(At), new(ActorId, ActorName), Action, Subject, Detail), PreviousHash, Hash);
    }
}

/// <summary>What recomputing the audit trail gave.</summary>
/// <param name="Entries">How many entries, from the first, hold.</param>
/// <param name="BrokenAt">The place of the first entry that does not; null: the chain is whole.</param>
public sealed record AuditVerification(long Entries, long? BrokenAt)
{
    /// <summary>The hash of the last entry of a whole chain: kept elsewhere, it also shows when entries are missing from the end.</summary>
    public string? LastHash { get; init; }
}
