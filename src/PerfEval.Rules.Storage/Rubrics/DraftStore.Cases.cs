using System.Collections.Immutable;
using Dapper;

namespace PerfEval.Rules.Storage.Rubrics;

public sealed partial class DraftStore
{
    /// <summary>The cases of a draft, open or ended, by name.</summary>
    public async Task<ImmutableArray<StoredCase>> ReadCasesAsync(string draftId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<CaseRow>(new CommandDefinition(
            "SELECT name, text FROM draft_case WHERE draft_id = @draftId ORDER BY name", new { draftId }, cancellationToken: cancellation));
        return [.. rows.Select(row => new StoredCase(row.Name, row.Text))];
    }

    /// <summary>Adds a case or replaces the one of that name. Who does has a hand in the draft.</summary>
    public Task<DraftChange> PutCaseAsync(DraftAct act, StoredCase added, CancellationToken cancellation) => ChangeAsync(
        act,
        DraftState.Editing,
        null,
        (step, draft) =>
        {
            step.AddEditor(draft.Id);
            step.Session.Execute(
                "INSERT INTO draft_case (draft_id, name, text) VALUES (@Id, @Name, @Text) ON CONFLICT (draft_id, name) DO UPDATE SET text = excluded.text",
                new { draft.Id, added.Name, added.Text });
            step.Session.Record(new(act.At, act.By, "draft.case-saved", act.Subject, added.Name));
        },
        cancellation);

    /// <summary>Removes a case; one that is not there stays so.</summary>
    public Task<DraftChange> RemoveCaseAsync(DraftAct act, string name, CancellationToken cancellation) => ChangeAsync(
        act,
        DraftState.Editing,
        null,
        (step, draft) =>
        {
            step.AddEditor(draft.Id);
            if (step.Session.Execute("DELETE FROM draft_case WHERE draft_id = @Id AND name = @name", new { draft.Id, name }) > 0)
                step.Session.Record(new(act.At, act.By, "draft.case-removed", act.Subject, name));
        },
        cancellation);

    private sealed record CaseRow
    {
        public required string Name { get; init; }

        public required string Text { get; init; }
    }
}
