using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Server.Studio.Pages.Comparing;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>对比: all that was filed under two versions or drafts of a rubric.</summary>
public sealed partial class ImpactPage
{
    private ImmutableArray<string> sides = [];
    private ImmutableArray<string> chosen = [];

    /// <summary>The version or draft that is there now; absent: the one before the newest.</summary>
    [SupplyParameterFromQuery]
    public string? Old { get; set; }

    /// <summary>What is put in its place; absent: the newest version.</summary>
    [SupplyParameterFromQuery]
    public string? New { get; set; }

    private protected override string Item => $"{Old} {New}";

    private string Title => Catalogue.FindVersions(Key) is [var newest, ..] ? newest.Compiled.Document.Title ?? Key.ToString() : Key.ToString();

    private protected override async Task<bool> OpenAsync()
    {
        sides = await Shelf.ListAsync(Key, Caller, Closing);
        chosen = sides.IsEmpty ? [] : SideShelf.Choose(sides, Old, New);
        return !sides.IsEmpty;
    }

    private void Show(string from, string to) => Navigation.NavigateTo(Addresses.OfImpact(Key, from, to));
}
