using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>版本: the versions of a rubric, and what differs between two.</summary>
public sealed partial class VersionsPage
{
    private RubricKey key;
    private ImmutableArray<StoredVersion> versions = [];
    private VersionChange? change;
    private string from = "";
    private string to = "";
    private string oldText = "";
    private string newText = "";

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [Parameter]
    public string Region { get; set; } = "";

    [Parameter]
    public int Year { get; set; }

    [Parameter]
    public string Scope { get; set; } = "";

    [Inject]
    private RubricStore Rubrics { get; set; } = null!; // injected before first use

    [Inject]
    private RubricCatalogue Catalogue { get; set; } = null!; // likewise

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // likewise

    private string Title => Catalogue.FindVersions(key) is [var newest, ..] ? newest.Compiled.Document.Title ?? key.ToString() : key.ToString();

    protected override async Task OnInitializedAsync()
    {
        key = new(Region, Year, Scope);
        versions = [.. (await Rubrics.ListAsync(key.ToString(), CancellationToken.None)).Reverse()];
        if (versions.IsEmpty)
        {
            Navigation.NotFound();
            return;
        }

        (from, to) = (versions[Math.Min(1, versions.Length - 1)].Version, versions[0].Version);
        await Compare();
    }

    private async Task Compare()
    {
        var (before, after) = (await Rubrics.FindTextAsync(key.ToString(), from, CancellationToken.None), await Rubrics.FindTextAsync(key.ToString(), to, CancellationToken.None));
        (oldText, newText) = (Shown(before), Shown(after));
        change = before is not null && after is not null && RubricReader.Read(before).Document is { } old && RubricReader.Read(after).Document is { } @new ? VersionChange.Of(old, @new) : null;
    }

    private static string Shown(byte[]? utf8) => utf8 is null ? "" : Encoding.UTF8.GetString(RubricFormatter.Format(utf8) ?? utf8);
}
