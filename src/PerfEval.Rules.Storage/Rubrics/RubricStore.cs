using System.Collections.Immutable;
using System.Data.Common;
using System.Text;
using Dapper;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Rubrics;

/// <summary>The published versions of rubrics (已发布的指标体系版本): append-only, each with its cases. Safe to share between threads.</summary>
public sealed partial class RubricStore(StoreDatabase database)
{
    /// <summary>A number that grows with every publication, import and retirement: while it stays, nothing has changed.</summary>
    public async Task<long> ReadChangeNumberAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition("SELECT number FROM catalogue_change", cancellationToken: cancellation));
    }

    /// <summary>Every version, by rubric in the order of publication.</summary>
    /// <param name="rubric">Only those of one rubric; null: all.</param>
    public async Task<ImmutableArray<StoredVersion>> ListAsync(string? rubric, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<VersionRow>(new CommandDefinition(
            $"{VersionRow.Select} WHERE CAST(@rubric AS TEXT) IS NULL OR v.rubric = @rubric ORDER BY v.rubric, v.number",
            new { rubric },
            cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToVersion())];
    }

    /// <summary>One version, or null.</summary>
    public async Task<StoredVersion?> FindAsync(string rubric, string version, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<VersionRow>(new CommandDefinition(
            $"{VersionRow.Select} WHERE v.rubric = @rubric AND v.version = @version", new { rubric, version }, cancellationToken: cancellation));
        return row?.ToVersion();
    }

    /// <summary>The text of a version, byte for byte as it was published; null: there is no such version.</summary>
    public async Task<byte[]?> FindTextAsync(string rubric, string version, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition(
            "SELECT text FROM rubric_version WHERE rubric = @rubric AND version = @version", new { rubric, version }, cancellationToken: cancellation));
    }

    /// <summary>The cases of a version, by name.</summary>
    public async Task<ImmutableArray<StoredCase>> ReadCasesAsync(string rubric, string version, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await ReadCasesAsync(connection, rubric, version, cancellation);
    }

    /// <summary>A version and its cases as the files of a pack, the rubric first; null: there is no such version.</summary>
    public async Task<ImmutableArray<ExportedFile>?> ExportAsync(string rubric, string version, CancellationToken cancellation)
    {
        if (await FindAsync(rubric, version, cancellation) is not { } found)
            return null;
        var text = await FindTextAsync(rubric, version, cancellation) ?? []; // versions are never deleted
        var folder = $"{found.Folder}/{rubric[(rubric.IndexOf('/', StringComparison.Ordinal) + 1)..]}";
        var cases = await ReadCasesAsync(rubric, version, cancellation);
        return
        [
            new($"{folder}/{version}.json", text),
            .. cases.Select(stored => new ExportedFile($"{folder}/cases/{stored.Name}.json", Encoding.UTF8.GetBytes(stored.Text))),
        ];
    }

    /// <summary>Ends a version's service. For good: what replaces it is another version.</summary>
    public Task<RetireOutcome> RetireAsync(string rubric, string version, Actor by, DateTimeOffset at, string comment, CancellationToken cancellation) =>
        database.Writes.WriteAsync(session => Retire(session, rubric, version, new(at, by, comment)), cancellation);

    /// <summary>Tells every process that what serves has changed.</summary>
    internal static void CountChange(WriteSession session) => session.Execute("UPDATE catalogue_change SET number = number + 1");

    private static RetireOutcome Retire(WriteSession session, string rubric, string version, Retirement retirement)
    {
        if (session.Scalar<long>("SELECT count(*) FROM rubric_version WHERE rubric = @rubric AND version = @version", new { rubric, version }) == 0)
            return RetireOutcome.Missing;
        var added = session.Execute(
            """
            INSERT INTO rubric_retirement (rubric, version, at, by_id, by_name, comment) VALUES (@rubric, @version, @at, @ById, @ByName, @Comment)
            ON CONFLICT DO NOTHING
            """,
            new { rubric, version, at = Timestamp.Write(retirement.At), ById = retirement.By.Id, ByName = retirement.By.Name, retirement.Comment });
        if (added == 0)
            return RetireOutcome.Already;
        CountChange(session);
        session.Record(new(retirement.At, retirement.By, "rubric.retired", $"{rubric}@{version}", retirement.Comment));
        return RetireOutcome.Done;
    }

    private static async Task<ImmutableArray<StoredCase>> ReadCasesAsync(DbConnection connection, string rubric, string version, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<CaseRow>(new CommandDefinition(
            "SELECT name, text FROM rubric_case WHERE rubric = @rubric AND version = @version ORDER BY name",
            new { rubric, version },
            cancellationToken: cancellation));
        return [.. rows.Select(row => new StoredCase(row.Name, Encoding.UTF8.GetString(row.Text)))];
    }

    private sealed record CaseRow
    {
        public required string Name { get; init; }

        public required byte[] Text { get; init; }
    }
}
