using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Tests.Evaluation;

/// <summary>The names that the evaluation tests use, and frames of facts for them. What facts do not name is missing; the tables are filled unless facts change them.</summary>
internal static class World
{
    private const int SlotCount = 256;
    private static readonly SlotAllocator Slots = new();

    public static TableType Projects { get; } = new(
        "项目",
        [
            new("名称", ExpressionType.Text),
            new("执行数", ExpressionType.Money) { Format = new("万元") },
            new("预算数", ExpressionType.Money) { Format = new("万元") },
            new("完成率", ExpressionType.Number) { Format = new("%") },
            new("已验收", ExpressionType.Bool),
        ],
        KeyIndex: 0);

    public static TableType Lines { get; } = new("表1", [new("栏", ExpressionType.Number), new("金额", ExpressionType.Money) { Format = new("万元") }], KeyIndex: 0);

    public static TableType Grades { get; } = new("分值", [new("等级", ExpressionType.Text), new("得分", ExpressionType.Number)], KeyIndex: 0);

    public static ImmutableArray<Symbol> Symbols { get; } =
    [
        Input("计划", ExpressionType.Number), Input("完成", ExpressionType.Number), Input("人数", ExpressionType.Number, new("人")),
        Input("执行率", ExpressionType.Number, new("%")), Input("预算", ExpressionType.Money, new("万元")), Input("支出", ExpressionType.Money, new("万元")),
        Input("甲", ExpressionType.Bool), Input("乙", ExpressionType.Bool), Input("部门", ExpressionType.Text),
        Input("等级", new TextType { Choices = ["优", "良", "差"] }), Input("措施", new TextSetType(["培训", "宣传", "检查"])),
        Input("开始", ExpressionType.Date), Input("结束", ExpressionType.Date), Input("项目", Projects),
        new(SymbolKind.Param, "率", new NumberType(Measure.Plain, IsInexact: true), Slots.Next()) { Format = new("%") },
        new(SymbolKind.Table, "表1", Lines, Slots.Next()), new(SymbolKind.Table, "分值", Grades, Slots.Next()),
    ];

    /// <summary>Compiles a text that must be valid. Lambdas get their slots behind those of the symbols, each text anew: tests run side by side.</summary>
    public static Expression Compile(string text)
    {
        var expression = CompileAny(text);
        Assert.True(expression.IsValid, $"{text}\n{string.Join('\n', expression.Diagnostics)}");
        return expression;
    }

    public static Expression CompileAny(string text)
    {
        var slots = new SlotAllocator();
        while (slots.Count < Symbols.Length)
            slots.Next();
        return Expression.Compile(text, new Scope(null, Symbols, slots));
    }

    public static Symbol Get(string name) => Symbols.Single(symbol => symbol.Name == name);

    /// <summary>Everything missing but the tables.</summary>
    public static Frame NewFrame()
    {
        var frame = new Frame(SlotCount);
        foreach (var symbol in Symbols)
            frame.Slots[symbol.Slot] = Value.Missing(Absence.Of(new(symbol.Name)));
        frame.Slots[Get("项目").Slot] = Value.Of(SomeProjects());
        frame.Slots[Get("表1").Slot] = Value.Of(new Table(Lines, [Row("1", Value.Of(1m), Value.Of(10_000m)), Row("27", Value.Of(27m), Value.Of(35_000m))]));
        frame.Slots[Get("分值").Slot] = Value.Of(new Table(Grades, [Row("优", Value.Of("优"), Value.Of(10m)), Row("良", Value.Of("良"), Value.Of(8m)), Row("差", Value.Of("差"), Value.Of(3m))]));
        return frame;
    }

    /// <summary>Facts such as <c>计划=50, 支出=3万元, 甲=true, 完成=≥90%, 项目[会议].完成率=?, 项目=none</c>.</summary>
    public static Frame Facts(string facts)
    {
        var frame = NewFrame();
        foreach (var fact in facts.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Set(frame, fact);
        return frame;
    }

    public static Row Row(string label, params ImmutableArray<Value> cells) => new(cells, label);

    private static void Set(Frame frame, string fact)
    {
        var (name, text) = (fact[..fact.IndexOf('=')], fact[(fact.IndexOf('=') + 1)..]);
        if (name.Contains('['))
        {
            SetCell(frame, name, text);
            return;
        }

        var symbol = Get(name);
        frame.Slots[symbol.Slot] = text == "none" ? Value.Of(new Table((TableType)symbol.Type, [])) : Read(name, text, symbol.Type);
    }

    private static void SetCell(Frame frame, string name, string text)
    {
        var slot = Get(name[..name.IndexOf('[')]).Slot;
        var table = frame.Slots[slot].Table!;
        var (key, column) = (name[(name.IndexOf('[') + 1)..name.IndexOf(']')], table.Type.IndexOf(name[(name.IndexOf('.') + 1)..]));
        var rows = table.Rows.Select(row => row.Label == key ? row with { Cells = row.Cells.SetItem(column, Read(name, text, table.Type.Columns[column].Type)) } : row);
        frame.Slots[slot] = Value.Of(new Table(table.Type, [.. rows]));
    }

    private static Value Read(string name, string text, ExpressionType type) => text[0] switch
    {
        '?' => Value.Missing(Absence.Of(new(name))),
        '≥' => Value.Missing(Absence.Of(new(name, null, Interval.Closed(Number(text[1..]), null), IsBound: true))),
        '<' => Value.Missing(Absence.Of(new(name, null, new(null, false, Number(text[1..]), true), IsBound: true))),
        '[' => Value.Missing(Absence.Of(new(name, null, Interval.Closed(Number(text[1..text.IndexOf("..", StringComparison.Ordinal)]), Number(text[(text.IndexOf("..", StringComparison.Ordinal) + 2)..^1]))))),
        _ => ReadKnown(text, type),
    };

    private static Value ReadKnown(string text, ExpressionType type) => type switch
    {
        NumberType => Value.Of(Number(text)),
        BoolType => Value.Of(bool.Parse(text)),
        DateType => Value.Of(DateOnly.Parse(text, CultureInfo.InvariantCulture)),
        TextSetType => Value.Of([.. text.Split('+', StringSplitOptions.RemoveEmptyEntries)]),
        _ => Value.Of(text),
    };

    private static decimal Number(string text)
    {
        var unit = text.TrimStart('-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return decimal.Parse(text[..^unit.Length], CultureInfo.InvariantCulture) * Units.Scale(unit);
    }

    private static Table SomeProjects() => new(Projects, [Project("培训", 20, 20, 100, true), Project("会议", 9, 10, 90, false), Project("设备", 8, 10, 80, true)]);

    private static Row Project(string name, decimal spent, decimal budget, decimal done, bool isAccepted) =>
        Row(name, Value.Of(name), Value.Of(spent * 10_000), Value.Of(budget * 10_000), Value.Of(done / 100), Value.Of(isAccepted));

    private static Symbol Input(string name, ExpressionType type, NumberFormat? format = null) =>
        new(SymbolKind.Input, name, type, Slots.Next()) { Format = format };
}
