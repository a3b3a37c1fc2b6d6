using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Server.Studio.Pages.Authoring;

namespace PerfEval.Rules.Server.Studio.Pages;

// A name is changed wherever it is used: in every expression, in the data on trial, and in the draft's cases.
public sealed partial class AuthorPage
{
    private static readonly string[] Declaring = ["/Inputs/", "/GlobalParams/", "/Tables/"];

    private async Task<Bilingual?> Rename(string place, string typed, int offset, string name)
    {
        if (PlaceOf(place, typed) is not { } found)
            return null;
        var use = found.Place.Expression.NameAt(offset);
        var renaming = found.Editor.Rename(found.Place.ToDocument(new TextSpan(offset, 0)).Start, name);
        if (renaming.Obstacle is { } obstacle)
            return obstacle;
        var carried = use is null ? null : new CarriedName(use.Table?.Name, use.Name, name);
        await InvokeAsync(async () =>
        {
            desk!.Change(found.Editor.With(renaming.Changes).Text, "", carried); // the page is shown only with a desk
            await Carry(carried);
            StateHasChanged();
        });
        return null;
    }

    /// <summary>The name of an input, param or table as the form changes it; false where this is no such change.</summary>
    private async Task<bool> TryRename((string Path, string Property, JsonNode? Value) change)
    {
        var old = tree!.TextAt(change.Path + "/Name"); // the page is shown only with a tree
        if (change.Property != "Name" || old.Length == 0 || change.Value?.ToString().Trim() is not { Length: > 0 } name || !Declaring.Any(list => change.Path.StartsWith(list, StringComparison.Ordinal)))
            return false;
        var renaming = desk!.Editor.Rename(old, name); // likewise
        hindrance = renaming.Obstacle;
        if (hindrance is not null)
            return true;
        var carried = new CarriedName(null, old, name);
        desk.Change(renaming.Changes, "", carried);
        await Carry(carried);
        return true;
    }

    private Task Undo() => Carry(desk!.Undo()); // likewise

    private Task Redo() => Carry(desk!.Redo()); // likewise

    // The desk has changed, and with it perhaps a name.
    private async Task Carry(CarriedName? carried)
    {
        if (carried is not null)
        {
            trialPanel?.Carry(text => Apply(text, carried.In(text)));
            foreach (var stored in cases)
            {
                var changes = carried.In(stored.Text);
                if (!changes.IsEmpty)
                    await KeepCase(stored with { Text = Apply(stored.Text, changes) });
            }
        }

        Changed();
    }

    private static string Apply(string text, ImmutableArray<TextChange> changes) =>
        changes.Reverse().Aggregate(text, (rest, change) => string.Concat(rest.AsSpan(0, change.Span.Start), change.NewText, rest.AsSpan(change.Span.End)));
}
