using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Tests.Evaluation;

namespace PerfEval.Rules.Language.Tests.Editing;

public sealed class CompletionTests
{
    // Text with a caret; what must be among the offers; what must not.
    [Theory]
    [InlineData("▮", "预算数 执行率 得率 min score Year", "true")]
    [InlineData("执▮", "执行数 执行率", "预算数 min")]
    [InlineData("行率▮", "执行率", "预算数")]
    [InlineData("min(预▮ / 2, 1)", "预算数", "单位名称")]
    [InlineData("人数 + ▮", "编制 得率 项目 max", "单位名称 是否公开 开始日 contains")]
    [InlineData("人数 + ▮ )) ]", "编制", "单位名称")]
    [InlineData("是否公开 && ▮", "是否公开 执行率 any true", "")]
    [InlineData("（人数 ＋ ▮", "编制", "单位名称")]
    [InlineData("days(▮", "开始日 结束日 date", "人数 单位名称")]
    [InlineData("row.▮", "行号 金额 备注", "预算数 sum")]
    [InlineData("row.金▮ > 3", "金额", "行号")]
    [InlineData("row。▮", "行号 金额", "预算数")]
    [InlineData("项目.▮", "sum count where first", "预算 名称 min( 预算数")]
    [InlineData("项目.Sum(p => p.▮", "名称 预算 完成率", "预算数")]
    [InlineData("sum(项目, p => p.▮)", "名称 预算 完成率", "预算数")]
    [InlineData("项目.Where(p => p.已验收).Sum(q => q.▮", "预算 完成率", "预算数")]
    [InlineData("项目.Where(p => p.▮).Sum(q => q.", "已验收", "预算数")]
    [InlineData("项目.Where(p => 台账.Any(q => q.金额 > p.▮", "预算", "行号")]
    [InlineData("项目.Sum(▮", "p => p.预算|p => p.完成率", "p => p.名称")]
    [InlineData("项目.First(p => p.已验收).▮", "名称 评级", "sum")]
    [InlineData("项目[\"a\"].▮", "名称 评级", "sum")]
    [InlineData("等级 == ▮", "\"优秀\" \"较差\" 上年等级 单位名称", "人数")]
    [InlineData("▮ == 等级", "等级", "\"优秀\"")]
    [InlineData("等级 != \"▮\"", "优秀 良好", "等级")]
    [InlineData("等级 = “▮", "优秀 良好", "等级")]
    [InlineData("等级 is ▮", "\"优秀\" not null", "人数 _")]
    [InlineData("等级 is not ▮", "\"优秀\"", "人数")]
    [InlineData("等级 is \"优秀\" or ▮", "\"良好\"", "人数")]
    [InlineData("等级 switch { ▮", "\"优秀\" \"良好\" _ null", "人数")]
    [InlineData("等级 switch { \"优秀\" => 5, ▮", "\"良好\" \"中等\" _", "\"优秀\" 人数")]
    [InlineData("等级 switch { \"优秀\" => ▮", "人数 min", "\"良好\"")]
    [InlineData("执行率 switch { ▮", ">= < _", "人数")]
    [InlineData("执行率 switch { >= 90% ▮ => 5", "and or when", "switch 人数")]
    [InlineData("contains(类别, ▮)", "\"甲\" \"乙\"", "")]
    [InlineData("score(▮", "\"LH1\" \"LH15\"", "人数")]
    [InlineData("score(\"▮\")", "LH1 LH15", "人数")]
    [InlineData("执行率 ▮", "switch is >= &&", "人数")]
    [InlineData("执行率 sw▮", "switch", "人数 is")]
    [InlineData("是否公开 ? ▮", "人数 min", "")]
    [InlineData("人数 > 50▮", "", "人数 min")]
    [InlineData("人数 > 1 // 人▮\n", "", "人数")]
    [InlineData("单位名称 == \"人▮\"", "", "人数")]
    public void What_fits_is_offered_and_what_cannot_fit_is_not(string marked, string offered, string not)
    {
        var labels = Carets.Labels(marked);
        Assert.Empty(Split(offered).Except(labels));
        Assert.Empty(Split(not).Intersect(labels));
        if (offered.Length == 0)
            Assert.DoesNotContain("预算数", labels);
    }

    [Theory]
    [InlineData(Expected.Bool, "是否公开")]
    [InlineData(Expected.Table, "台账")]
    public void What_is_of_the_expected_type_comes_first(Expected expected, string first) => Assert.Equal(first, Carets.Labels("▮", expected)[0]);

    [Fact]
    public void Where_a_table_is_wanted_no_figure_is_offered() => Assert.Empty(Carets.Labels("▮", Expected.Table).Intersect(["人数", "min", "预算数", "sum"]));

    [Fact]
    public void An_input_comes_with_type_and_unit_and_a_value_when_there_is_one()
    {
        var edited = new EditedExpression("支", new(null, World.Symbols, new()), Expected.Anything, World.Facts("支出=3万元"));
        var item = edited.Complete(1).Items[0];
        Assert.Equal(("支出", CompletionKind.Input, "money", "万元", "3万元"), (item.Label, item.Kind, item.Type?.En, item.Unit, item.Value));
    }

    [Theory]
    [InlineData("表1[▮", "1|27")]
    [InlineData("表1[▮].金额", "1|27")]
    [InlineData("分值[▮", "\"优\"|\"良\"|\"差\"")]
    [InlineData("分值【▮", "\"优\"|\"良\"|\"差\"")]
    public void Keys_of_the_rows_are_offered(string marked, string keys)
    {
        var caret = marked.IndexOf(Carets.Sign, StringComparison.Ordinal);
        var edited = new EditedExpression(marked.Remove(caret, 1), new(null, World.Symbols, new()), Expected.Anything, World.NewFrame());
        Assert.Equal(keys.Split('|'), edited.Complete(caret).Items.Where(item => item.Kind == CompletionKind.Key).Select(item => item.InsertText));
    }

    [Theory]
    [InlineData("1 + 执▮行率", "执行率", "1 + [|执行率|]")]
    [InlineData("1 + ▮执行率", "人数", "1 + 人数[||]执行率")]
    [InlineData("mi▮", "min", "min([||])")]
    [InlineData("mi▮(1, 2)", "min", "min[||](1, 2)")]
    [InlineData("等级 == \"优▮\"", "优秀", "等级 == \"优秀\"[||]")]
    [InlineData("等级 == “优▮", "优秀", "等级 == \"优秀\"[||]")]
    [InlineData("项目.su▮", "sum", "项目.sum(p => p.[||])")]
    [InlineData("等级 sw▮", "switch", "等级 switch { [||] }")]
    public void An_offer_replaces_the_word_and_leaves_the_caret_where_typing_goes_on(string marked, string label, string expected)
    {
        var (edited, caret) = Carets.Parse(marked);
        var list = edited.Complete(caret);
        var item = list.Items.First(item => item.Label == label);
        var text = string.Concat(edited.Text.AsSpan(0, list.Replaced.Start), item.InsertText, edited.Text.AsSpan(list.Replaced.End));
        var at = list.Replaced.Start + item.InsertText.Length - item.CaretBack;
        Assert.Equal(expected.Replace("[|执行率|]", "执行率[||]", StringComparison.Ordinal), text.Insert(at, "[||]"));
    }

    // Every name offered for a place may stand there: put in, it is no unknown name.
    [Fact]
    public void What_is_offered_is_known_where_it_is_put()
    {
        foreach (var marked in (string[])["▮", "人数 + ▮", "项目.Sum(p => p.▮)", "row.▮", "sum(台账, z => z.▮)", "等级 == ▮", "等级 is ▮", "contains(类别, ▮)", "score(▮)"])
        {
            var (edited, caret) = Carets.Parse(marked);
            var list = edited.Complete(caret);
            foreach (var item in list.Items.Where(item => item.Kind is not (CompletionKind.Keyword or CompletionKind.Function)))
            {
                var put = Expression.Compile(string.Concat(edited.Text.AsSpan(0, list.Replaced.Start), item.InsertText, edited.Text.AsSpan(list.Replaced.End)), edited.Scope);
                Assert.DoesNotContain(put.Diagnostics, found => found.Message.En.Contains("unknown", StringComparison.Ordinal));
                Assert.DoesNotContain(put.Diagnostics, found => found.Code.StartsWith("PE00", StringComparison.Ordinal));
            }
        }
    }

    private static string[] Split(string list) => list.Split(list.Contains('|', StringComparison.Ordinal) ? '|' : ' ', StringSplitOptions.RemoveEmptyEntries);
}
