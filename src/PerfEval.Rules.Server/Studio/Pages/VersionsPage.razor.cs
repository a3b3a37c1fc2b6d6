using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>版本: the versions of a rubric, and what differs between two.</summary>
public sealed partial class VersionsPage
{
    private ImmutableArray<StoredVersion> versions = [];
    private VersionChange? change;
    private string from = "";
    private string to = "";
    private string oldText = "";
    private string newText = "";

    private string Title => Catalogue.FindVersions(Key) is [var newest, ..] ? newest.Compiled.Document.Title ?? Key.ToString() : Key.ToString();

    private protected override async Task<bool> OpenAsync()
    {
        versions = [.. (await Rubrics.ListAsync(Key.ToString(), Closing)).Reverse()];
        if (versions.IsEmpty)
            return false;
        (from, to) = (versions[Math.Min(1, versions.Length - 1)].Version, versions[0].Version);
        await Compare();
        return true;
    }

    private async Task Compare()
    {
        var (before, after) = (await Rubrics.FindTextAsync(Key.ToString(), from, Closing), await Rubrics.FindTextAsync(Key.ToString(), to, Closing));
        (oldText, newText) = (DocumentText.Of(before), DocumentText.Of(after));
        change = before is not null && after is not null && RubricReader.Read(before).Document is { } old && RubricReader.Read(after).Document is { } @new ? VersionChange.Of(old, @new) : null;
    }
}
