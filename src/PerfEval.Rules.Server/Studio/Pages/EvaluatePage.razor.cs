using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Studio.Pages.Evaluation;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>评价: a submission filled in by a form and scored at every stroke.</summary>
public sealed partial class EvaluatePage : IAsyncDisposable
{
    private const int MaxFileBytes = 1024 * 1024;

    private RubricKey key;
    private SubmissionForm? form;
    private Scorecard? card;
    private HashSet<string> wholeLines = [];
    private ImmutableArray<TestCase> cases = [];
    private ImmutableArray<SubmissionFault> faults = [];
    private ImmutableArray<SubmissionFault> refusals = [];
    private IJSObjectReference? module;
    private string part = "tree";
    private string? notice;
    private int filling;
    private bool isSheet;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [Parameter]
    public string Region { get; set; } = "";

    [Parameter]
    public int Year { get; set; }

    [Parameter]
    public string Scope { get; set; } = "";

    [Parameter]
    public string Version { get; set; } = "";

    [Inject]
    private RubricCatalogue Catalogue { get; set; } = null!; // injected before first use

    [Inject]
    private CaseShelf Cases { get; set; } = null!; // likewise

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // likewise

    [Inject]
    private IJSRuntime Script { get; set; } = null!; // likewise

    private string Title => form?.Rubric.Document.Title ?? key.ToString();

    private string StoredAs => $"perfeval-form/{key}/{Version}";

    private IReadOnlyList<(string Name, string Text, int Count)> Parts =>
    [
        ("tree", Texts["Evaluate.Scores"], 0),
        ("checks", Texts["Evaluate.Checks"], refusals.Length + (card?.Audit.Findings.Length ?? 0) + (card?.Checks.Count(check => check.Status == CheckStatus.Failed) ?? 0)),
        ("reported", Texts["Evaluate.Reported"], card?.Audit.Reconciliation.Count(line => line.Verdict == Verdict.Differs) ?? 0),
        ("values", Texts["Evaluate.Values"], 0),
    ];

    protected override void OnParametersSet()
    {
        key = new(Region, Year, Scope);
        if (Catalogue.Find(key, Version) is not { Compiled: var compiled })
        {
            Navigation.NotFound();
            return;
        }

        if (form?.Rubric == compiled)
            return;
        form = new(compiled);
        wholeLines = ScoreSheet.WholeLinesOf(compiled.Document);
        cases = Cases.Find(key, Version);
        Score();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || form is null)
            return;
        module = await Script.InvokeAsync<IJSObjectReference>("import", "./Studio/Pages/EvaluatePage.razor.js");
        if (await module.InvokeAsync<string?>("kept", StoredAs) is not { } text || !form.Fill(Encoding.UTF8.GetBytes(text)))
            return;
        Refill("Evaluate.Restored");
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null)
                await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone; what was filled in is kept there.
        }
    }

    private async Task Rescore()
    {
        Score();
        if (module is not null)
            await module.InvokeVoidAsync("keep", StoredAs, Encoding.UTF8.GetString(form!.Write())); // a page without a form shows nothing to type in
    }

    private void Score()
    {
        var reading = form!.Read(); // likewise
        faults = [.. reading.Faults, .. reading.FilingFaults.Where(fault => form.Fields.Any(field => field.IsGiven && fault.Path.StartsWith("/data/" + field.Name, StringComparison.Ordinal)))];
        refusals = form.IsEmpty ? [] : Filing.Decide(reading, ExplainLevel.None).Refusals;
        if (reading.Submission is { } submission)
            card = Scorer.Score(submission, ExplainLevel.Tree);
    }

    // Fields are made anew, so that no browser's own text survives in them.
    private void Refill(string? message)
    {
        filling++;
        notice = message;
        Score();
    }

    private async Task LoadCase(ChangeEventArgs chosen)
    {
        if (!int.TryParse(chosen.Value?.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var index))
            return;
        form!.Fill(cases[index].Submission); // likewise
        Refill(null);
        await Rescore();
    }

    private async Task OpenFile(InputFileChangeEventArgs opened)
    {
        if (opened.File.Size > MaxFileBytes)
        {
            notice = "Evaluate.TooLarge";
            return;
        }

        using var bytes = new MemoryStream();
        await using (var stream = opened.File.OpenReadStream(MaxFileBytes))
            await stream.CopyToAsync(bytes);
        Refill(form!.Fill(bytes.ToArray()) ? null : "Evaluate.NotASubmission"); // likewise
        await Rescore();
    }

    private async Task Clear()
    {
        form!.Clear(); // likewise
        Refill(null);
        await module!.InvokeVoidAsync("forget", StoredAs); // only a live page has clicks
    }

    private async Task Download() =>
        await module!.InvokeVoidAsync("save", $"{Region}-{Year}-{Scope}-{form!.Department}.json", Encoding.UTF8.GetString(form.Write())); // likewise

    private async Task Print() => await module!.InvokeVoidAsync("printPage"); // likewise
}
