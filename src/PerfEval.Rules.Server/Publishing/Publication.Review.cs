using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Publishing;

internal sealed partial class Publication
{
    /// <summary>Puts a draft up for approval with its version set; refused while the check finds anything that would keep it from being published.</summary>
    /// <param name="revision">The revision that the caller has before them; null: whatever is stored.</param>
    public async Task<PublicationResult> SubmitAsync(Caller caller, RubricKey key, string name, long? revision, string comment, CancellationToken cancellation)
    {
        if (!MayWrite(caller, key))
            return new(PublicationOutcome.Forbidden);
        var found = await FindPublishableAsync(key, name, revision, DraftState.Editing, cancellation);
        if (found is not { Outcome: PublicationOutcome.Done, Check: { Rubric: { } rubric } check })
            return found;
        var submission = new DraftSubmission(Act(caller, key, name, comment), check.Draft.Revision, check.Text, rubric.Hash);
        return PublicationResult.Of(await drafts.SubmitAsync(submission, cancellation)) with { Check = check };
    }

    /// <summary>Takes a submission back.</summary>
    public async Task<PublicationResult> WithdrawAsync(Caller caller, RubricKey key, string name, string comment, CancellationToken cancellation) =>
        MayWrite(caller, key)
            ? PublicationResult.Of(await drafts.WithdrawAsync(Act(caller, key, name, comment), cancellation))
            : new(PublicationOutcome.Forbidden);

    /// <summary>Sends a submission back to its editors, and says why.</summary>
    public async Task<PublicationResult> RejectAsync(Caller caller, RubricKey key, string name, string comment, CancellationToken cancellation)
    {
        if (!MayReview(caller, key))
            return new(PublicationOutcome.Forbidden);
        return string.IsNullOrWhiteSpace(comment)
            ? new(PublicationOutcome.CommentNeeded)
            : PublicationResult.Of(await drafts.RejectAsync(Act(caller, key, name, comment), cancellation));
    }

    /// <summary>Approves a submission and publishes it: from then on it serves, here at once and on other replicas within a second.</summary>
    /// <param name="revision">The revision that the caller has read.</param>
    public async Task<PublicationResult> ApproveAsync(Caller caller, RubricKey key, string name, long revision, string comment, CancellationToken cancellation)
    {
        if (!MayReview(caller, key))
            return new(PublicationOutcome.Forbidden);
        var found = await FindPublishableAsync(key, name, revision, DraftState.Submitted, cancellation);
        if (found.Draft?.Editors.Contains(caller.Actor.Id) == true)
            return new(PublicationOutcome.OwnDraft, found.Draft);
        if (found is not { Outcome: PublicationOutcome.Done, Check: { Rubric: { } rubric } check })
            return found;
        var approval = new DraftApproval(Act(caller, key, name, comment), revision, rubric.Document.Version, rubric.Hash, check.Versions);
        var result = PublicationResult.Of(await drafts.PublishAsync(approval, cancellation)) with { Check = check };
        if (result.Outcome == PublicationOutcome.Done)
            await feed.RefreshAsync(cancellation);
        return result;
    }

    /// <summary>Ends a version's service. Missing: there is no such version; WrongState: it is retired already.</summary>
    public async Task<PublicationOutcome> RetireAsync(Caller caller, VersionName version, string comment, CancellationToken cancellation)
    {
        if (!MayReview(caller, version.Key))
            return PublicationOutcome.Forbidden;
        if (string.IsNullOrWhiteSpace(comment))
            return PublicationOutcome.CommentNeeded;
        var outcome = await rubrics.RetireAsync(version.Key.ToString(), version.Version, caller.Actor, clock.GetUtcNow(), comment, cancellation);
        if (outcome == RetireOutcome.Done)
            await feed.RefreshAsync(cancellation);
        return outcome switch
        {
            RetireOutcome.Done => PublicationOutcome.Done,
            RetireOutcome.Missing => PublicationOutcome.Missing,
            _ => PublicationOutcome.WrongState,
        };
    }

    // The store looks at revision and state again when it writes; here they only spare a check that would be for nothing.
    private async Task<PublicationResult> FindPublishableAsync(RubricKey key, string name, long? revision, DraftState state, CancellationToken cancellation)
    {
        if (await drafts.FindAsync(key.ToString(), name, cancellation) is not { } draft)
            return new(PublicationOutcome.Missing);
        if (revision is { } expected && expected != draft.Revision)
            return new(PublicationOutcome.Stale, draft);
        if (draft.State != state)
            return new(PublicationOutcome.WrongState, draft);
        var check = await checker.CheckAsync(draft, cancellation);
        return new(check.IsPublishable ? PublicationOutcome.Done : PublicationOutcome.Unsound, draft) { Check = check };
    }
}
