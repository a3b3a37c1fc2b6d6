using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Rubrics.Analysis;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Server.Studio.Controls;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>送审与发布: what a draft would change, and the decision of another person about it.</summary>
public sealed partial class ReviewPage
{
    private DraftCheck? check;
    private RubricCoverage? coverage;
    private ImmutableArray<PlacedFinding> problems = [];
    private ImmutableArray<DraftEvent> events = [];
    private string baseText = "";
    private string comment = "";
    private string? fault;
    private string? published;

    [Parameter]
    public string Name { get; set; } = "";

    private protected override string Item => Name;

    private string CommentLabel => Texts[Publication.MayReview(Caller, Key) ? "Review.Comment" : "Versions.Comment"];

    private bool IsOwn => check?.Draft.Editors.Contains(Caller.Actor.Id) == true;

    private protected override async Task<bool> OpenAsync()
    {
        if (!Caller.Covers(Region) || await Drafts.FindAsync(Key.ToString(), Name, Closing) is not { } draft)
            return false;
        await Show(draft);
        return true;
    }

    private async Task Show(Draft draft)
    {
        check = await Publication.CheckAsync(draft, Closing);
        coverage = CaseRuns.Cover(check);
        events = await Drafts.ReadEventsAsync(draft.Id, Closing);
        problems = [.. from diagnostic in check.Diagnostics let place = check.Positions.Locate(diagnostic.Path, diagnostic.Span) select new PlacedFinding(place.Start, place.End, diagnostic.Severity, diagnostic.Code, diagnostic.Path, diagnostic.Message)];
        var before = check.Proposal?.Base is { } version ? await Rubrics.FindTextAsync(Key.ToString(), version.Version, Closing) : null;
        baseText = DocumentText.Of(before);
    }

    private Task Submit() => Decide(() => Publication.SubmitAsync(Caller, Key, Name, check!.Draft.Revision, comment, CancellationToken.None)); // shown only with a check

    private Task Withdraw() => Decide(() => Publication.WithdrawAsync(Caller, Key, Name, comment, CancellationToken.None));

    private Task Reject() => Decide(() => Publication.RejectAsync(Caller, Key, Name, comment, CancellationToken.None));

    private async Task Approve()
    {
        if (!await IsAdmittedAsync())
            return;
        var result = await Publication.ApproveAsync(Caller, Key, Name, check!.Draft.Revision, comment, CancellationToken.None); // likewise
        published = result is { Outcome: PublicationOutcome.Done, Check.Rubric: { } rubric } ? rubric.Document.Version : null;
        fault = published is null ? "Outcome." + result.Outcome : null;
    }

    private async Task Decide(Func<Task<PublicationResult>> decide)
    {
        if (!await IsAdmittedAsync())
            return;
        var result = await decide();
        fault = result.Outcome == PublicationOutcome.Done ? null : "Outcome." + result.Outcome;
        comment = fault is null ? "" : comment;
        if (result.Draft is { } draft)
            await Show(draft);
    }
}
