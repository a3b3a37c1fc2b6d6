using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace PerfEval.Rules.Server.Studio.Pages.Authoring;

/// <summary>How the cells of a column are filled in.</summary>
internal enum CellInput
{
    Text,
    Number,
    YesNo,

    /// <summary>What another column can hold.</summary>
    Type,
}

/// <summary>A column of a list of small objects, or of the rows of a constant table.</summary>
/// <param name="Property">Of each object; for rows, the column's place from 0.</param>
/// <param name="Head">As it is shown.</param>
/// <param name="Unit">Of its figures, or empty.</param>
internal sealed record GridColumn(string Property, string Head, CellInput Input, string Unit = "")
{
    /// <summary>The properties of small objects.</summary>
    public static ImmutableArray<GridColumn> OfProperties(ImmutableArray<string> properties, Texts texts) =>
        [.. properties.Select(property => new GridColumn(property, texts["Field." + property], property switch { "Type" => CellInput.Type, "Name" or "Unit" => CellInput.Text, _ => CellInput.Number }))];

    /// <summary>The columns of a constant table, which lie beside its rows.</summary>
    public static ImmutableArray<GridColumn> OfTable(DocumentTree tree, string table, Texts texts) => tree.Find(table + "/Columns") is JsonArray list
        ? [.. list.Select((_, i) => OfColumn(tree, string.Create(CultureInfo.InvariantCulture, $"{table}/Columns/{i}"), i, texts))]
        : [];

    /// <summary>A text as the document holds it in this column; null: nothing.</summary>
    public JsonNode? Read(string text) => Input switch
    {
        CellInput.Number => DocumentTree.OfNumber(OfShare(text)),
        CellInput.YesNo => text.Length == 0 ? null : text is "true" or "false" ? JsonValue.Create(text == "true") : DocumentTree.OfText(text),
        _ => DocumentTree.OfText(text),
    };

    private static GridColumn OfColumn(DocumentTree tree, string path, int index, Texts texts)
    {
        var (name, unit) = (tree.TextAt(path + "/Name"), tree.TextAt(path + "/Unit"));
        var input = tree.TextAt(path + "/Type") switch { "Number" or "" => CellInput.Number, "Bool" => CellInput.YesNo, _ => CellInput.Text };
        return new(index.ToString(CultureInfo.InvariantCulture), unit.Length == 0 ? name : name + texts["Sheet.Aside", unit], input, unit);
    }

    // 95% as a spreadsheet shows it: 95 in a column of percents, elsewhere 0.95.
    private string OfShare(string text)
    {
        var share = text.Trim().TrimEnd('%', '\uFF05');
        return share.Length == text.Trim().Length ? text
            : Unit == "%" ? share
            : DocumentTree.OfNumber(share) is JsonValue value && value.TryGetValue<decimal>(out var number) ? (number / 100).ToString(CultureInfo.InvariantCulture)
            : text;
    }
}
