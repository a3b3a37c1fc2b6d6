using System.Collections.Immutable;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Studio.Pages.Comparing;

/// <summary>What of a rubric can be compared: its versions, newest first, then its open drafts as <c>draft:name</c>.</summary>
internal sealed class SideShelf(CatalogueFeed feed, DraftStore drafts)
{
    /// <summary>What somebody may compare; empty for an unknown rubric.</summary>
    public async Task<ImmutableArray<string>> ListAsync(RubricKey key, Caller caller, CancellationToken cancellation)
    {
        var versions = feed.Current.FindVersions(key).Select(version => version.Version);
        if (!caller.MayReadDrafts || !caller.Covers(key.Region))
            return [.. versions];
        var open = await drafts.ListAsync(key.ToString(), cancellation);
        return [.. versions, .. open.Select(draft => RubricSides.DraftPrefix + draft.Name)];
    }

    /// <summary>The pair asked for, else the two newest versions, the older one first; a single version alone.</summary>
    public static ImmutableArray<string> Choose(ImmutableArray<string> sides, string? old, string? @new)
    {
        var second = @new is not null && sides.Contains(@new) ? @new : sides[0];
        var first = old is not null && sides.Contains(old) ? old : sides.FirstOrDefault(side => side != second && !RubricSides.IsDraft(side), second);
        return first == second ? [first] : [first, second];
    }

    /// <summary>As people read it.</summary>
    public static string NameOf(string side, Texts texts) => RubricSides.IsDraft(side) ? texts["Compare.Draft", side[RubricSides.DraftPrefix.Length..]] : side;
}
