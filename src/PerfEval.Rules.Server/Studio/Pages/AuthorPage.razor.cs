using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Editing;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Server.Studio.Controls;
using PerfEval.Rules.Server.Studio.Pages.Authoring;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>编制: one draft under edit, with its trial beside it.</summary>
public sealed partial class AuthorPage
{
    private DraftDesk? desk;
    private Draft? draft;
    private DocumentTree? tree;
    private JsonEditor? textEditor;
    private TrialPanel? trialPanel;
    private ImmutableArray<StoredCase> cases = [];
    private TextAssistance textAssistance = TextAssistance.None;
    private Submission? trial;
    private CompiledRubric? published;
    private string path = "";
    private string view = "form";
    private string? fault;
    private Bilingual? hindrance;

    [Parameter]
    public string Name { get; set; } = "";

    /// <summary>What of the document is chosen, as a JSON Pointer; absent: the first indicator.</summary>
    [SupplyParameterFromQuery]
    public string? At { get; set; }

    private bool MayEdit => draft is { State: DraftState.Editing } && Publication.MayWrite(Caller, Key);

    private protected override string Item => Name;

    private IReadOnlyList<(string Name, string Text, int Count)> Views => [("form", Texts["Author.Form"], 0), ("text", Texts["Author.Text"], 0)];

    private protected override async Task<bool> OpenAsync()
    {
        draft = Caller.Covers(Region) ? await Drafts.FindAsync(Key.ToString(), Name, Closing) : null;
        if (draft is null)
            return false;
        cases = await Drafts.ReadCasesAsync(draft.Id, Closing);
        published = draft.BaseVersion is { } version ? Catalogue.Find(Key, version)?.Compiled : null;
        Lay(draft.Text);
        return true;
    }

    private void Lay(string text)
    {
        desk = new(text, Scripts.Compiler);
        tree = DocumentTree.Read(text) ?? DocumentTree.Empty;
        view = desk.IsReadable ? view : "text"; // only there a text that is none can be mended
        path = At is { } place && (!desk.IsReadable || tree.Find(place) is not null) && !ElementFields.Of(place).IsEmpty ? place : FirstRule() ?? "";
        assistanceOf = AssistPlaces();
        textAssistance = new() { Open = typed => EditedText.Of(desk.Editor.WithText(typed)), ShowDefinition = (typed, offset) => Show(desk.Editor.WithText(typed).DefinitionAt(offset)) };
    }

    private string? FirstRule()
    {
        var at = "/Rules/0";
        while (tree?.Find(at + "/Rules/0") is not null)
            at += "/Rules/0";
        return tree?.Find(at) is null ? null : at;
    }

    private void Choose(string chosen) => path = chosen;

    // Of what is gone: what came before it, else what it lay in.
    private string Nearest(string place)
    {
        while (tree?.Find(place) is null && place.Length > 0)
            place = ElementPlace.Before(place) ?? ElementFields.ElementOf(ElementPlace.ListOf(place));
        return place;
    }

    // A place in the document: its form where it has one, and the caret in the text tab.
    private async Task Show(Declaration? declaration)
    {
        if (declaration is null)
            return;
        if (view == "text" && textEditor is not null)
            await textEditor.RevealAsync(declaration.Span);
        else
            path = ElementFields.ElementOf(declaration.Path);
        StateHasChanged();
    }

    private Task ShowProblem(DocumentProblem problem) => Show(new(problem.Path, problem.Span));

    // Editors look again when their assistance is another one.
    private void SetTrial(Submission? submission)
    {
        trial = submission;
        assistanceOf = AssistPlaces();
    }

    private void TypeText(string text)
    {
        heard.Add("");
        desk!.Change(text, "text"); // the page is shown only with a desk
        Changed();
    }

    private async Task SetProperty((string Path, string Property, JsonNode? Value) change)
    {
        if (await TryRename(change))
            return;
        var place = $"{change.Path}/{change.Property}";
        heard.Add(place);
        var changes = RubricEdits.Set(desk!.Text, place, DocumentTree.Write(change.Value)); // likewise
        desk.Change(opened is { } known && known.Basis == desk.Editor && known.Editor.Text == Apply(desk.Text, changes) ? known.Editor : desk.Editor.With(changes), place);
        Changed();
    }

    // One step to undo; the last that was added is then edited.
    private void Add(ImmutableArray<(string List, string Json)> additions)
    {
        var editor = desk!.Editor; // likewise
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (list, json) in additions)
        {
            var count = counts.GetValueOrDefault(list, (tree?.Find(list) as JsonArray)?.Count ?? 0);
            counts[list] = count + 1;
            editor = editor.With(RubricEdits.Insert(editor.Text, list, count, json));
            path = string.Create(CultureInfo.InvariantCulture, $"{list}/{count}");
        }

        desk.Change(editor.Text, "");
        Changed();
    }

    private void Remove(string removed)
    {
        desk!.Change(RubricEdits.Remove(desk.Text, removed), ""); // likewise
        Changed();
    }

    // What was moved stays chosen.
    private void Move((string Path, string List, int Index) move)
    {
        var before = desk!.Text; // likewise
        desk.Change(RubricEdits.Move(before, move.Path, move.List, move.Index), "");
        if (desk.Text != before)
            path = ElementPlace.AfterMove(move.Path, move.List, move.Index);
        Changed();
    }

    private void Changed()
    {
        hindrance = null;
        if (DocumentTree.Read(desk!.Text) is { } read) // likewise
        {
            tree = read;
            path = Nearest(path);
        }

        _ = SaveSoonAsync(); // nobody waits for that: the editor's next question least of all
    }
}
