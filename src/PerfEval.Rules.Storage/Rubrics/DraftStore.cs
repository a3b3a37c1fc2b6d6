using System.Collections.Immutable;
using Dapper;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Rubrics;

/// <summary>
/// Drafts from their creation to their publication (草稿). Whether a text is sound is not known here: who submits or approves has checked it. Four eyes and
/// what has ended are held by the database too. Safe to share between threads.
/// </summary>
public sealed partial class DraftStore(StoreDatabase database)
{
    /// <summary>The open draft of that name, or null.</summary>
    public async Task<Draft?> FindAsync(string rubric, string name, CancellationToken cancellation) =>
        (await ReadAsync($"d.rubric = @rubric AND d.name = @name AND {DraftRow.IsOpen}", new { rubric, name }, cancellation)).FirstOrDefault();

    /// <summary>The latest draft of that name, open or ended, or null.</summary>
    public async Task<Draft?> FindLatestAsync(string rubric, string name, CancellationToken cancellation) =>
        (await ReadAsync("d.rubric = @rubric AND d.name = @name ORDER BY d.revision DESC LIMIT 1", new { rubric, name }, cancellation)).FirstOrDefault();

    /// <summary>The open drafts, by rubric and name.</summary>
    /// <param name="rubric">Only those of one rubric; null: all.</param>
    public Task<ImmutableArray<Draft>> ListAsync(string? rubric, CancellationToken cancellation) =>
        ReadAsync($"(CAST(@rubric AS TEXT) IS NULL OR d.rubric = @rubric) AND {DraftRow.IsOpen} ORDER BY d.rubric, d.name", new { rubric }, cancellation);

    /// <summary>Creates a draft with its first text and cases. Exists: an open draft has the name.</summary>
    public Task<DraftChange> CreateAsync(NewDraft draft, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var id = Guid.CreateVersion7(draft.Act.At).ToString();
        return database.Writes.WriteAsync(session => Create(new(session, draft.Act), id, draft), cancellation);
    }

    /// <summary>Saves a text. The same text again changes nothing. Stale: the draft has another revision than the one expected.</summary>
    public Task<DraftChange> SaveAsync(DraftAct act, long expectedRevision, string text, CancellationToken cancellation) =>
        ChangeAsync(act, DraftState.Editing, expectedRevision, (step, draft) => { if (draft.Text != text) step.SaveText(draft, text); }, cancellation);

    /// <summary>Gives a draft up; it stays in the history.</summary>
    /// <param name="expectedRevision">Null: whatever its text.</param>
    public Task<DraftChange> DiscardAsync(DraftAct act, long? expectedRevision, CancellationToken cancellation) => ChangeAsync(
        act,
        DraftState.Editing,
        expectedRevision,
        (step, draft) =>
        {
            step.SetState(draft.Id, DraftState.Discarded);
            step.AddEvent(draft.Id, "discarded");
        },
        cancellation);

    private static DraftChange Create(DraftSession step, string id, NewDraft draft)
    {
        if (step.FindOpen() is { } open)
            return new(DraftOutcome.Exists, open);
        var act = draft.Act;
        // Revisions go on where an ended draft of the same name left off, so that a revision names one text for good.
        var revision = 1 + step.Session.Scalar<long>("SELECT coalesce(max(revision), 0) FROM draft WHERE rubric = @Rubric AND name = @Name", act);
        step.Session.Execute(
            """
            INSERT INTO draft (id, rubric, name, base_version, seen, text, revision, state,
                created_at, created_by_id, created_by_name, updated_at, updated_by_id, updated_by_name)
            VALUES (@id, @Rubric, @Name, @BaseVersion, @seen, @Text, @revision, 'editing', @time, @ById, @ByName, @time, @ById, @ByName)
            """,
            new
            {
                id,
                act.Rubric,
                act.Name,
                draft.BaseVersion,
                seen = step.CountVersions(),
                draft.Text,
                revision,
                time = Timestamp.Write(act.At),
                ById = act.By.Id,
                ByName = act.By.Name,
            });
        step.AddEditor(id);
        step.AddRevision(id, revision, draft.Text);
        foreach (var stored in draft.Cases)
            step.Session.Execute("INSERT INTO draft_case (draft_id, name, text) VALUES (@id, @Name, @Text)", new { id, stored.Name, stored.Text });
        step.AddEvent(id, "created");
        return new(DraftOutcome.Done, step.Find(id));
    }

    private Task<DraftChange> ChangeAsync(DraftAct act, DraftState needed, long? expectedRevision, Action<DraftSession, Draft> change, CancellationToken cancellation) =>
        database.Writes.WriteAsync(
            session =>
            {
                var step = new DraftSession(session, act);
                if (step.FindOpen() is not { } draft)
                    return new DraftChange(DraftOutcome.Missing, null);
                if (expectedRevision is { } expected && expected != draft.Revision)
                    return new DraftChange(DraftOutcome.Stale, draft);
                if (draft.State != needed)
                    return new DraftChange(DraftOutcome.WrongState, draft);
                change(step, draft);
                return new DraftChange(DraftOutcome.Done, step.Find(draft.Id));
            },
            cancellation);

    private async Task<ImmutableArray<Draft>> ReadAsync(string where, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = (await connection.QueryAsync<DraftRow>(new CommandDefinition($"{DraftRow.Select} WHERE {where}", parameters, cancellationToken: cancellation))).AsList();
        var drafts = ImmutableArray.CreateBuilder<Draft>(rows.Count);
        foreach (var row in rows)
        {
            drafts.Add(row.ToDraft(await connection.QueryAsync<string>(new CommandDefinition(
                "SELECT account_id FROM draft_editor WHERE draft_id = @Id", new { row.Id }, cancellationToken: cancellation))));
        }

        return drafts.MoveToImmutable();
    }
}
