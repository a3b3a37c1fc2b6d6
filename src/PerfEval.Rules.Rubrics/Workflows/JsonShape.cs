using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Rubrics.Workflows;

/// <summary>
/// What type JSON has in the language: an object is a row, an array of objects a table of the union of their properties, an array of texts a set, any other array
/// a table with the column <c>value</c>. Numbers are decimal. null is missing, of the type that the same place has elsewhere.
/// </summary>
/// <param name="nothing">The type where a place is null throughout.</param>
internal sealed class JsonShape(ExpressionType nothing, ImmutableArray<WorkflowFault>.Builder faults)
{
    private const string Scalar = "value";

    /// <summary>The type that fits all the values of one place.</summary>
    public ExpressionType TypeOf(IReadOnlyList<JsonElement> values, string name, string path)
    {
        var known = values.Where(value => value.ValueKind != JsonValueKind.Null).ToList();
        if (known.Count == 0)
            return nothing;
        if (known.Select(KindOf).Distinct().Skip(1).Any())
            faults.Add(WorkflowFaults.BadInput(path, new($"`{name}` 的值类型不一", $"the values of `{name}` are of different types")));
        return known[0].ValueKind switch
        {
            JsonValueKind.Object => new RowType(TableOf(known, name, path)),
            JsonValueKind.Array => TypeOfItems([.. known.SelectMany(array => array.EnumerateArray())], name, path),
            JsonValueKind.String => ExpressionType.Text,
            JsonValueKind.Number => ExpressionType.Number,
            _ => ExpressionType.Bool,
        };
    }

    /// <summary>A value of a type that fits it.</summary>
    public Value ValueOf(JsonElement json, ExpressionType type, string name, string path) => (json.ValueKind, type) switch
    {
        (JsonValueKind.Object, RowType { Table: var table }) => Value.Of(RowOf(json, table, name, name, path)),
        (JsonValueKind.Array, TextSetType) => Value.Of([.. json.EnumerateArray().Select(item => item.GetString() ?? "")]),
        (JsonValueKind.Array, TableType table) => Value.Of(new Table(table, RowsOf(json, table, name, path))),
        (JsonValueKind.String, TextType) => Value.Of(json.GetString()!), // a text
        (JsonValueKind.Number, NumberType) => NumberOf(json, path),
        (JsonValueKind.True or JsonValueKind.False, BoolType) => Value.Of(json.GetBoolean()),
        _ => Value.Missing(Absence.Of(new(name))),
    };

    private static JsonValueKind KindOf(JsonElement value) => value.ValueKind == JsonValueKind.False ? JsonValueKind.True : value.ValueKind;

    private ExpressionType TypeOfItems(List<JsonElement> items, string name, string path)
    {
        if (items.Count > 0 && items.TrueForAll(item => item.ValueKind == JsonValueKind.String))
            return new TextSetType([]);
        var isOfObjects = items.Exists(item => item.ValueKind == JsonValueKind.Object);
        var type = TypeOf(items, name, path);
        return isOfObjects && type is RowType { Table: var table } ? table : new TableType(name, [new(Scalar, type)], KeyIndex: -1);
    }

    private TableType TableOf(List<JsonElement> objects, string name, string path)
    {
        var places = new Dictionary<string, List<JsonElement>>(StringComparer.Ordinal);
        foreach (var property in objects.SelectMany(item => item.EnumerateObject()))
        {
            var column = Names.Normalize(property.Name);
            if (!places.TryGetValue(column, out var values))
                places.Add(column, values = []);
            values.Add(property.Value);
        }

        return new(name, [.. places.Select(place => new Column(place.Key, TypeOf(place.Value, place.Key, $"{path}/{place.Key}")))], KeyIndex: -1);
    }

    private ImmutableArray<Row> RowsOf(JsonElement array, TableType table, string name, string path)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        foreach (var item in array.EnumerateArray())
        {
            var position = (rows.Count + 1).ToString(CultureInfo.InvariantCulture);
            var (label, place) = ($"{name}[{position}]", string.Create(CultureInfo.InvariantCulture, $"{path}/{rows.Count}"));
            rows.Add(item.ValueKind == JsonValueKind.Object
                ? RowOf(item, table, position, label, place)
                : new([.. table.Columns.Select(column => column.Name == Scalar ? ValueOf(item, column.Type, label, place) : Value.Missing(Absence.Of(new(label))))], position));
        }

        return rows.DrainToImmutable();
    }

    private Row RowOf(JsonElement json, TableType table, string label, string name, string path)
    {
        var cells = new Value[table.Columns.Length];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = Value.Missing(Absence.Of(new($"{name}.{table.Columns[i].Name}")));
        foreach (var property in json.EnumerateObject())
        {
            var column = Names.Normalize(property.Name);
            if (table.IndexOf(column) is >= 0 and var index)
                cells[index] = ValueOf(property.Value, table.Columns[index].Type, $"{name}.{column}", $"{path}/{column}");
        }

        return new([.. cells], label);
    }

    private Value NumberOf(JsonElement json, string path)
    {
        if (json.TryGetDecimal(out var number))
            return Value.Of(number);
        faults.Add(WorkflowFaults.BadInput(path, new("数字过大", "the number is too large")));
        return default;
    }
}
