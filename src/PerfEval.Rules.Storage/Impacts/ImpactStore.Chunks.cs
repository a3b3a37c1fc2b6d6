using System.Collections.Immutable;
using System.Text;
using Dapper;
using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Storage.Impacts;

public sealed partial class ImpactStore
{
    /// <summary>
    /// The ids of the latest revisions that an impact is over, at one moment and in order.
    /// </summary>
    public async Task<ImmutableArray<string>> ReadMembersAsync(Impact impact, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(impact);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return
        [
            .. await connection.QueryAsync<string>(new CommandDefinition(
                """
                SELECT e.id FROM evaluation e
                WHERE e.rubric = @Rubric AND e.region LIKE @prefix
                    AND NOT EXISTS (SELECT 1 FROM evaluation later WHERE later.rubric = e.rubric AND later.department = e.department AND later.subject = e.subject
                        AND later.period = e.period AND later.region = e.region AND later.revision > e.revision)
                ORDER BY e.id
                """,
                new { impact.Rubric, prefix = RegionCode.Prefix(impact.Region) + "%" },
                cancellationToken: cancellation)),
        ];
    }

    /// <summary>Stores which submissions an impact is over, cut into chunks; nothing happens when that was done before, or the impact has ended.</summary>
    /// <param name="members">Ids of evaluations.</param>
    /// <param name="chunkSize">How many to a chunk.</param>
    public Task PlanAsync(string id, ImmutableArray<string> members, int chunkSize, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chunkSize, 1);
        var chunks = members.Chunk(chunkSize).Select((ids, i) => new { ImpactId = id, Number = i + 1, Members = Pack(ids), Submissions = ids.Length }).ToList();
        return database.Writes.WriteAsync(
            session =>
            {
                if (session.Execute("UPDATE impact SET submissions = @Length WHERE id = @id AND submissions IS NULL AND ended_at IS NULL", new { id, members.Length }) == 0)
                    return;
                session.Execute(
                    "INSERT INTO impact_chunk (impact_id, number, members, submissions, attempts) VALUES (@ImpactId, @Number, @Members, @Submissions, 0)", chunks);
            },
            cancellation);
    }

    /// <summary>The chunks without a result, in order.</summary>
    public async Task<ImmutableArray<OpenChunk>> ListOpenChunksAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<OpenRow>(new CommandDefinition(
            "SELECT number, begun_at, attempts FROM impact_chunk WHERE impact_id = @id AND result IS NULL ORDER BY number", new { id }, cancellationToken: cancellation));
        return [.. rows.Select(row => new OpenChunk(row.Number, Timestamp.ReadOptional(row.BegunAt), row.Attempts))];
    }

    /// <summary>Takes a chunk up; null: it has its result, or nobody needs it any more. Several may take up the same.</summary>
    public Task<ImpactChunk?> BeginAsync(string id, int number, DateTimeOffset at, CancellationToken cancellation) => database.Writes.WriteAsync(
        session =>
        {
            var begun = session.Execute(
                """
                UPDATE impact_chunk SET attempts = attempts + 1, begun_at = @at WHERE impact_id = @id AND number = @number AND result IS NULL
                    AND EXISTS (SELECT 1 FROM impact i WHERE i.id = @id AND i.ended_at IS NULL)
                """,
                new { id, number, at = Timestamp.Write(at) });
            if (begun == 0)
                return null;
            var packed = session.Scalar<byte[]>("SELECT members FROM impact_chunk WHERE impact_id = @id AND number = @number", new { id, number });
            return new ImpactChunk(id, number, Unpack(packed ?? []));
        },
        cancellation);

    /// <summary>The submissions of a chunk, in the order of their ids.</summary>
    public async Task<ImmutableArray<StoredSubmission>> ReadSubmissionsAsync(ImpactChunk chunk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<MemberRow>(new CommandDefinition(
            $"SELECT id, rubric, version, department, subject, period, submission FROM evaluation WHERE id {database.Dialect.AmongValues} ORDER BY id",
            new { values = chunk.Members.ToArray() },
            cancellationToken: cancellation));
        return [.. rows.Select(row => new StoredSubmission(row.Id, row.Version, new(row.Rubric, row.Department, row.Subject, row.Period), row.Submission))];
    }

    /// <summary>Stores a chunk's result, unless it has one; whether it was the last that was missing.</summary>
    public Task<bool> CompleteAsync(ImpactChunk chunk, byte[] result, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        return database.Writes.WriteAsync(
            session =>
            {
                session.Execute("UPDATE impact_chunk SET result = @result WHERE impact_id = @ImpactId AND number = @Number AND result IS NULL", new { chunk.ImpactId, chunk.Number, result });
                return session.Scalar<long>("SELECT count(*) FROM impact_chunk WHERE impact_id = @ImpactId AND result IS NULL", new { chunk.ImpactId }) == 0;
            },
            cancellation);
    }

    /// <summary>Stores the whole result of an impact and lets its chunks go; nothing happens once it has ended.</summary>
    public Task FinishAsync(string id, byte[] result, DateTimeOffset at, CancellationToken cancellation) =>
        database.Writes.WriteAsync(session => End(session, id, "done", result, null, at), cancellation);

    /// <summary>Gives an impact up; nothing happens once it has ended.</summary>
    /// <param name="chunk">The one that could not be computed.</param>
    public Task FailAsync(string id, int chunk, DateTimeOffset at, CancellationToken cancellation) =>
        database.Writes.WriteAsync(session => End(session, id, "failed", null, chunk, at), cancellation);

    // One id a line.
    private static byte[] Pack(string[] ids) => Encoding.UTF8.GetBytes(string.Join('\n', ids));

    private static ImmutableArray<string> Unpack(byte[] packed) => [.. Encoding.UTF8.GetString(packed).Split('\n')];

    private sealed record OpenRow
    {
        public required int Number { get; init; }

        public string? BegunAt { get; init; }

        public required int Attempts { get; init; }
    }

    private sealed record MemberRow
    {
        public required string Id { get; init; }

        public required string Rubric { get; init; }

        public required string Version { get; init; }

        public required string Department { get; init; }

        public required string Subject { get; init; }

        public required string Period { get; init; }

        public required byte[] Submission { get; init; }
    }
}
