using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Tests.Binding;

/// <summary>The names that the binding cases use.</summary>
internal static class Declared
{
    public static TextType Grades { get; } = new() { Choices = ["优秀", "良好", "中等", "较差"] };

    public static TableType Projects { get; } = new(
        "项目",
        [
            new("名称", ExpressionType.Text),
            new("预算", ExpressionType.Money) { Format = new("万元") },
            new("完成率", ExpressionType.Number) { Format = new("%") },
            new("评级", Grades),
            new("已验收", ExpressionType.Bool),
            new("开工日", ExpressionType.Date),
        ],
        KeyIndex: 0);

    public static TableType Ledger { get; } = new(
        "台账",
        [new("行号", ExpressionType.Number), new("金额", ExpressionType.Money) { Format = new("元", 2) }, new("备注", ExpressionType.Text)],
        KeyIndex: 0);

    public static TableType Notes { get; } = new("记录", [new("内容", ExpressionType.Text), new("字数", ExpressionType.Number)], KeyIndex: -1);

    public static TableType Children { get; } = new("children", [new("code", ExpressionType.Text), new("score", ExpressionType.Number)], KeyIndex: 0);

    private static string[] Codes { get; } = ["LH1", "LH2", "LH15"];

    /// <summary>A scope with a fresh allocator of slots.</summary>
    public static Scope Scope()
    {
        var slots = new SlotAllocator();
        var children = new Symbol(SymbolKind.BuiltIn, "children", Children, slots.Next());
        var outer = new Scope(
            null,
            [.. Inputs(slots), children],
            slots,
            [new Lookup("score", children, 1, Codes.Contains, Codes)]);
        return new Scope(outer, [new(SymbolKind.Param, "得率", ExpressionType.Number.Inexact, slots.Next()) { Format = new("%") }], slots);
    }

    private static IEnumerable<Symbol> Inputs(SlotAllocator slots)
    {
        Symbol Input(string name, ExpressionType type, string? unit = null, int? digits = null) =>
            new(SymbolKind.Input, name, type, slots.Next()) { Format = unit is null ? null : new(unit, digits) };

        return
        [
            Input("预算数", ExpressionType.Money, "万元", 2),
            Input("执行数", ExpressionType.Money, "万元"),
            Input("结余", ExpressionType.Money, "元"),
            Input("人数", ExpressionType.Number, "人"),
            Input("编制", ExpressionType.Number, "人"),
            Input("比值", ExpressionType.Number),
            Input("执行率", ExpressionType.Number, "%", 1),
            Input("公开率", ExpressionType.Number, "%"),
            Input("单位名称", ExpressionType.Text),
            Input("等级", Grades),
            Input("上年等级", Grades),
            Input("类别", new TextSetType(["甲", "乙", "丙"])),
            Input("是否公开", ExpressionType.Bool),
            Input("开始日", ExpressionType.Date),
            Input("结束日", ExpressionType.Date),
            Input("项目", Projects),
            Input("台账", Ledger),
            Input("记录", Notes),
            new(SymbolKind.BuiltIn, "Year", ExpressionType.Number, slots.Next()),
            new(SymbolKind.BuiltIn, "Weight", ExpressionType.Number, slots.Next()),
            new(SymbolKind.BuiltIn, "row", new RowType(Ledger), slots.Next()),
        ];
    }
}
