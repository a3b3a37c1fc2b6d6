using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PerfEval.Rules.Rubrics.Editing;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Server.Studio.Controls;
using PerfEval.Rules.Server.Studio.Pages.Authoring;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>编制: one draft under edit, with its trial beside it.</summary>
public sealed partial class AuthorPage : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private RubricKey key;
    private DraftDesk? desk;
    private Draft? draft;
    private DocumentTree? tree;
    private JsonEditor? textEditor;
    private ImmutableArray<StoredCase> cases = [];
    private TextAssistance textAssistance = TextAssistance.None;
    private Caller caller = Caller.Anonymous;
    private Submission? trial;
    private CompiledRubric? published;
    private string path = "";
    private string view = "form";

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter]
    public string Region { get; set; } = "";

    [Parameter]
    public int Year { get; set; }

    [Parameter]
    public string Scope { get; set; } = "";

    [Parameter]
    public string Name { get; set; } = "";

    [Inject]
    private RubricCatalogue Catalogue { get; set; } = null!; // injected before first use

    [Inject]
    private DraftStore Drafts { get; set; } = null!; // likewise

    [Inject]
    private Publication Publication { get; set; } = null!; // likewise

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // likewise

    [Inject]
    private TimeProvider Clock { get; set; } = null!; // likewise

    private bool MayEdit => draft is { State: DraftState.Editing } && Publication.MayWrite(caller, key);

    private IReadOnlyList<(string Name, string Text, int Count)> Views => [("form", Texts["Author.Form"], 0), ("text", Texts["Author.Text"], 0)];

    protected override async Task OnInitializedAsync()
    {
        key = new(Region, Year, Scope);
        caller = Caller.Of((await Authentication).User);
        draft = caller.Covers(Region) ? await Drafts.FindAsync(key.ToString(), Name, closing.Token) : null;
        if (draft is null)
        {
            Navigation.NotFound();
            return;
        }

        cases = await Drafts.ReadCasesAsync(draft.Id, closing.Token);
        published = draft.BaseVersion is { } version ? Catalogue.Find(key, version)?.Compiled : null;
        Lay(draft.Text);
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    private void Lay(string text)
    {
        desk = new(text);
        tree = DocumentTree.Read(text);
        path = FirstRule() ?? "";
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
        assistance.Clear();
    }

    private Task TypeText(string text)
    {
        desk!.Change(text, "text"); // the page is shown only with a desk
        return Changed();
    }

    private Task SetProperty((string Property, JsonNode? Value) change)
    {
        var place = $"{path}/{change.Property}";
        desk!.Change(RubricEdits.Set(desk.Text, place, DocumentTree.Write(change.Value)), place); // likewise
        return Changed();
    }

    private Task Add((string List, string Json) addition)
    {
        var count = (tree?.Find(addition.List) as JsonArray)?.Count ?? 0;
        desk!.Change(RubricEdits.Insert(desk.Text, addition.List, count, addition.Json), ""); // likewise
        path = ElementFields.Of($"{addition.List}/{count}").IsEmpty ? path : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{addition.List}/{count}");
        return Changed();
    }

    private Task Remove(string removed)
    {
        desk!.Change(RubricEdits.Remove(desk.Text, removed), ""); // likewise
        return Changed();
    }

    private Task Move((string Path, string List, int Index) move)
    {
        desk!.Change(RubricEdits.Move(desk.Text, move.Path, move.List, move.Index), ""); // likewise
        return Changed();
    }

    private Task Undo()
    {
        desk!.Undo(); // likewise
        return Changed();
    }

    private Task Redo()
    {
        desk!.Redo(); // likewise
        return Changed();
    }

    private Task Changed()
    {
        tree = DocumentTree.Read(desk!.Text) ?? tree; // likewise
        if (tree?.Find(path) is null)
            path = FirstRule() ?? "";
        return SaveSoonAsync();
    }

    private async Task KeepCase(StoredCase made)
    {
        await Publication.PutCaseAsync(caller, key, Name, made, closing.Token);
        cases = await Drafts.ReadCasesAsync(draft!.Id, closing.Token); // likewise
    }

    private async Task DropCase(string name)
    {
        await Publication.RemoveCaseAsync(caller, key, Name, name, closing.Token);
        cases = await Drafts.ReadCasesAsync(draft!.Id, closing.Token); // likewise
    }
}
