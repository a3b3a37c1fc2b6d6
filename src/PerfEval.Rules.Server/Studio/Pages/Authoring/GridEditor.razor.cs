using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PerfEval.Rules.Server.Studio.Controls;

namespace PerfEval.Rules.Server.Studio.Pages.Authoring;

/// <summary>A list of small objects (grades, bands, columns), or of the rows of a constant table; a block copied from a spreadsheet may be pasted into any cell.</summary>
public sealed partial class GridEditor : IAsyncDisposable
{
    private ImmutableArray<GridColumn> columns = [];
    private ElementReference host;
    private DotNetObjectReference<GridEditor>? self;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [Parameter, EditorRequired]
    public required DocumentTree Tree { get; set; }

    /// <summary>JSON Pointer of the list.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    /// <summary>The properties shown; empty for the rows of a table, whose columns lie beside them.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<string> Columns { get; set; }

    /// <summary>Name for a screen reader.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Raised with the whole list; null when it is empty.</summary>
    [Parameter]
    public EventCallback<JsonNode?> Changed { get; set; }

    private BrowserModule Module => field ??= new(Script, "studio/paste.js");

    private bool IsOfObjects => !Columns.IsEmpty;

    private int Count => (Tree.Find(Path) as JsonArray)?.Count ?? 0;

    protected override void OnParametersSet() =>
        columns = IsOfObjects ? GridColumn.OfProperties(Columns, Texts) : GridColumn.OfTable(Tree, ElementPlace.ListOf(Path), Texts);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        self = DotNetObjectReference.Create(this);
        await Module.CallAsync("takePaste", host, self);
    }

    /// <summary>Called by the browser: a block of cells, put in from a cell on.</summary>
    [JSInvokable]
    public Task Paste(int row, int column, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var list = Copy();
        var pasted = PastedCells.Read(text);
        for (var i = 0; i < pasted.Length; i++)
        {
            if (row + i == list.Count)
                list.Add(EmptyRow());
            for (var j = 0; j < pasted[i].Length && column + j < columns.Length; j++)
                Put(list[row + i], columns[column + j], columns[column + j].Read(ValueOf(columns[column + j], pasted[i][j])));
        }

        return Changed.InvokeAsync(list);
    }

    public async ValueTask DisposeAsync()
    {
        await Module.DisposeAsync();
        self?.Dispose();
    }

    private string CellAt(int row, GridColumn column) => Tree.TextAt($"{ElementPlace.In(Path, row)}/{column.Property}");

    private IEnumerable<(string Value, string Word)> ChoicesOf(GridColumn column) => column.Input == CellInput.Type
        ? ElementFields.CellTypes.Select(type => (type, Texts["Type." + type].Value))
        : [("true", Texts["Evaluate.Yes"].Value), ("false", Texts["Evaluate.No"].Value)];

    // A spreadsheet holds the words that are shown.
    private string ValueOf(GridColumn column, string pasted) => column.Input is CellInput.Type or CellInput.YesNo
        ? ChoicesOf(column).FirstOrDefault(choice => string.Equals(choice.Word, pasted, StringComparison.OrdinalIgnoreCase)).Value ?? pasted
        : pasted;

    private Task Set(int row, GridColumn column, string text)
    {
        var list = Copy();
        Put(list[row], column, column.Read(text));
        return Changed.InvokeAsync(list);
    }

    private static void Put(JsonNode? element, GridColumn column, JsonNode? value)
    {
        if (element is JsonObject owner && value is null)
            owner.Remove(column.Property);
        else if (element is JsonObject holder)
            holder[column.Property] = value;
        else if (element is JsonArray cells)
            Put(cells, ElementPlace.IndexOf(column.Property), value);
    }

    private static void Put(JsonArray cells, int column, JsonNode? value)
    {
        while (cells.Count <= column)
            cells.Add(null);
        cells[column] = value;
    }

    private JsonNode EmptyRow() => IsOfObjects ? new JsonObject() : new JsonArray([.. columns.Select(_ => (JsonNode?)null)]);

    private Task Add()
    {
        var list = Copy();
        list.Add(EmptyRow());
        return Changed.InvokeAsync(list);
    }

    private Task Remove(int row)
    {
        var list = Copy();
        list.RemoveAt(row);
        return Changed.InvokeAsync(list.Count == 0 ? null : list);
    }

    private JsonArray Copy() => Tree.Find(Path)?.DeepClone() as JsonArray ?? [];
}
