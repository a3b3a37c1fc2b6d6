using System.Collections.Immutable;
using System.Security.Cryptography;
using Dapper;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Evaluations;

/// <summary>A file that supports an input of an evaluation (佐证材料).</summary>
/// <param name="Hash">SHA-256 of its bytes, 64 lower-case hexadecimal digits: the same bytes are kept once.</param>
/// <param name="FileName">As the sender named it; for people only, never a path.</param>
public sealed record Evidence(string EvaluationId, string Input, string Hash, string FileName, string MediaType, long Length, DateTimeOffset At, Actor By);

/// <summary>Files of evidence, kept by their hash and never changed. Safe to share between threads.</summary>
public sealed class EvidenceStore(StoreDatabase database)
{
    /// <summary>Keeps a file for an input of an evaluation that exists; giving the same file twice is the same as once.</summary>
    /// <returns>The file's hash.</returns>
    public Task<string> AddAsync(string evaluationId, string input, string fileName, string mediaType, byte[] content, Actor by, DateTimeOffset at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        return database.Writes.WriteAsync(
            session =>
            {
                session.Execute(
                    "INSERT INTO evidence (hash, content, media_type, length) VALUES (@hash, @content, @mediaType, @Length) ON CONFLICT (hash) DO NOTHING",
                    new { hash, content, mediaType, content.Length });
                var added = session.Execute(
                    """
                    INSERT INTO evidence_use (evaluation_id, input, hash, file_name, at, by_id, by_name)
                    VALUES (@evaluationId, @input, @hash, @fileName, @At, @ById, @ByName) ON CONFLICT (evaluation_id, input, hash) DO NOTHING
                    """,
                    new { evaluationId, input, hash, fileName, At = Timestamp.Write(at), ById = by.Id, ByName = by.Name });
                if (added > 0)
                    session.Record(new(at, by, "evidence.added", evaluationId, $"{input} sha256:{hash}"));
                return hash;
            },
            cancellation);
    }

    /// <summary>The files of an evaluation, by input and time.</summary>
    public async Task<ImmutableArray<Evidence>> FindAsync(string evaluationId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT u.evaluation_id, u.input, u.hash, u.file_name, e.media_type, e.length, u.at, u.by_id, u.by_name
            FROM evidence_use u JOIN evidence e ON e.hash = u.hash WHERE u.evaluation_id = @evaluationId ORDER BY u.input, u.at
            """,
            new { evaluationId },
            cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToEvidence())];
    }

    /// <summary>The bytes of a file, or null.</summary>
    public async Task<byte[]?> FindContentAsync(string hash, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition(
            "SELECT content FROM evidence WHERE hash = @hash", new { hash }, cancellationToken: cancellation));
    }

    private sealed record Row
    {
        public required string EvaluationId { get; init; }

        public required string Input { get; init; }

        public required string Hash { get; init; }

        public required string FileName { get; init; }

        public required string MediaType { get; init; }

        public required long Length { get; init; }

        public required string At { get; init; }

        public required string ById { get; init; }

        public required string ByName { get; init; }

        public Evidence ToEvidence() => new(EvaluationId, Input, Hash, FileName, MediaType, Length, Timestamp.Read(At), new(ById, ByName));
    }
}
