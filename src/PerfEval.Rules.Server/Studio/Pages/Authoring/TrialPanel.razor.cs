using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Editing;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Studio.Pages.Evaluation;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Studio.Pages.Authoring;

/// <summary>试算: a submission scored under the draft at every change of either, held against the published version; the draft's cases and problems.</summary>
public sealed partial class TrialPanel
{
    private CompiledRubric? rubric;
    private SubmissionForm? form;
    private Scorecard? card;
    private Scorecard? published;
    private IReadOnlyDictionary<string, string> before = new Dictionary<string, string>();
    private ImmutableArray<SubmissionFault> faults = [];
    private ImmutableArray<StoredCase> titled = [];
    private ImmutableArray<(string Name, string Title)> titles = [];
    private string part = "scores";
    private byte[]? carried;
    private byte[] heldAgainst = [];
    private (RubricEditor Editor, CompiledRubric? Base, ImmutableArray<StoredCase> Cases, bool CanEdit, Texts Texts)? taken;
    private bool isStale;
    private int filling;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [Parameter, EditorRequired]
    public required DraftDesk Desk { get; set; }

    /// <summary>The version that the draft began with; null: none.</summary>
    [Parameter]
    public CompiledRubric? Base { get; set; }

    [Parameter]
    public ImmutableArray<StoredCase> Cases { get; set; } = [];

    [Parameter]
    public bool CanEdit { get; set; }

    /// <summary>Raised with a problem whose place someone wants to see.</summary>
    [Parameter]
    public EventCallback<DocumentProblem> Chosen { get; set; }

    /// <summary>Raised with the submission that was scored.</summary>
    [Parameter]
    public EventCallback<Submission?> Submitted { get; set; }

    [Parameter]
    public EventCallback<StoredCase> CaseMade { get; set; }

    [Parameter]
    public EventCallback<string> CaseRemoved { get; set; }

    private ImmutableArray<DocumentProblem> Problems => Desk.Editor.Problems;

    private IReadOnlyList<(string Name, string Text, int Count)> Parts =>
    [
        ("scores", Texts["Evaluate.Scores"], 0), ("form", Texts["Trial.Data"], 0), ("cases", Texts["Trial.Cases"], Cases.Length),
        ("problems", Texts["Rubric.Problems"], Problems.Length),
    ];

    /// <summary>Carries what is filled in over to the next text of the draft, in which something has another name.</summary>
    /// <param name="change">Of the text of a case.</param>
    public void Carry(Func<string, string> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (form is null)
            return;
        var text = change($$"""{"Submission":{{Encoding.UTF8.GetString(form.Write())}}}""");
        carried = JsonNode.Parse(text)?["Submission"] is { } submission ? Encoding.UTF8.GetBytes(submission.ToJsonString()) : null;
    }

    /// <summary>The page is drawn more often than anything here changes: as a draft is stored, for one.</summary>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (taken == (Desk.Editor, Base, Cases, CanEdit, Texts))
            return Task.CompletedTask;
        taken = (Desk.Editor, Base, Cases, CanEdit, Texts);
        return base.SetParametersAsync(ParameterView.Empty);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (titled != Cases)
            (titled, titles) = (Cases, [.. Cases.Select(stored => (stored.Name, CaseTitles.Of(stored)))]);
        var current = Desk.Editor.Rubric;
        isStale = current is null;
        if (current is null || current == rubric)
            return;
        var filled = carried ?? form?.Write();
        (rubric, carried) = (current, null);
        form = new(current);
        if (filled is not null)
            form.Fill(filled);
        else if (Cases is [var first, ..] && CaseReader.Read(Encoding.UTF8.GetBytes(first.Text)).Case is { } testCase)
            form.Fill(testCase.Submission);
        filling++;
        await Rescore();
    }

    private async Task Rescore()
    {
        if (form is null)
            return;
        var utf8 = form.Write();
        var reading = SubmissionReader.Read(utf8, form.Rubric);
        faults = reading.Faults;
        card = reading.Submission is { } submission ? Scorer.Score(submission, ExplainLevel.Tree) : null;
        HoldAgainst(utf8);
        await Submitted.InvokeAsync(reading.Submission);
    }

    // The published version scores the same until the data are others.
    private void HoldAgainst(byte[] submission)
    {
        if (heldAgainst.AsSpan().SequenceEqual(submission))
            return;
        heldAgainst = submission;
        published = Base is not null && SubmissionReader.Read(submission, Base).Submission is { } asBefore ? Scorer.Score(asBefore, ExplainLevel.None) : null;
        before = published is null ? new Dictionary<string, string>() : Flat(published.Rules).DistinctBy(rule => rule.Code).ToDictionary(rule => rule.Code, ScoreText.Of, StringComparer.Ordinal);
    }

    private static IEnumerable<RuleScore> Flat(ImmutableArray<RuleScore> rules) => rules.SelectMany(rule => Flat(rule.Rules).Prepend(rule));

    private Task FillFrom(ChangeEventArgs chosen) => Fill(chosen.Value?.ToString() ?? "");

    private Task Fill(string name)
    {
        if (Cases.FirstOrDefault(stored => stored.Name == name) is not { } found || CaseReader.Read(Encoding.UTF8.GetBytes(found.Text)).Case is not { } testCase)
            return Task.CompletedTask;
        form?.Fill(testCase.Submission);
        filling++;
        return Rescore();
    }

    // Everything that came out is what must come out from now on.
    private Task MakeCase(string name)
    {
        if (form is null || card is null)
            return Task.CompletedTask;
        var scores = Flat(card.Rules).Where(rule => rule is { Score: not null, Rules.IsEmpty: true }).Select(rule => KeyValuePair.Create(rule.Code, (JsonNode?)rule.Score));
        var expect = new JsonObject { ["Scores"] = new JsonObject(scores) };
        if (card.Total is { } total)
            expect["Total"] = total;
        if (card.Grade is { } grade)
            expect["Grade"] = grade;
        var made = new JsonObject { ["Name"] = name, ["Submission"] = JsonNode.Parse(form.Write()), ["Expect"] = expect };
        return CaseMade.InvokeAsync(new(CaseTitles.NameFor(name, Cases), DocumentText.Of(Encoding.UTF8.GetBytes(DocumentTree.Write(made)!)))); // an object is written
    }
}
