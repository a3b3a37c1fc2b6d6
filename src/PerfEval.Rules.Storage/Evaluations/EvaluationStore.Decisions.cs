using System.Collections.Immutable;
using Dapper;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Evaluations;

/// <summary>What a bureau decided on an evaluation.</summary>
/// <param name="Number">From 1 within its evaluation.</param>
public sealed record EvaluationEvent(int Number, DateTimeOffset At, Actor By, FilingState State, string Comment);

/// <summary>Why a decision was not taken.</summary>
public enum DecisionRefusal
{
    /// <summary>There is no such evaluation.</summary>
    NotFound,

    /// <summary>A later revision has been filed: that one is to be decided on.</summary>
    NotLatest,

    /// <summary>It stands there already.</summary>
    AlreadyThere,
}

public sealed partial class EvaluationStore
{
    /// <summary>Returns the latest revision to its department, or confirms it. A confirmed one may be returned, and a returned one confirmed after all.</summary>
    /// <param name="id">The evaluation.</param>
    /// <param name="state">Returned or Confirmed.</param>
    /// <returns>Null: done; else why not.</returns>
    public Task<DecisionRefusal?> DecideAsync(string id, FilingState state, Actor by, string comment, DateTimeOffset at, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(state, FilingState.Filed);
        return database.Writes.WriteAsync(session => Decide(session, id, state, by, comment, at), cancellation);
    }

    /// <summary>The decisions on an evaluation, in order.</summary>
    public async Task<ImmutableArray<EvaluationEvent>> FindEventsAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<EventRow>(new CommandDefinition(
            "SELECT number, at, by_id, by_name, state, comment FROM evaluation_event WHERE evaluation_id = @id ORDER BY number",
            new { id },
            cancellationToken: cancellation));
        return [.. rows.Select(row => new EvaluationEvent(row.Number, Timestamp.Read(row.At), new(row.ById, row.ByName), EvaluationRow.StateOf(row.State), row.Comment))];
    }

    private static DecisionRefusal? Decide(WriteSession session, string id, FilingState state, Actor by, string comment, DateTimeOffset at)
    {
        session.Hold("evaluation", id); // against a revision that another process files meanwhile
        var summary = session.Find<EvaluationRow>($"SELECT {EvaluationRow.Columns} FROM evaluation e WHERE e.id = @id", new { id })?.ToSummary();
        if (summary is null)
            return DecisionRefusal.NotFound;
        if (!summary.IsLatest)
            return DecisionRefusal.NotLatest;
        if (summary.State == state)
            return DecisionRefusal.AlreadyThere;
        var name = state == FilingState.Returned ? "returned" : "confirmed";
        session.Execute(
            """
            INSERT INTO evaluation_event (evaluation_id, number, at, by_id, by_name, state, comment)
            SELECT @id, coalesce(max(number), 0) + 1, @At, @ById, @ByName, @name, @comment FROM evaluation_event WHERE evaluation_id = @id
            """,
            new { id, At = Timestamp.Write(at), ById = by.Id, ByName = by.Name, name, comment });
        session.Record(new(at, by, "evaluation." + name, id, comment));
        return null;
    }

    private sealed record EventRow
    {
        public required int Number { get; init; }

        public required string At { get; init; }

        public required string ById { get; init; }

        public required string ByName { get; init; }

        public required string State { get; init; }

        public required string Comment { get; init; }
    }
}
