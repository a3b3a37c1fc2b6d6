using System.Collections.Immutable;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>One row: a cell per column of its table's type, in that order; immutable by use.</summary>
/// <param name="Label">Its key or 1-based position, for messages: <c>网络</c>, <c>3</c>.</param>
public sealed record Row(ImmutableArray<Value> Cells, string Label);

/// <summary>A table's rows, in order, with the rows found by key.</summary>
public sealed class Table(TableType type, ImmutableArray<Row> rows)
{
    private readonly Lazy<Dictionary<Value, Row>> byKey = new(() => Index(type, rows));

    /// <summary>The columns.</summary>
    public TableType Type { get; } = type;

    /// <summary>The rows in order.</summary>
    public ImmutableArray<Row> Rows { get; } = rows;

    /// <summary>The first row whose key cell equals <paramref name="key"/>, or null.</summary>
    public Row? Find(Value key) => byKey.Value.GetValueOrDefault(key);

    private static Dictionary<Value, Row> Index(TableType type, ImmutableArray<Row> rows)
    {
        var index = new Dictionary<Value, Row>();
        if (type.KeyIndex >= 0)
        {
            foreach (var row in rows)
                index.TryAdd(row.Cells[type.KeyIndex], row);
        }

        return index;
    }
}
