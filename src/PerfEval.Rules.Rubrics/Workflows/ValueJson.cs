using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Rubrics.Workflows;

/// <summary>Values of the language as JSON.</summary>
internal static class ValueJson
{
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null for what is missing or failed; a row is an object, a table an array of them.</summary>
    public static JsonNode? Of(Value value, ExpressionType type) => (value.Kind, type) switch
    {
        (ValueKind.Number, _) => JsonValue.Create(Decimals.Trim(value.Number)),
        (ValueKind.Bool, _) => JsonValue.Create(value.IsTrue),
        (ValueKind.Text, _) => JsonValue.Create(value.Text),
        (ValueKind.Date, _) => JsonValue.Create(value.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        (ValueKind.TextSet, _) => new JsonArray([.. value.TextSet.Select(text => JsonValue.Create(text))]),
        (ValueKind.Row, RowType { Table: var table }) => Of(value.Row!, table), // by its kind
        (ValueKind.Table, TableType table) => new JsonArray([.. value.Table!.Rows.Select(row => Of(row, table))]), // likewise
        _ => null,
    };

    private static JsonObject Of(Row row, TableType table) =>
        new(table.Columns.Select((column, i) => KeyValuePair.Create(column.Name, Of(row.Cells[i], column.Type))));
}
