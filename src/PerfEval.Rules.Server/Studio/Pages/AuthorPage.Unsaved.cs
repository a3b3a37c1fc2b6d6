using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PerfEval.Rules.Rubrics.Editing;
using PerfEval.Rules.Server.Studio.Controls;
using PerfEval.Rules.Server.Studio.Pages.Authoring;

namespace PerfEval.Rules.Server.Studio.Pages;

// What is typed while the server is gone stays in the browser; when the page is back, it is offered. What is known to be stored is let go there.
public sealed partial class AuthorPage
{
    // Places in the document whose text was typed in an editor since the last save; empty: all of it.
    private readonly HashSet<string> heard = new(StringComparer.Ordinal);

    private ElementReference root;
    private string? keptFor;
    private string? shownPath;
    private UnsavedText? unsaved;

    private BrowserModule Keeping => field ??= new(Script, "Studio/Pages/AuthorPage.razor.js");

    private string KeptUnder => $"{draft!.Id}/{Caller.Actor.Id}"; // asked for only with a draft

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Keeping.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (desk is null || draft is null)
            return;
        if (shownPath != path)
        {
            shownPath = path;
            await Keeping.CallAsync("showPlace", path);
        }

        if (!MayEdit || keptFor == KeptUnder)
            return;
        var isFirst = keptFor is null;
        keptFor = KeptUnder;
        if (isFirst)
            await Keeping.HoldAsync("keep", "leave", root);
        if (await Keeping.AskAsync<KeptText[]>("find", KeptUnder) is not { Length: > 0 } found)
            return;
        var left = found.Where(kept => kept.Text != TextAt(kept.Place)).ToImmutableArray();
        unsaved = left.IsEmpty ? null : new(left, Restored(left), left.Any(kept => kept.Revision != draft.Revision));
        if (unsaved is null)
            await Keeping.CallAsync("forget", KeptUnder);
        StateHasChanged();
    }

    private string TextAt(string place) => place.Length == 0 ? desk!.Text : tree!.TextAt(place); // the page is shown only with both

    // The whole first: a place in it was typed at apart from it.
    private string Restored(ImmutableArray<KeptText> left) => left.OrderBy(kept => kept.Place.Length).Aggregate(desk!.Text, Restore); // likewise

    // Where the element is gone, there is no place for what was typed in it.
    private static string Restore(string text, KeptText kept)
    {
        if (kept.Place.Length == 0)
            return kept.Text;
        var document = DocumentTree.Read(text);
        return document?.Find(kept.Place[..kept.Place.LastIndexOf('/')]) is null
            ? text
            : RubricEditor.Open(text).With(RubricEdits.Set(text, kept.Place, DocumentTree.Write(DocumentTree.OfText(kept.Text)))).Text;
    }

    private void RestoreUnsaved()
    {
        var left = unsaved!.Left; // the button is shown only with it
        unsaved = null;
        heard.UnionWith(left.Select(kept => kept.Place));
        desk!.Change(Restored(left), ""); // likewise
        Changed();
    }

    private async Task DropUnsaved()
    {
        unsaved = null;
        await Keeping.CallAsync("forget", KeptUnder);
    }

    // All that was heard is stored now; what was typed since has another mark, and stays.
    private async Task SettleAsync()
    {
        if (heard.Count == 0)
            return;
        var marks = heard.ToDictionary(place => place, place => MarkOf(TextAt(place)));
        heard.Clear();
        try
        {
            await Keeping.CallAsync("settle", KeptUnder, marks);
        }
        catch (JSDisconnectedException)
        {
            // Nothing is left to be let go, or it is found to be stored when it is looked at again.
        }
    }

    // As AuthorPage.razor.js computes it.
    private static uint MarkOf(string text) => text.Aggregate(2166136261u, (mark, unit) => unchecked((mark ^ unit) * 16777619u));

    /// <param name="Place">JSON Pointer; empty: the whole document.</param>
    /// <param name="Revision">That of the draft as it was typed.</param>
    private sealed record KeptText(string Place, string Text, long Revision);

    /// <param name="IsOlder">Whether the draft has been saved since.</param>
    private sealed record UnsavedText(ImmutableArray<KeptText> Left, string Restored, bool IsOlder);
}
