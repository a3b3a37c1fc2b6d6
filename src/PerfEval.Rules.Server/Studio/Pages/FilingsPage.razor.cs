using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>报送: what was filed, as far as the reader may see it, newest first.</summary>
public sealed partial class FilingsPage
{
    private const int PageLength = 50;

    private ImmutableArray<EvaluationSummary> filings = [];
    private Caller caller = Caller.Anonymous;
    private bool isLatest = true;
    private string state = "";
    private string? before;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    protected override async Task OnInitializedAsync()
    {
        caller = Caller.Of((await Authentication).User);
        await Load();
    }

    private Task Load() => Turn(null);

    private async Task Turn(string? from)
    {
        before = from;
        var asked = new EvaluationFilter { LatestOnly = isLatest, State = Enum.TryParse<FilingState>(state, out var one) ? one : null };
        filings = Visible.To(caller, asked) is { } filter ? await Evaluations.ListAsync(filter, before, PageLength, CancellationToken.None) : [];
    }

    private string TitleOf(EvaluationSummary filing) =>
        RubricKey.Find(filing.Identity.Rubric) is { } key && Catalogue.Find(key, filing.Version)?.Compiled.Document.Title is { } title ? title : filing.Identity.Rubric;
}
