using System.Collections.Immutable;
using Dapper;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Storage.Impacts;

/// <summary>
/// Impacts and their chunks. A chunk's result is a function of what is stored with it, and the first one stored stands, so that it does not matter how many
/// machines compute it, how often, or which of them die. Safe to share between threads.
/// </summary>
public sealed partial class ImpactStore(StoreDatabase database)
{
    /// <summary>Stores an impact to be computed.</summary>
    public Task AddAsync(NewImpact impact, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(impact);
        return database.Writes.WriteAsync(session => Add(session, impact), cancellation);
    }

    /// <summary>One impact, or null.</summary>
    public async Task<Impact?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<ImpactRow>(new CommandDefinition($"{ImpactRow.Select} WHERE i.id = @id", new { id }, cancellationToken: cancellation));
        return row?.ToImpact();
    }

    /// <summary>The newest impacts first.</summary>
    /// <param name="rubric">Only those of one rubric; null: all.</param>
    /// <param name="region">Only those over a region or part of it; null: all.</param>
    /// <param name="count">How many at most.</param>
    public async Task<ImmutableArray<Impact>> ListAsync(string? rubric, string? region, int count, CancellationToken cancellation)
    {
        var prefix = region is null ? null : RegionCode.Prefix(region) + "%";
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<ImpactRow>(new CommandDefinition(
            $"""
            {ImpactRow.Select}
            WHERE (CAST(@rubric AS TEXT) IS NULL OR i.rubric = @rubric) AND (CAST(@prefix AS TEXT) IS NULL OR i.region LIKE @prefix)
            ORDER BY i.id DESC LIMIT @count
            """,
            new { rubric, prefix, count },
            cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToImpact())];
    }

    /// <summary>The ids of those that are neither done, cancelled nor failed, the oldest first.</summary>
    public async Task<ImmutableArray<string>> ListOpenAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return [.. await connection.QueryAsync<string>(new CommandDefinition("SELECT id FROM impact WHERE ended_at IS NULL ORDER BY id", cancellationToken: cancellation))];
    }

    /// <summary>The two rubrics of an impact with their texts; null: there is no such impact.</summary>
    public async Task<(ImpactRubric From, ImpactRubric To)?> FindRubricsAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<TextsRow>(new CommandDefinition(
            "SELECT from_label, from_hash, from_text, to_label, to_hash, to_text FROM impact WHERE id = @id", new { id }, cancellationToken: cancellation));
        return row is null ? null : (new(row.FromLabel, row.FromHash, row.FromText), new(row.ToLabel, row.ToHash, row.ToText));
    }

    /// <summary>The results so far: of one that is done the whole, else those of its chunks, in order. Reading is one moment's.</summary>
    public async Task<ImmutableArray<byte[]>> ReadResultsAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return
        [
            .. await connection.QueryAsync<byte[]>(new CommandDefinition(
                """
                SELECT result FROM (
                    SELECT 0 AS number, result FROM impact WHERE id = @id AND result IS NOT NULL
                    UNION ALL SELECT number, result FROM impact_chunk WHERE impact_id = @id AND result IS NOT NULL) results
                ORDER BY number
                """,
                new { id },
                cancellationToken: cancellation)),
        ];
    }

    /// <summary>Calls an impact off. Again, or once it has ended, nothing happens. False: there is no such impact.</summary>
    public Task<bool> CancelAsync(string id, Actor by, DateTimeOffset at, CancellationToken cancellation) => database.Writes.WriteAsync(
        session =>
        {
            if (End(session, id, "cancelled", null, null, at))
                session.Record(new(at, by, "impact.cancelled", id, ""));
            return session.Scalar<long>("SELECT count(*) FROM impact WHERE id = @id", new { id }) > 0;
        },
        cancellation);

    private static void Add(WriteSession session, NewImpact impact)
    {
        session.Execute(
            """
            INSERT INTO impact (id, rubric, region, from_label, from_hash, from_text, to_label, to_hash, to_text, created_at, created_by_id, created_by_name)
            VALUES (@Id, @Rubric, @Region, @FromLabel, @FromHash, @FromText, @ToLabel, @ToHash, @ToText, @At, @ById, @ByName)
            """,
            new
            {
                impact.Id,
                impact.Rubric,
                impact.Region,
                FromLabel = impact.From.Label,
                FromHash = impact.From.Hash,
                FromText = impact.From.Text.ToArray(),
                ToLabel = impact.To.Label,
                ToHash = impact.To.Hash,
                ToText = impact.To.Text.ToArray(),
                At = Timestamp.Write(impact.CreatedAt),
                ById = impact.CreatedBy.Id,
                ByName = impact.CreatedBy.Name,
            });
        session.Record(new(impact.CreatedAt, impact.CreatedBy, "impact.started", impact.Id, $"{impact.Rubric} {impact.Region}: {impact.From.Label} {impact.From.Hash} → {impact.To.Label} {impact.To.Hash}"));
    }

    /// <summary>False: it had ended before. What was scored for it is no longer needed.</summary>
    private static bool End(WriteSession session, string id, string outcome, byte[]? result, int? failedChunk, DateTimeOffset at)
    {
        var ended = session.Execute(
            "UPDATE impact SET ended_at = @at, outcome = @outcome, result = @result, failed_chunk = @failedChunk WHERE id = @id AND ended_at IS NULL",
            new { id, at = Timestamp.Write(at), outcome, result, failedChunk });
        if (ended > 0 && outcome == "done")
            session.Execute("DELETE FROM impact_chunk WHERE impact_id = @id", new { id });
        return ended > 0;
    }

    private sealed record TextsRow
    {
        public required string FromLabel { get; init; }

        public required string FromHash { get; init; }

        public required byte[] FromText { get; init; }

        public required string ToLabel { get; init; }

        public required string ToHash { get; init; }

        public required byte[] ToText { get; init; }
    }
}
