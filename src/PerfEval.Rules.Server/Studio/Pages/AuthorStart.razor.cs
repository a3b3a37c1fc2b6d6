using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>编制: the drafts on the desk, and a new one.</summary>
public sealed partial class AuthorStart
{
    private ImmutableArray<Draft> drafts = [];
    private Caller caller = Caller.Anonymous;
    private string source = "";
    private string region = "";
    private string year = "";
    private string scope = "department";
    private string name = "";
    private string? fault;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    /// <summary>The version to begin with, as <c>region/year/scope@version</c>.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    protected override async Task OnInitializedAsync()
    {
        caller = Caller.Of((await Authentication).User);
        await Load();
        if (From is not null)
        {
            source = From;
            Propose();
        }
    }

    private async Task Load() =>
        drafts = [.. (await Drafts.ListAsync(null, CancellationToken.None)).Where(draft => RubricKey.Find(draft.Rubric) is { } key && caller.Covers(key.Region)).OrderByDescending(draft => draft.UpdatedAt)];

    private bool MayDiscard(Draft draft) => draft.State == DraftState.Editing && RubricKey.Find(draft.Rubric) is { } key && Publication.MayWrite(caller, key);

    // What somebody has typed since this list was made is not given up with it.
    private async Task Discard(Draft draft)
    {
        if (await Session.AdmitAsync(CancellationToken.None) is null || RubricKey.Find(draft.Rubric) is not { } key)
            return;
        var result = await Publication.DiscardAsync(caller, key, draft.Name, draft.Revision, CancellationToken.None);
        fault = result.Outcome == PublicationOutcome.Done ? null : "Outcome." + result.Outcome;
        await Load();
    }

    // A draft of a version is most often the next version of the same rubric.
    private void Propose()
    {
        if (VersionName.Find(source) is not { } version)
            return;
        (region, year, scope) = (version.Key.Region, version.Key.Year.ToString(CultureInfo.InvariantCulture), version.Key.Scope);
        name = name.Length == 0 ? Texts["Author.NextOf", version.Version].Value : name;
    }

    private async Task Create()
    {
        if (await Session.AdmitAsync(CancellationToken.None) is null)
            return;
        // Digits may come full-width from an input method.
        var key = new RubricKey(Plain(region), int.TryParse(Plain(year), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0, scope);
        var result = await Publication.CreateAsync(caller, key, name.Trim(), VersionName.Find(source), CancellationToken.None);
        fault = result.Outcome == PublicationOutcome.Done ? null : "Outcome." + result.Outcome;
        if (fault is null)
            Navigation.NavigateTo(Addresses.OfDraft(key, name.Trim()));
    }

    private static string Plain(string typed) => typed.Normalize(NormalizationForm.FormKC).Trim();
}
