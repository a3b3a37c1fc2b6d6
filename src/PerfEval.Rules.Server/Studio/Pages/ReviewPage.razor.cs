using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Server.Studio.Controls;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>送审与发布: what a draft would change, and the decision of another person about it.</summary>
public sealed partial class ReviewPage
{
    private RubricKey key;
    private Caller caller = Caller.Anonymous;
    private DraftCheck? check;
    private ImmutableArray<PlacedFinding> problems = [];
    private ImmutableArray<DraftEvent> events = [];
    private string baseText = "";
    private string comment = "";
    private string? fault;
    private string? published;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter]
    public string Region { get; set; } = "";

    [Parameter]
    public int Year { get; set; }

    [Parameter]
    public string Scope { get; set; } = "";

    [Parameter]
    public string Name { get; set; } = "";

    [Inject]
    private DraftStore Drafts { get; set; } = null!; // injected before first use

    [Inject]
    private RubricStore Rubrics { get; set; } = null!; // likewise

    [Inject]
    private Publication Publication { get; set; } = null!; // likewise

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // likewise

    private bool IsOwn => check?.Draft.Editors.Contains(caller.Actor.Id) == true;

    protected override async Task OnInitializedAsync()
    {
        key = new(Region, Year, Scope);
        caller = Caller.Of((await Authentication).User);
        if (!caller.Covers(Region) || await Drafts.FindAsync(key.ToString(), Name, CancellationToken.None) is not { } draft)
        {
            Navigation.NotFound();
            return;
        }

        await Show(draft);
    }

    private async Task Show(Draft draft)
    {
        check = await Publication.CheckAsync(draft, CancellationToken.None);
        events = await Drafts.ReadEventsAsync(draft.Id, CancellationToken.None);
        problems = [.. from diagnostic in check.Diagnostics let place = check.Positions.Locate(diagnostic.Path, diagnostic.Span) select new PlacedFinding(place.Start, place.End, diagnostic.Severity, diagnostic.Code, diagnostic.Path, diagnostic.Message)];
        var before = check.Proposal?.Base is { } version ? await Rubrics.FindTextAsync(key.ToString(), version.Version, CancellationToken.None) : null;
        baseText = before is null ? "" : Encoding.UTF8.GetString(RubricFormatter.Format(before) ?? before);
    }

    private Task Submit() => Decide(Publication.SubmitAsync(caller, key, Name, check!.Draft.Revision, comment, CancellationToken.None)); // shown only with a check

    private Task Withdraw() => Decide(Publication.WithdrawAsync(caller, key, Name, comment, CancellationToken.None));

    private Task Reject() => Decide(Publication.RejectAsync(caller, key, Name, comment, CancellationToken.None));

    private async Task Approve()
    {
        var result = await Publication.ApproveAsync(caller, key, Name, check!.Draft.Revision, comment, CancellationToken.None); // likewise
        published = result is { Outcome: PublicationOutcome.Done, Check.Rubric: { } rubric } ? rubric.Document.Version : null;
        fault = published is null ? "Outcome." + result.Outcome : null;
    }

    private async Task Decide(Task<PublicationResult> deciding)
    {
        var result = await deciding;
        fault = result.Outcome == PublicationOutcome.Done ? null : "Outcome." + result.Outcome;
        comment = fault is null ? "" : comment;
        if (result.Draft is { } draft)
            await Show(draft);
    }
}
