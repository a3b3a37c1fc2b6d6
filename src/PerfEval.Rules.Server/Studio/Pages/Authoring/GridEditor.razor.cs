using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;

namespace PerfEval.Rules.Server.Studio.Pages.Authoring;

/// <summary>A list of small objects (grades, bands, columns), or of the rows of a constant table.</summary>
public sealed partial class GridEditor
{
    private ImmutableArray<string> columns = [];

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

    private bool IsOfObjects => !Columns.IsEmpty;

    private int Count => (Tree.Find(Path) as JsonArray)?.Count ?? 0;

    protected override void OnParametersSet() => columns = IsOfObjects ? Columns : ColumnsBeside();

    private string HeadOf(string column) => IsOfObjects ? Texts["Field." + column].Value : column;

    private ImmutableArray<string> ColumnsBeside()
    {
        var beside = Path[..Path.LastIndexOf('/')] + "/Columns";
        return Tree.Find(beside) is JsonArray list ? [.. list.Select((_, i) => Tree.TextAt(At(beside, i) + "/Name"))] : [];
    }

    private string CellAt(int row, int column) => Tree.TextAt(At(Path, row) + "/" + (IsOfObjects ? columns[column] : column.ToString(CultureInfo.InvariantCulture)));

    private Task Set(int row, int column, string text)
    {
        var list = Copy();
        var value = IsOfObjects && columns[column] is "Name" or "Type" or "Unit" ? DocumentTree.OfText(text) : DocumentTree.OfNumber(text);
        if (list[row] is JsonObject element && value is null)
            element.Remove(columns[column]);
        else if (list[row] is JsonObject owner)
            owner[columns[column]] = value;
        else if (list[row] is JsonArray cells)
            Put(cells, column, value);
        return Changed.InvokeAsync(list);
    }

    private static void Put(JsonArray cells, int column, JsonNode? value)
    {
        while (cells.Count <= column)
            cells.Add(null);
        cells[column] = value;
    }

    private Task Add()
    {
        var list = Copy();
        list.Add(IsOfObjects ? new JsonObject() : new JsonArray([.. columns.Select(_ => (JsonNode?)null)]));
        return Changed.InvokeAsync(list);
    }

    private Task Remove(int row)
    {
        var list = Copy();
        list.RemoveAt(row);
        return Changed.InvokeAsync(list.Count == 0 ? null : list);
    }

    private JsonArray Copy() => Tree.Find(Path)?.DeepClone() as JsonArray ?? [];

    private static string At(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}/{index}");
}
