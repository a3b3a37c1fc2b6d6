using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Server.Studio.Controls;
using PerfEval.Rules.Server.Studio.Pages.Comparing;
using PerfEval.Rules.Server.Studio.Pages.Evaluation;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>对比: one submission under several versions and drafts of a rubric.</summary>
public sealed partial class ComparePage
{
    // A list to choose from, not an archive: the newest are what one looks for.
    private const int MostListed = 200;

    private ImmutableArray<string> sides = [];
    private ImmutableArray<string> chosen = [];
    private ImmutableArray<string> names = [];
    private ImmutableArray<CompiledRubric> rubrics = [];
    private ImmutableArray<string> unsound = [];
    private ImmutableArray<TestCase> cases = [];
    private ImmutableArray<EvaluationSummary> filed = [];
    private ImmutableArray<SubmissionFault> faults = [];
    private SubmissionForm? form;
    private SubmissionComparison? comparison;
    private ReadOnlyMemory<byte>? submission;
    private string? source;
    private int filling;
    private bool isShort;

    /// <summary>The version or draft that the others are held against; absent: the one before the newest.</summary>
    [SupplyParameterFromQuery]
    public string? Old { get; set; }

    /// <summary>What is held against it; absent: the newest version.</summary>
    [SupplyParameterFromQuery]
    public string? New { get; set; }

    /// <summary>A stored evaluation to begin with.</summary>
    [SupplyParameterFromQuery]
    public string? Evaluation { get; set; }

    private protected override string Item => $"{Old} {New} {Evaluation}";

    private BrowserModule Downloads => field ??= new(Script, "studio/download.js");

    private string Title => form?.Rubric.Document.Title ?? Key.ToString();

    private protected override async Task<bool> OpenAsync()
    {
        sides = await Shelf.ListAsync(Key, Caller, Closing);
        if (sides.IsEmpty)
            return false;
        cases = await ReadCasesAsync();
        filed = await ListFiledAsync();
        (submission, source) = (null, null);
        await Choose(SideShelf.Choose(sides, Old, New));
        if (Evaluation is not null)
            await LoadFiled(Evaluation);
        return form is not null;
    }

    public override async ValueTask DisposeAsync()
    {
        await Downloads.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task<ImmutableArray<TestCase>> ReadCasesAsync()
    {
        var found = new List<TestCase>();
        foreach (var version in sides.Where(side => !RubricSides.IsDraft(side)))
            found.AddRange(await Cases.FindAsync(Key, version, Closing));
        return [.. found.DistinctBy(one => one.Name)];
    }

    private async Task<ImmutableArray<EvaluationSummary>> ListFiledAsync()
    {
        if (Visible.To(Caller, new() { Region = Region, Year = Year, Scope = Scope, LatestOnly = true }) is not { } filter)
            return [];
        return [.. (await Evaluations.ListAsync(filter, null, MostListed, Closing)).Where(one => one.Identity.Rubric == Key.ToString())];
    }

    private async Task Choose(ImmutableArray<string> wanted)
    {
        var found = new List<(string Name, CompiledRubric Rubric)>();
        var broken = ImmutableArray.CreateBuilder<string>();
        foreach (var side in wanted)
        {
            if ((await References.FindAsync(new(Key, side), Closing)).Rubric is { } rubric)
                found.Add((side, rubric));
            else
                broken.Add(side);
        }

        (chosen, unsound) = (wanted, broken.ToImmutable());
        if (found.Count == 0)
            return;
        (names, rubrics) = ([.. found.Select(one => one.Name)], [.. found.Select(one => one.Rubric)]);
        form = new(rubrics[0], rubrics[1..]);
        if (submission is { } given)
            form.Fill(given);
        Compare();
    }

    private void LoadCase(ChangeEventArgs picked)
    {
        if (int.TryParse(picked.Value?.ToString(), CultureInfo.InvariantCulture, out var index))
            Load(cases[index].Submission, cases[index].Name);
    }

    private async Task LoadFiled(string id)
    {
        if (id.Length > 0 && await Evaluations.FindAsync(id, Closing) is { } found && Visible.Is(found.Summary, Caller))
            Load(found.Submission, string.Join(' ', found.Summary.Identity.Department, found.Summary.Identity.Subject, found.Summary.Identity.Period).TrimEnd());
    }

    // What the form has no field for stays in what is compared until something is typed.
    private void Load(ReadOnlyMemory<byte> utf8, string from)
    {
        (submission, source) = (utf8, from);
        form!.Fill(utf8); // the page is shown only with a form
        Compare();
    }

    private void Retype()
    {
        submission = form!.Write(); // likewise
        Compare(isTyped: true);
    }

    private void Compare(bool isTyped = false)
    {
        comparison = submission is { } given ? SubmissionComparison.Of(rubrics, given) : null;
        faults = comparison?.Rubrics[0].Faults ?? [];
        filling += isTyped ? 0 : 1; // fields are made anew, so that no browser's own text survives in them
    }

    private async Task Download()
    {
        if (comparison is { } shown)
            await Downloads.CallAsync("save", $"{Region}-{Year}-{Scope}-{Texts["Compare.File"]}.csv", ComparisonSheet.Write(shown, names, Texts), "text/csv");
    }
}
