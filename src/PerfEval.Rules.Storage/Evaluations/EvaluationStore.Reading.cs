using System.Collections.Immutable;
using Dapper;

namespace PerfEval.Rules.Storage.Evaluations;

public sealed partial class EvaluationStore
{
    /// <summary>An evaluation with its parts, or null.</summary>
    public async Task<StoredEvaluation?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<EvaluationRow>(new CommandDefinition(
            $"SELECT {EvaluationRow.Columns}, e.submission, e.scorecard FROM evaluation e WHERE e.id = @id", new { id }, cancellationToken: cancellation));
        return row?.ToEvaluation();
    }

    /// <summary>Every revision of an identity, latest first.</summary>
    public async Task<ImmutableArray<EvaluationSummary>> FindRevisionsAsync(EvaluationIdentity identity, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<EvaluationRow>(new CommandDefinition(
            $"""
            SELECT {EvaluationRow.Columns} FROM evaluation e
            WHERE e.rubric = @Rubric AND e.department = @Department AND e.subject = @Subject AND e.period = @Period ORDER BY e.revision DESC
            """,
            identity,
            cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToSummary())];
    }

    /// <summary>One page of summaries, newest first.</summary>
    /// <param name="filter">What to list.</param>
    /// <param name="before">The id behind which the page starts: the last of the page before it; null: the first page.</param>
    /// <param name="count">How many at most.</param>
    public async Task<ImmutableArray<EvaluationSummary>> ListAsync(EvaluationFilter filter, string? before, int count, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<EvaluationRow>(new CommandDefinition(
            $"SELECT * FROM (SELECT {EvaluationRow.Columns} FROM evaluation e{filter.Where(before)}) listed{filter.WhereListed} ORDER BY id DESC LIMIT @count",
            new { filter.RegionPrefix, filter.Year, filter.Scope, filter.Department, State = filter.StateName, before, count },
            cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToSummary())];
    }

    /// <summary>
    /// The latest revisions of a rubric with their submissions, in order of id: what scoring everything anew goes through, page by page.
    /// </summary>
    /// <param name="rubric">The rubric's name.</param>
    /// <param name="after">The last id of the page before; empty: from the start.</param>
    /// <param name="upTo">The last id to be taken: what is filed later is left out.</param>
    /// <param name="count">How many at most.</param>
    public async Task<ImmutableArray<StoredSubmission>> ReadLatestAsync(string rubric, string after, string upTo, int count, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<SubmissionRow>(new CommandDefinition(
            """
            SELECT e.id, e.version, e.department, e.subject, e.period, e.submission FROM evaluation e
            WHERE e.rubric = @rubric AND e.id > @after AND e.id <= @upTo
                AND NOT EXISTS (SELECT 1 FROM evaluation later WHERE later.rubric = e.rubric AND later.department = e.department AND later.subject = e.subject
                    AND later.period = e.period AND later.revision > e.revision AND later.id <= @upTo)
            ORDER BY e.id LIMIT @count
            """,
            new { rubric, after, upTo, count },
            cancellationToken: cancellation));
        return [.. rows.Select(row => new StoredSubmission(row.Id, row.Version, new(rubric, row.Department, row.Subject, row.Period), row.Submission))];
    }

    private sealed record SubmissionRow
    {
        public required string Id { get; init; }

        public required string Version { get; init; }

        public required string Department { get; init; }

        public required string Subject { get; init; }

        public required string Period { get; init; }

        public required byte[] Submission { get; init; }
    }
}

/// <summary>The submission of an evaluation.</summary>
public sealed record StoredSubmission(string Id, string Version, EvaluationIdentity Identity, ReadOnlyMemory<byte> Submission);
