using System.Collections.Immutable;
using Dapper;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Evaluations;

/// <summary>Who is to file, and whether it did (报送情况).</summary>
/// <param name="Latest">The latest revision; null: not filed yet (未报送).</param>
/// <param name="IsExpected">Whether it is on the list of those who are to file (应报).</param>
public sealed record FilingStatus(EvaluationIdentity Identity, EvaluationSummary? Latest, bool IsExpected);

/// <summary>The list of those who are to file under a rubric (应报单位), held against what was filed. Safe to share between threads.</summary>
public sealed class FilingRegister(StoreDatabase database)
{
    /// <summary>Replaces the list for a rubric.</summary>
    public Task ExpectAsync(string rubric, ImmutableArray<EvaluationIdentity> expected, Actor by, DateTimeOffset at, CancellationToken cancellation) =>
        database.Writes.WriteAsync(
            session =>
            {
                session.Execute("DELETE FROM expected_filer WHERE rubric = @rubric", new { rubric });
                foreach (var identity in expected.Distinct())
                {
                    session.Execute(
                        """
                        INSERT INTO expected_filer (rubric, department, subject, period, added_at, added_by)
                        VALUES (@rubric, @Department, @Subject, @Period, @At, @By)
                        """,
                        new { rubric, identity.Department, identity.Subject, identity.Period, At = Timestamp.Write(at), By = by.Id });
                }

                session.Record(new(at, by, "filing.expected", rubric, string.Join('、', expected.Select(identity => identity.Department).Distinct())));
            },
            cancellation);

    /// <summary>
    /// Everybody who is to file or has filed, by department, subject and period: under a rubric, whichever the region, and in the rubric's own region, whichever
    /// rubric answered. Who filed in several regions stands there once for each.
    /// </summary>
    public async Task<ImmutableArray<FilingStatus>> ReadAsync(string rubric, EvaluationScope scope, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var latest = await connection.QueryAsync<EvaluationRow>(new CommandDefinition(
            $"""
            SELECT * FROM (
                SELECT {EvaluationRow.Columns} FROM evaluation e WHERE e.year = @Year AND e.scope = @Scope AND (e.rubric = @rubric OR e.region = @Region)) listed
            WHERE is_latest ORDER BY region
            """,
            new { rubric, scope.Region, scope.Year, scope.Scope },
            cancellationToken: cancellation));
        var filed = latest.Select(row => row.ToSummary()).ToLookup(summary => summary.Identity with { Rubric = rubric });
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            "SELECT department, subject, period FROM expected_filer WHERE rubric = @rubric", new { rubric }, cancellationToken: cancellation));
        var expected = rows.Select(row => new EvaluationIdentity(rubric, row.Department, row.Subject, row.Period)).ToHashSet();
        return
        [
            .. expected.Union(filed.Select(same => same.Key))
                .OrderBy(identity => identity.Department, StringComparer.Ordinal)
                .ThenBy(identity => identity.Subject, StringComparer.Ordinal)
                .ThenBy(identity => identity.Period, StringComparer.Ordinal)
                .SelectMany(identity => filed[identity].DefaultIfEmpty(), (identity, latest) => new FilingStatus(identity, latest, expected.Contains(identity))),
        ];
    }

    private sealed record Row
    {
        public required string Department { get; init; }

        public required string Subject { get; init; }

        public required string Period { get; init; }
    }
}
