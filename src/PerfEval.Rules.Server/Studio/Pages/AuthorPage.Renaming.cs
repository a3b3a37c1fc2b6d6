using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Editing;

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
        desk!.Change(found.Editor.With(renaming.Changes).Text, ""); // the page is shown only with a desk
        await InvokeAsync(() => ChangeCases(text => use switch
        {
            { Table: { } table } => CaseRenaming.RenameColumn(text, table.Name, use.Name, name),
            not null => CaseRenaming.Rename(text, use.Name, name),
            _ => [],
        }));
        await InvokeAsync(Changed);
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
        desk.Change(renaming.Changes, "");
        await ChangeCases(text => CaseRenaming.Rename(text, old, name));
        await Changed();
        return true;
    }

    private async Task ChangeCases(Func<string, ImmutableArray<TextChange>> find)
    {
        trialPanel?.Carry(text => Apply(text, find(text)));
        foreach (var stored in cases)
        {
            var changes = find(stored.Text);
            if (!changes.IsEmpty)
                await KeepCase(stored with { Text = Apply(stored.Text, changes) });
        }
    }

    private static string Apply(string text, ImmutableArray<TextChange> changes) =>
        changes.Reverse().Aggregate(text, (rest, change) => string.Concat(rest.AsSpan(0, change.Span.Start), change.NewText, rest.AsSpan(change.Span.End)));
}
