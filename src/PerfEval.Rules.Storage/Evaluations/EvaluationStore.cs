using System.Globalization;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Evaluations;

/// <summary>
/// Evaluations as they were filed, revision by revision; nothing is ever rewritten. Safe to share between threads; an answer means that the change is on the disk.
/// </summary>
public sealed partial class EvaluationStore(StoreDatabase database)
{
    private const string LatestRevision = """
        SELECT e.id, e.revision, (SELECT s.state FROM evaluation_event s WHERE s.evaluation_id = e.id ORDER BY s.number DESC LIMIT 1) AS state
        FROM evaluation e WHERE e.rubric = @Rubric AND e.department = @Department AND e.subject = @Subject AND e.period = @Period AND e.region = @Region
        ORDER BY e.revision DESC LIMIT 1
        """;

    /// <summary>Files an evaluation as the next revision of its identity.</summary>
    public Task<FilingResult> FileAsync(NewEvaluation evaluation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return database.Writes.WriteAsync(session => File(session, evaluation), cancellation);
    }

    private static FilingResult File(WriteSession session, NewEvaluation evaluation)
    {
        if (FindAnswer(session, evaluation) is { } answered)
            return answered;
        var latest = HoldLatest(session, evaluation);
        if (latest is not null && EvaluationRow.StateOf(latest.State) == FilingState.Confirmed)
            return new FilingResult.AlreadyConfirmed(latest.Id);
        var revision = (latest?.Revision ?? 0) + 1;
        Insert(session, evaluation, revision);
        if (evaluation.Key is { } key)
        {
            session.Execute(
                "INSERT INTO idempotency (caller, key, request_hash, evaluation_id, at) VALUES (@Caller, @Key, @RequestHash, @Id, @At)",
                new { Caller = evaluation.FiledBy.Id, key.Key, key.RequestHash, evaluation.Id, At = Timestamp.Write(evaluation.FiledAt) });
        }

        var action = evaluation.RescoredFrom is null ? "evaluation.filed" : "evaluation.rescored";
        session.Record(new(evaluation.FiledAt, evaluation.FiledBy, action, evaluation.Id, $"{evaluation.Identity.Rubric}@{evaluation.Version} {evaluation.Hash}"));
        return new FilingResult.Filed(revision);
    }

    // Whoever confirms or returns the latest revision holds it too: nobody does so between this look and the commit.
    private static Latest? HoldLatest(WriteSession session, NewEvaluation evaluation)
    {
        var identity = evaluation.Identity;
        var place = new { identity.Rubric, identity.Department, identity.Subject, identity.Period, evaluation.Scope.Region };
        string? held = null;
        while (session.Find<Latest>(LatestRevision, place) is { } latest)
        {
            if (latest.Id == held)
                return latest;
            session.Hold("evaluation", held = latest.Id);
        }

        return null;
    }

    private static FilingResult? FindAnswer(WriteSession session, NewEvaluation evaluation)
    {
        if (evaluation.Key is not { } key)
            return null;
        var answered = session.Find<Answered>(
            "SELECT request_hash, evaluation_id FROM idempotency WHERE caller = @Caller AND key = @Key", new { Caller = evaluation.FiledBy.Id, key.Key });
        return answered switch
        {
            null => null,
            _ when answered.RequestHash == key.RequestHash => new FilingResult.Repeated(answered.EvaluationId),
            _ => new FilingResult.KeyReused(),
        };
    }

    private static void Insert(WriteSession session, NewEvaluation evaluation, int revision) => session.Execute(
        """
        INSERT INTO evaluation (id, filed_at, rubric, version, hash, region, year, scope, department, subject, period, revision,
            submission, scorecard, total, grade, complete, filed_by_id, filed_by_name, rescored_from)
        VALUES (@Id, @FiledAt, @Rubric, @Version, @Hash, @Region, @Year, @Scope, @Department, @Subject, @Period, @Revision,
            @Submission, @Scorecard, @Total, @Grade, @Complete, @FiledById, @FiledByName, @RescoredFrom)
        """,
        new
        {
            evaluation.Id,
            FiledAt = Timestamp.Write(evaluation.FiledAt),
            evaluation.Identity.Rubric,
            evaluation.Version,
            evaluation.Hash,
            evaluation.Scope.Region,
            evaluation.Scope.Year,
            evaluation.Scope.Scope,
            evaluation.Identity.Department,
            evaluation.Identity.Subject,
            evaluation.Identity.Period,
            Revision = revision,
            Submission = evaluation.Submission.ToArray(),
            Scorecard = evaluation.Scorecard.ToArray(),
            Total = evaluation.Total?.ToString(CultureInfo.InvariantCulture),
            evaluation.Grade,
            Complete = evaluation.Complete ? 1 : 0,
            FiledById = evaluation.FiledBy.Id,
            FiledByName = evaluation.FiledBy.Name,
            evaluation.RescoredFrom,
        });

    private sealed record Latest
    {
        public required string Id { get; init; }

        public required int Revision { get; init; }

        public string? State { get; init; }
    }

    private sealed record Answered
    {
        public required string RequestHash { get; init; }

        public required string EvaluationId { get; init; }
    }
}
