using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Server.Studio.Pages.Shelf;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>规则库: every rubric that serves, by region, year and scope.</summary>
public sealed partial class Library
{
    private ImmutableArray<ShelfEntry> all = [];
    private ImmutableArray<ShelfEntry> shown = [];
    private ImmutableArray<ShelfRegion> regions = [];
    private LibraryFilter filter = LibraryFilter.None;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    protected override void OnInitialized()
    {
        all = [.. Catalogue.Keys.Select(key => ShelfEntry.Of(key, Catalogue, Rubrics.Today))];
        regions = ShelfRegion.TreeOf(all);
        shown = all;
    }

    private void Filter(LibraryFilter asked)
    {
        filter = asked;
        shown = [.. all.Where(filter.Takes)];
    }

    private string? Current(string region) => filter.Region == region ? "true" : null;
}
