using System.Security.Cryptography;
using System.Text;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Rubrics;

/// <summary>The statements that the steps of a draft's life share. Dies with the transaction.</summary>
internal sealed class DraftSession(WriteSession session, DraftAct act)
{
    private const int KeptRevisions = 200;

    public WriteSession Session => session;

    private string Time => Timestamp.Write(act.At);

    public Draft? FindOpen()
    {
        var row = session.Find<DraftRow>($"{DraftRow.Select} WHERE d.rubric = @Rubric AND d.name = @Name AND {DraftRow.IsOpen} {session.Dialect.RowLock}", act);
        return row?.ToDraft(Editors(row.Id));
    }

    public Draft? Find(string id)
    {
        var row = session.Find<DraftRow>($"{DraftRow.Select} WHERE d.id = @id", new { id });
        return row?.ToDraft(Editors(row.Id));
    }

    public int CountVersions() => session.Scalar<int>("SELECT coalesce(max(number), 0) FROM rubric_version WHERE rubric = @Rubric", act);

    public void AddEditor(string draftId) => session.Execute(
        "INSERT INTO draft_editor (draft_id, account_id) VALUES (@draftId, @Id) ON CONFLICT DO NOTHING", new { draftId, act.By.Id });

    /// <summary>Saves a text as the next revision, by one who is an editor from then on.</summary>
    public void SaveText(Draft draft, string text)
    {
        AddEditor(draft.Id);
        var revision = draft.Revision + 1;
        session.Execute(
            "UPDATE draft SET text = @text, revision = @revision, updated_at = @Time, updated_by_id = @ById, updated_by_name = @ByName WHERE id = @Id",
            new { draft.Id, text, revision, Time, ById = act.By.Id, ByName = act.By.Name });
        AddRevision(draft.Id, revision, text);
        session.Execute("DELETE FROM draft_revision WHERE draft_id = @Id AND revision <= @oldest", new { draft.Id, oldest = revision - KeptRevisions });
        session.Record(new(act.At, act.By, "draft.saved", act.Subject, $"revision {revision} sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}"));
    }

    public void AddRevision(string draftId, long revision, string text) => session.Execute(
        "INSERT INTO draft_revision (draft_id, revision, text, at, by_id, by_name) VALUES (@draftId, @revision, @text, @Time, @ById, @ByName)",
        new { draftId, revision, text, Time, ById = act.By.Id, ByName = act.By.Name });

    public void SetState(string draftId, DraftState state) => session.Execute(
        "UPDATE draft SET state = @state WHERE id = @draftId", new { draftId, state = NameOf(state) });

    /// <summary>Adds an event to the draft's history, and to the audit trail as <c>draft.&lt;kind&gt;</c>.</summary>
    public void AddEvent(string draftId, string kind, string hash = "")
    {
        session.Execute(
            """
            INSERT INTO draft_event (draft_id, number, at, by_id, by_name, kind, comment, content_hash)
            VALUES (@draftId, (SELECT coalesce(max(number), 0) + 1 FROM draft_event WHERE draft_id = @draftId), @Time, @ById, @ByName, @kind, @Comment, @hash)
            """,
            new { draftId, Time, ById = act.By.Id, ByName = act.By.Name, kind, act.Comment, hash });
        session.Record(new(act.At, act.By, "draft." + kind, act.Subject, string.Join(' ', ((string[])[hash, act.Comment]).Where(part => part.Length > 0))));
    }

    public static string NameOf(DraftState state) => state switch
    {
        DraftState.Editing => "editing",
        DraftState.Submitted => "submitted",
        DraftState.Published => "published",
        _ => "discarded",
    };

    private IEnumerable<string> Editors(string draftId) =>
        session.Query<string>("SELECT account_id FROM draft_editor WHERE draft_id = @draftId", new { draftId });
}
