using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Tests.Evaluation;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Tests.Editing;

public sealed class HoverTests
{
    [Theory]
    [InlineData("预▮算数 + 1", "预算数 | input | money | 万元")]
    [InlineData("1 + 得率▮", "得率 | param | number | %")]
    [InlineData("row.金▮额", "台账.金额 | column | money | 元")]
    [InlineData("项目.Sum(p => p.完▮成率)", "项目.完成率 | column | number | %")]
    [InlineData("项目.Sum(▮p => p.完成率)", "p | each row | row of `项目` | ")]
    [InlineData("项目.Sum(p => ▮p.完成率", "p | each row | row of `项目` | ")]
    [InlineData("Wei▮ght * 2", "Weight | built-in name | number | ")]
    [InlineData("clam▮p(1, 2, 3)", "clamp(x, low, high) | function |  | ")]
    [InlineData("50万▮元", "50万元 | money |  | ")]
    [InlineData("1 ▮+ 2", null)]
    [InlineData("不存▮在", null)]
    public void The_word_under_the_pointer_is_described(string marked, string? expected)
    {
        var (edited, caret) = Carets.Parse(marked);
        var hover = edited.HoverAt(caret);
        Assert.Equal(expected, hover is null ? null : $"{hover.Title} | {hover.Kind.En} | {hover.Type?.En} | {hover.Unit}");
    }

    [Fact]
    public void Description_source_and_value_are_shown()
    {
        var symbol = new Symbol(SymbolKind.Input, "支出", ExpressionType.Money, 0) { Format = new("万元"), Description = "全年支出", Source = "决算表7" };
        var frame = new Frame(1);
        frame.Slots[0] = Value.Of(35_000m);
        var hover = new EditedExpression("支出", new(null, [symbol], new()), Expected.Anything, frame).HoverAt(0);
        Assert.Equal(("全年支出", "决算表7", "3.5万元"), (hover?.Description?.Zh, hover?.Source, hover?.Value));
    }

    [Fact]
    public void Overloads_are_shown_one_below_the_other()
    {
        var (edited, caret) = Carets.Parse("su▮m(1)");
        Assert.Equal(2, edited.HoverAt(caret)!.Title.Split('\n').Length);
    }

    [Theory]
    [InlineData("min(▮", "min(x, …)|min(table, value)", 0, 0)]
    [InlineData("min(1, 2, ▮", "min(x, …)|min(table, value)", 0, 0)]
    [InlineData("round(人数, ▮)", "round(x, digits?)", 0, 1)]
    [InlineData("clamp(1, min(2, 3), ▮", "clamp(x, low, high)", 0, 2)]
    [InlineData("clamp(1, (2 + ▮", "clamp(x, low, high)", 0, 1)]
    [InlineData("sum(项目, ▮", "sum(x, …)|sum(table, value)", 1, 1)]
    [InlineData("项目.Sum(▮", "sum(value)", 0, 0)]
    [InlineData("项目．Top（2，▮", "top(n, value)", 0, 1)]
    [InlineData("abs(1, ▮", "abs(x)", 0, -1)]
    [InlineData("score(▮", "score(code)", 0, 0)]
    [InlineData("人数 + ▮", null, 0, 0)]
    [InlineData("min(1, 2)▮", null, 0, 0)]
    public void The_call_around_the_caret_shows_its_parameters(string marked, string? labels, int active, int parameter)
    {
        var (edited, caret) = Carets.Parse(marked);
        var help = edited.SignatureAt(caret);
        Assert.Equal(labels, help is null ? null : string.Join('|', help.Signatures.Select(signature => signature.Label)));
        Assert.Equal((active, parameter), help is null ? (0, 0) : (help.Active, help.Parameter));
    }

    [Fact]
    public void Parameters_are_marked_in_the_label()
    {
        var (edited, caret) = Carets.Parse("round(▮");
        var signature = edited.SignatureAt(caret)!.Signatures[0];
        Assert.Equal(["x", "digits?"], signature.Parameters.Select(parameter => parameter.Span.Of(signature.Label).ToString()));
    }

    [Fact]
    public void The_value_of_every_sub_expression_is_shown_the_chosen_branch_marked()
    {
        var edited = new EditedExpression("支出 > 2万元 ? 支出 / 预算 : 0", new(null, World.Symbols, new SlotAllocator()), Expected.Anything, World.Facts("支出=3万元, 预算=4万元"));
        Assert.Equal(
            ["0 0.75", "1 true", "2 3万元", "1 0.75 chosen", "2 3万元", "2 4万元"],
            edited.ShowValues().Select(value => $"{value.Depth} {value.Text}{(value.IsChosen ? " chosen" : "")}"));
    }

    [Fact]
    public void Lambdas_and_missing_values_do_not_disturb_the_shown_values()
    {
        var edited = new EditedExpression("项目.Sum(p => p.执行数) / 预算", new(null, World.Symbols, Slots()), Expected.Anything, World.Facts(""));
        Assert.Equal(["?", "37万元", "[3]", "?"], edited.ShowValues().Select(value => value.Text));
    }

    private static SlotAllocator Slots()
    {
        var slots = new SlotAllocator();
        while (slots.Count < World.Symbols.Length)
            slots.Next();
        return slots;
    }
}
