using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Studio.Controls;
using PerfEval.Rules.Server.Studio.Pages.Evaluation;
using PerfEval.Rules.Storage.Evaluations;
using StoredReview = PerfEval.Rules.Storage.Evaluations.Review;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>报送: one evaluation as it was filed, with what came before and after it, and the bureau's decision.</summary>
public sealed partial class FilingPage : IAsyncDisposable
{
    private StoredEvaluation? stored;
    private PublishedRubric? rubric;
    private Scorecard? card;
    private HashSet<string> wholeLines = [];
    private IReadOnlyDictionary<string, string> reasons = ImmutableDictionary<string, string>.Empty;
    private ImmutableArray<EvaluationSummary> revisions = [];
    private ImmutableArray<EvaluationEvent> events = [];
    private ImmutableArray<StoredReview> reviews = [];
    private ImmutableArray<Evidence> evidence = [];
    private StoredReview? shownReview;
    private Caller caller = Caller.Anonymous;
    private string comment = "";
    private string? fault;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>The number of the review (复评) to be shown in place of what was filed; null: none.</summary>
    [SupplyParameterFromQuery]
    public int? Review { get; set; }

    private BrowserModule Module => field ??= new(Script, "Studio/Pages/EvaluatePage.razor.js");

    private RubricKey? Key => stored is { } found ? RubricKey.Find(found.Summary.Identity.Rubric) : null;

    private string SheetTitle
    {
        get
        {
            var title = rubric!.Compiled.Document.Title ?? stored!.Summary.Identity.Rubric; // the sheet is shown only with both
            return shownReview is { } review ? title + Texts["Sheet.Aside", Texts["Filings.ReviewNth", review.Number]] : title;
        }
    }

    private bool MayDecide => stored is { Summary: { IsLatest: true } latest } && caller.MayReview(latest.Scope.Region);

    private bool MayAddEvidence => stored is { Summary: var filing } && caller.MayFile(filing.Identity.Department, filing.Scope.Region);

    private bool MayFileAgain => stored is { Summary: { IsLatest: true, State: not FilingState.Confirmed } latest } && caller.Has(Roles.Department) && caller.MayFile(latest.Identity.Department, latest.Scope.Region);

    internal static string StyleOf(FilingState state) => state switch { FilingState.Confirmed => "good", FilingState.Returned => "bad", _ => "accent" };

    // Also set when the language is switched, which must not undo what was typed.
    protected override async Task OnParametersSetAsync()
    {
        if (stored?.Summary.Id == Id && shownReview?.Number == Review)
            return;
        caller = Caller.Of((await Authentication).User);
        if (stored?.Summary.Id != Id)
            (comment, fault) = ("", null);
        if (!await LoadAsync())
            Navigation.NotFound();
    }

    public async ValueTask DisposeAsync() => await Module.DisposeAsync();

    private async Task<bool> LoadAsync()
    {
        if (await Evaluations.FindAsync(Id, CancellationToken.None) is not { } found || !Visible.Is(found.Summary, caller))
            return false;
        rubric = Rubrics.Get(found.Summary);
        reviews = await Reviews.FindAsync(Id, CancellationToken.None);
        shownReview = reviews.FirstOrDefault(review => review.Number == Review);
        if (Review is not null && shownReview is null)
            return false;
        if (SubmissionReader.Read((shownReview?.Submission ?? found.Submission).Span, rubric.Compiled).Submission is { } submission)
            (card, reasons) = (Scorer.Score(submission, ExplainLevel.Summary), submission.Reasons);
        wholeLines = ScoreSheet.WholeLinesOf(rubric.Compiled.Document);
        revisions = await Evaluations.FindRevisionsAsync(found.Summary.Identity, found.Summary.Scope.Region, CancellationToken.None);
        evidence = await EvidenceFiles.FindAsync(Id, CancellationToken.None);
        events = await Evaluations.FindEventsAsync(Id, CancellationToken.None);
        stored = found;
        return true;
    }

    private async Task Decide(FilingState state)
    {
        if (await Session.AdmitAsync(CancellationToken.None) is not { } admitted || !MayDecide)
            return;
        var refusal = await Evaluations.DecideAsync(Id, state, admitted.Actor, comment.Trim(), Clock.GetUtcNow(), CancellationToken.None);
        (fault, comment) = refusal is { } why ? ("Decision." + why, comment) : (null, "");
        await LoadAsync();
    }

    // Null: the session has ended, or somebody else has taken the right away.
    private async Task<ImmutableArray<Bilingual>?> KeepReview(ImmutableArray<JudgementLine> given, string remark)
    {
        if (await Session.AdmitAsync(CancellationToken.None) is not { } admitted || !MayDecide)
            return null;
        var judgements = given.ToDictionary(line => line.Judged.Name, line => line.ToJudgement(), StringComparer.Ordinal);
        var (review, faults) = await Reviewer.ReviewAsync(stored!, judgements, remark, admitted.Actor, CancellationToken.None); // the desk is shown only with one
        if (review is not null)
            Navigation.NavigateTo(Addresses.OfFiling(Id, review.Number));
        return [.. faults.Select(fault => fault.Message)];
    }

    // What is wrong with a file is shown beside it.
    private async Task<string?> KeepEvidence(string input, IBrowserFile file)
    {
        if (await Session.AdmitAsync(CancellationToken.None) is not { } admitted || !MayAddEvidence)
            return null;
        if (file.Size > EvidenceTypes.MaxBytes)
            return "Evidence." + EvidenceRefusal.TooLarge;
        await using var content = file.OpenReadStream(EvidenceTypes.MaxBytes);
        var kept = await Keeper.KeepAsync(Id, input, file.Name, file.ContentType, file.Size, content, admitted, CancellationToken.None);
        evidence = await EvidenceFiles.FindAsync(Id, CancellationToken.None);
        StateHasChanged();
        return kept.Refusal is { } refusal ? "Evidence." + refusal : null;
    }

    private async Task Print() => await Module.CallAsync("printPage");
}
