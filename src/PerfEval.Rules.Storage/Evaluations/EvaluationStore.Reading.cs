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

    /// <summary>Every revision of what an evaluation is of, in its region, latest first.</summary>
    public async Task<ImmutableArray<EvaluationSummary>> FindRevisionsAsync(EvaluationIdentity identity, string region, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(identity);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<EvaluationRow>(new CommandDefinition(
            $"""
            SELECT {EvaluationRow.Columns} FROM evaluation e
            WHERE e.rubric = @Rubric AND e.department = @Department AND e.subject = @Subject AND e.period = @Period AND e.region = @region
            ORDER BY e.revision DESC
            """,
            new { identity.Rubric, identity.Department, identity.Subject, identity.Period, region },
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
}

/// <summary>The submission of an evaluation.</summary>
public sealed record StoredSubmission(string Id, string Version, EvaluationIdentity Identity, ReadOnlyMemory<byte> Submission);
