using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>One row: a cell per column of its table's type, in that order; immutable by use.</summary>
/// <param name="Label">Its key or 1-based position, for messages: <c>网络</c>, <c>3</c>.</param>
public sealed record Row(ImmutableArray<Value> Cells, string Label);

/// <summary>A table's rows, in order, with the rows found by key. What is made on demand may be made twice by two threads: either result serves.</summary>
public sealed class Table
{
    private readonly Func<ImmutableArray<Row>>? make;
    private Row[]? rows;
    private Dictionary<Value, Row>? byKey;

    /// <summary>A table of these rows.</summary>
    public Table(TableType type, ImmutableArray<Row> rows)
    {
        Type = type;
        this.rows = ImmutableCollectionsMarshal.AsArray(rows);
    }

    /// <summary>A table whose rows are made when first asked for: most that only some expression might read are never read.</summary>
    public Table(TableType type, Func<ImmutableArray<Row>> make)
    {
        Type = type;
        this.make = make;
    }

    /// <summary>The columns.</summary>
    public TableType Type { get; }

    /// <summary>The rows in order.</summary>
    public ImmutableArray<Row> Rows => ImmutableCollectionsMarshal.AsImmutableArray(rows ??= ImmutableCollectionsMarshal.AsArray(make!())); // without rows there is a way to make them

    /// <summary>The first row whose key cell equals <paramref name="key"/>, or null.</summary>
    public Row? Find(Value key) => (byKey ??= Index(Type, Rows)).GetValueOrDefault(key);

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
