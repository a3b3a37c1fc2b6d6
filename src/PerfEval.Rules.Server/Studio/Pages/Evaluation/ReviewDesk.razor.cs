using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Studio.Pages.Evaluation;

/// <summary>复评: the opinions in what was filed, each to be judged anew with a reason, and the total that this gives.</summary>
public sealed partial class ReviewDesk
{
    private ImmutableArray<JudgementLine> lines = [];
    private Scorecard? preview;
    private string comment = "";
    private string shown = "";
    private ImmutableArray<Bilingual> faults = [];

    [CascadingParameter]
    public required Texts Texts { get; set; }

    /// <summary>What was filed.</summary>
    [Parameter, EditorRequired]
    public required StoredEvaluation Filing { get; set; }

    /// <summary>The version that scored it.</summary>
    [Parameter, EditorRequired]
    public required CompiledRubric Rubric { get; set; }

    /// <summary>Keeps what is judged, with a remark on the whole; gives what is wrong with it, or null where it may not be kept.</summary>
    [Parameter, EditorRequired]
    public required Func<ImmutableArray<JudgementLine>, string, Task<ImmutableArray<Bilingual>?>> Keep { get; set; }

    private IEnumerable<JudgementLine> Given => lines.Where(line => line.IsGiven);

    private bool IsReady => Given.Any() && Given.All(line => line.IsComplete);

    // Also set when the language is switched, which must not undo what was typed.
    protected override void OnParametersSet()
    {
        if (shown == Filing.Summary.Id)
            return;
        shown = Filing.Summary.Id;
        Begin();
    }

    private void Begin()
    {
        var filed = new SubmissionForm(Rubric);
        filed.Fill(Filing.Submission);
        (lines, preview, comment, faults) = ([.. JudgementLine.Of(filed)], null, "", []);
    }

    private void Rescore()
    {
        var values = Given.Where(line => line.Judged.IsGiven).ToDictionary(line => line.Judged.Name, line => line.Judged.ToJson()!.Value, StringComparer.Ordinal); // given
        var reading = SubmissionReader.Read(SubmissionEdits.Set(Filing.Submission, values, ImmutableDictionary<string, string>.Empty), Rubric);
        preview = reading.Submission is { } judged ? Scorer.Score(judged, ExplainLevel.None) : null;
        faults = [.. reading.Faults.Select(fault => fault.Message)];
    }

    private async Task Give()
    {
        if (await Keep([.. Given], comment.Trim()) is not { } refused)
            return;
        faults = refused;
        if (faults.IsEmpty)
            Begin();
    }
}
