using System.Collections.Immutable;
using Dapper;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Rubrics;

public sealed partial class DraftStore
{
    private const string SelectCases = "SELECT name, text FROM draft_case WHERE draft_id = @draftId";

    /// <summary>The cases of a draft, open or ended, by name.</summary>
    public async Task<ImmutableArray<StoredCase>> ReadCasesAsync(string draftId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<CaseRow>(new CommandDefinition(SelectCases + " ORDER BY name", new { draftId }, cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToCase())];
    }

    /// <summary>Adds a case, or puts another text in the place of one. Who does has a hand in the draft.</summary>
    /// <param name="expectedHash">Of the text that is replaced; null: there is no case of that name yet.</param>
    /// <returns>Exists: there is one, and none was expected. Stale: it has another text than the one expected, or is gone.</returns>
    public Task<CaseChange> PutCaseAsync(DraftAct act, StoredCase put, string? expectedHash, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(put);
        return ChangeCaseAsync(
            act,
            put.Name,
            stored => stored?.Hash == expectedHash ? DraftOutcome.Done : expectedHash is null ? DraftOutcome.Exists : DraftOutcome.Stale,
            (step, draft) =>
            {
                step.Session.Execute(
                    "INSERT INTO draft_case (draft_id, name, text) VALUES (@Id, @Name, @Text) ON CONFLICT (draft_id, name) DO UPDATE SET text = excluded.text",
                    new { draft.Id, put.Name, put.Text });
                step.Session.Record(new(act.At, act.By, "draft.case-saved", act.Subject, put.Name));
            },
            cancellation);
    }

    /// <summary>Removes a case. Who does has a hand in the draft.</summary>
    /// <param name="expectedHash">Of the text that is removed.</param>
    /// <returns>Missing: there is no such case. Stale: it has another text than the one expected.</returns>
    public Task<CaseChange> RemoveCaseAsync(DraftAct act, string name, string expectedHash, CancellationToken cancellation) => ChangeCaseAsync(
        act,
        name,
        stored => stored is null ? DraftOutcome.Missing : stored.Hash == expectedHash ? DraftOutcome.Done : DraftOutcome.Stale,
        (step, draft) =>
        {
            step.Session.Execute("DELETE FROM draft_case WHERE draft_id = @Id AND name = @name", new { draft.Id, name });
            step.Session.Record(new(act.At, act.By, "draft.case-removed", act.Subject, name));
        },
        cancellation);

    // What is stored is looked at and changed in one transaction: of two people who change the same text, one is told.
    private Task<CaseChange> ChangeCaseAsync(
        DraftAct act, string name, Func<StoredCase?, DraftOutcome> judge, Action<DraftSession, Draft> change, CancellationToken cancellation) =>
        database.Writes.WriteAsync(
            session =>
            {
                var step = new DraftSession(session, act);
                if (step.FindOpen() is not { } draft)
                    return new CaseChange(DraftOutcome.Missing, null);
                var stored = FindCase(session, draft.Id, name);
                if (draft.State != DraftState.Editing)
                    return new CaseChange(DraftOutcome.WrongState, stored);
                var outcome = judge(stored);
                if (outcome != DraftOutcome.Done)
                    return new CaseChange(outcome, stored);
                step.AddEditor(draft.Id);
                change(step, draft);
                return new CaseChange(outcome, FindCase(session, draft.Id, name));
            },
            cancellation);

    private static StoredCase? FindCase(WriteSession session, string draftId, string name) =>
        session.Find<CaseRow>(SelectCases + " AND name = @name", new { draftId, name })?.ToCase();

    private sealed record CaseRow
    {
        public required string Name { get; init; }

        public required string Text { get; init; }

        public StoredCase ToCase() => new(Name, Text);
    }
}
