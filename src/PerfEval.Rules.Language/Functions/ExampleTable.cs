using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Functions;

/// <summary>The table that the examples of table functions read.</summary>
internal static class ExampleTable
{
    public static TableType Type { get; } = new(
        "项目",
        [
            new("名称", ExpressionType.Text),
            new("预算数", ExpressionType.Money) { Format = new("万元") },
            new("执行数", ExpressionType.Money) { Format = new("万元") },
            new("完成率", ExpressionType.Number) { Format = new(Units.Percent) },
        ],
        KeyIndex: 0);

    public static ImmutableArray<Row> Rows { get; } =
    [
        NewRow("网络", 100_000, 80_000, 0.8m),
        NewRow("培训", 200_000, 200_000, 1),
        NewRow("会议", 100_000, 90_000, 0.9m),
    ];

    /// <summary>The scope of the examples, and the slot of the table in it.</summary>
    public static (Scope Scope, int Slot) NewScope()
    {
        var slots = new SlotAllocator();
        var symbol = new Symbol(SymbolKind.Table, Type.Name, Type, slots.Next());
        return (new(null, [symbol], slots), symbol.Slot);
    }

    private static Row NewRow(string name, decimal budget, decimal spent, decimal done) =>
        new([Value.Of(name), Value.Of(budget), Value.Of(spent), Value.Of(done)], name);
}
