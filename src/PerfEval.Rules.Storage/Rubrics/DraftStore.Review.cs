using System.Text;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Rubrics;

public sealed partial class DraftStore
{
    /// <summary>Puts a text up for approval: from here on it stands as it is. Who submits has a hand in it.</summary>
    public Task<DraftChange> SubmitAsync(DraftSubmission submission, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return ChangeAsync(
            submission.Act,
            DraftState.Editing,
            submission.Revision,
            (step, draft) =>
            {
                if (draft.Text != submission.Text)
                    step.SaveText(draft, submission.Text);
                step.AddEditor(draft.Id);
                step.SetState(draft.Id, DraftState.Submitted);
                step.AddEvent(draft.Id, "submitted", submission.Hash);
            },
            cancellation);
    }

    /// <summary>Takes a submission back to be edited further.</summary>
    public Task<DraftChange> WithdrawAsync(DraftAct act, CancellationToken cancellation) => ReopenAsync(act, "withdrawn", cancellation);

    /// <summary>Sends a submission back to its editors.</summary>
    public Task<DraftChange> RejectAsync(DraftAct act, CancellationToken cancellation) => ReopenAsync(act, "rejected", cancellation);

    /// <summary>
    /// Approves a submitted text and publishes it with its cases, in one transaction. OwnDraft: the approver had a hand in it. Overtaken: another version was
    /// published since the text was checked.
    /// </summary>
    public Task<DraftChange> PublishAsync(DraftApproval approval, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(approval);
        return database.Writes.WriteAsync(session => Publish(new(session, approval.Act), approval), cancellation);
    }

    private static DraftChange Publish(DraftSession step, DraftApproval approval)
    {
        if (step.FindOpen() is not { } draft)
            return new(DraftOutcome.Missing, null);
        if (draft.Revision != approval.Revision)
            return new(DraftOutcome.Stale, draft);
        if (draft.State != DraftState.Submitted)
            return new(DraftOutcome.WrongState, draft);
        if (draft.Editors.Contains(approval.Act.By.Id, StringComparer.Ordinal))
            return new(DraftOutcome.OwnDraft, draft);
        if (step.CountVersions() != approval.Versions)
            return new(DraftOutcome.Overtaken, draft);
        step.AddEvent(draft.Id, "approved", approval.Hash);
        AddVersion(step, draft, approval);
        step.AddEvent(draft.Id, "published", approval.Hash);
        step.SetState(draft.Id, DraftState.Published);
        RubricStore.CountChange(step.Session);
        step.Session.Record(new(approval.Act.At, approval.Act.By, "rubric.published", $"{draft.Rubric}@{approval.Version}", approval.Hash));
        return new(DraftOutcome.Done, step.Find(draft.Id));
    }

    private static void AddVersion(DraftSession step, Draft draft, DraftApproval approval)
    {
        var (region, year, scope) = draft.Rubric.Split('/', 3) is [var first, var second, var third]
            ? (first, int.Parse(second, System.Globalization.CultureInfo.InvariantCulture), third)
            : throw new InvalidOperationException($"`{draft.Rubric}` is no region/year/scope");
        var author = step.Session.Find<Submitter>(
            "SELECT by_id, by_name FROM draft_event WHERE draft_id = @Id AND kind = 'submitted' ORDER BY number DESC LIMIT 1", new { draft.Id });
        step.Session.Execute(
            """
            INSERT INTO rubric_version (rubric, version, number, region, year, scope, folder, hash, text, origin, draft_id,
                author_id, author_name, approver_id, approver_name, comment, published_at)
            VALUES (@Rubric, @Version, @number, @region, @year, @scope,
                coalesce((SELECT max(folder) FROM rubric_version WHERE region = @region), @region), @Hash, @text, 'studio', @Id,
                @AuthorId, @AuthorName, @ApproverId, @ApproverName, @Comment, @time)
            """,
            new
            {
                draft.Rubric,
                approval.Version,
                number = approval.Versions + 1,
                region,
                year,
                scope,
                approval.Hash,
                text = Encoding.UTF8.GetBytes(draft.Text),
                draft.Id,
                AuthorId = author?.ById,
                AuthorName = author?.ByName,
                ApproverId = approval.Act.By.Id,
                ApproverName = approval.Act.By.Name,
                approval.Act.Comment,
                time = Timestamp.Write(approval.Act.At),
            });
        foreach (var row in step.Session.Query<CaseRow>("SELECT name, text FROM draft_case WHERE draft_id = @Id ORDER BY name", new { draft.Id }))
        {
            step.Session.Execute(
                "INSERT INTO rubric_case (rubric, version, name, text) VALUES (@Rubric, @Version, @Name, @text)",
                new { draft.Rubric, approval.Version, row.Name, text = Encoding.UTF8.GetBytes(row.Text) });
        }
    }

    private Task<DraftChange> ReopenAsync(DraftAct act, string kind, CancellationToken cancellation) => ChangeAsync(
        act,
        DraftState.Submitted,
        null,
        (step, draft) =>
        {
            step.SetState(draft.Id, DraftState.Editing);
            step.AddEvent(draft.Id, kind);
        },
        cancellation);

    private sealed record Submitter
    {
        public required string ById { get; init; }

        public required string ByName { get; init; }
    }
}
