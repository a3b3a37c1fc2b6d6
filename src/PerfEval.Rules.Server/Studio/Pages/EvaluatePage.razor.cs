using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.Studio.Controls;
using PerfEval.Rules.Server.Studio.Pages.Evaluation;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>评价: a submission filled in by a form and scored at every stroke.</summary>
public sealed partial class EvaluatePage
{
    private const int MaxFileBytes = 1024 * 1024;

    private SubmissionForm? form;
    private Scorecard? card;
    private HashSet<string> wholeLines = [];
    private ImmutableArray<TestCase> cases = [];
    private ImmutableArray<SubmissionFault> faults = [];
    private ImmutableArray<SubmissionFault> refusals = [];
    private string part = "tree";
    private string? notice;
    private int filling;
    private bool isSheet;
    private bool isRestored;

    [Parameter]
    public string Version { get; set; } = "";

    /// <summary>A stored evaluation to begin with; absent: an empty form.</summary>
    [SupplyParameterFromQuery(Name = "filing")]
    public string? From { get; set; }

    private protected override string Item => $"{Version} {From}";

    private BrowserModule Module => field ??= new(Script, "Studio/Pages/EvaluatePage.razor.js");

    private BrowserModule Downloads => field ??= new(Script, "studio/download.js");

    private string Title => form?.Rubric.Document.Title ?? Key.ToString();

    private string StoredAs => $"perfeval-form/{Key}/{Version}";

    private IReadOnlyList<(string Name, string Text, int Count)> Parts =>
    [
        ("tree", Texts["Evaluate.Scores"], 0),
        ("checks", Texts["Evaluate.Checks"], refusals.Length + (card?.Audit.Findings.Length ?? 0) + (card?.Checks.Count(check => check.Status == CheckStatus.Failed) ?? 0)),
        ("reported", Texts["Evaluate.Reported"], card?.Audit.Reconciliation.Count(line => line.Verdict == Verdict.Differs) ?? 0),
        ("values", Texts["Evaluate.Values"], 0),
    ];

    private protected override async Task<bool> OpenAsync()
    {
        if (Catalogue.Find(Key, Version) is not { Compiled: var compiled })
            return false;
        cases = await Cases.FindAsync(Key, Version, Closing);
        form = new(compiled);
        (served, filed, filingFault) = (FindServed(), null, null);
        if (From is not null && await Evaluations.FindAsync(From, Closing) is { } begun && Visible.Is(begun.Summary, Caller))
            isRestored = form.Fill(begun.Submission);
        wholeLines = ScoreSheet.WholeLinesOf(compiled.Document);
        Score();
        return true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isRestored || form is null)
            return;
        isRestored = true;
        if (await Module.AskAsync<string>("kept", StoredAs) is not { } text || !form.Fill(Encoding.UTF8.GetBytes(text)))
            return;
        Refill("Evaluate.Restored");
        StateHasChanged();
    }

    public override async ValueTask DisposeAsync()
    {
        await Module.DisposeAsync();
        await Downloads.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task Rescore()
    {
        (filed, filingFault) = (null, null);
        Score();
        await Module.CallAsync("keep", StoredAs, Encoding.UTF8.GetString(form!.Write())); // a page without a form shows nothing to type in
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
        await using (var stream = opened.File.OpenReadStream(MaxFileBytes, Closing))
            await stream.CopyToAsync(bytes, Closing);
        Refill(form!.Fill(bytes.ToArray()) ? null : "Evaluate.NotASubmission"); // likewise
        await Rescore();
    }

    private async Task Clear()
    {
        form!.Clear(); // likewise
        Refill(null);
        await Module.CallAsync("forget", StoredAs);
    }

    private async Task Download() =>
        await Downloads.CallAsync("save", $"{Region}-{Year}-{Scope}-{form!.Department}.json", Encoding.UTF8.GetString(form.Write()), "application/json"); // likewise

    private async Task Print() => await Module.CallAsync("printPage");
}
