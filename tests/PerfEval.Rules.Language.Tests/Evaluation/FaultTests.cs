using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Tests.Evaluation;

public class FaultTests
{
    [Theory]
    [InlineData("1 + [|完成 / 计划|]", "计划=0, 完成=5", "除数为零：`完成 / 计划` = 5 / 0", "division by zero: `完成 / 计划` = 5 / 0")]
    [InlineData("[|支出 / 计划|]", "计划=0, 支出=3万元", "除数为零：`支出 / 计划` = 3万元 / 0", "division by zero: `支出 / 计划` = 3万元 / 0")]
    [InlineData("[|人数 / 完成 / 计划|] * 2", "计划=0, 完成=5, 人数=10", "除数为零：`人数 / 完成 / 计划` = 2 / 0", "division by zero: `人数 / 完成 / 计划` = 2 / 0")]
    [InlineData("min([|计划 * 计划|], 1)", "计划=79228162514264337593543950335", "数值超出范围：`计划 * 计划` = 79228162514264337593543950335 * 79228162514264337593543950335", null)]
    [InlineData("[|round(完成, 计划)|] + 1", "计划=21, 完成=5", "小数位数必须是 0 至 20 的整数：`round(完成, 计划)` = round(5, 21)", "digits must be a whole number from 0 to 20: `round(完成, 计划)` = round(5, 21)")]
    [InlineData("[|clamp(1, 计划, 0)|]", "计划=3", "下限大于上限：`clamp(1, 计划, 0)` = clamp(1, 3, 0)", null)]
    [InlineData("year([|date(计划, 13, 1)|])", "计划=2020", "没有这一天：`date(计划, 13, 1)` = date(2020, 13, 1)", null)]
    [InlineData("项目.Max(p => [|1 / (p.完成率 - 90%)|])", "", "除数为零：`1 / (p.完成率 - 90%)` = 1 / 0%", null)]
    public void A_failure_says_where_and_with_what_figures(string marked, string facts, string zh, string? en)
    {
        var text = MarkedText.Parse(marked);
        var expression = World.Compile(text.Text);
        var fault = expression.Evaluate(World.Facts(facts)).Fault;
        Assert.NotNull(fault);
        Assert.Equal(marked, MarkedText.Mark(text.Text, fault.Span));
        Assert.Equal(zh, fault.Message.Zh);
        if (en is not null)
            Assert.Equal(en, fault.Message.En);
    }

    [Fact]
    public void The_first_failure_is_the_one_that_is_told()
    {
        var fault = World.Compile("1 / 计划 + 2 / 计划").Evaluate(World.Facts("计划=0")).Fault;
        Assert.Equal("division by zero: `1 / 计划` = 1 / 0", fault?.Message.En);
    }

    [Fact]
    public void An_expression_with_an_error_fails_in_every_run()
    {
        var expression = World.CompileAny("没有这个名字 + 1");
        var frame = World.Facts("");
        Assert.False(expression.IsValid);
        Assert.True(expression.Evaluate(frame).IsFailed);
        Assert.True(expression.Explain(frame).Value.IsFailed);
        Assert.True(expression.FindBounds(new(frame, [])).MayFail);
    }

    [Theory]
    [InlineData("表1[27.5].金额", "no row with key `27.5` in 表1", "表1没有键为 `27.5` 的行")]
    [InlineData("项目.Where(p => p.完成率 > 5).Max(p => p.完成率)", "no rows in 项目", "项目没有行")]
    [InlineData("项目.First(p => p.完成率 > 5).完成率", "no rows in 项目 satisfy the condition", "项目没有满足条件的行")]
    public void What_is_missing_for_another_reason_than_being_left_out_says_why(string text, string en, string zh)
    {
        var gap = Assert.Single(World.Compile(text).Evaluate(World.Facts("")).Absence.Gaps);
        Assert.Equal((zh, en), (gap.Reason?.Zh, gap.Reason?.En));
    }

    [Fact]
    public void A_long_chain_is_evaluated_in_a_loop()
    {
        var text = string.Join(" + ", Enumerable.Repeat("1", 900));
        var expression = World.Compile(text);
        Assert.Equal(Value.Of(900m), expression.Evaluate(World.NewFrame()));
        Assert.Equal(Value.Of(900m), expression.Explain(World.NewFrame()).Value);
        Assert.Equal(Value.Of(900m), expression.FindBounds(new(World.NewFrame(), [])).ExactValue);
    }

    [Fact]
    public void The_known_path_allocates_nothing()
    {
        var expression = World.Compile("min(完成 / 计划, 1) * 6 + (执行率 switch { >= 90% => 2, _ => 0 }) + (甲 && 计划 > 3 ? 1 : 0)");
        var frame = World.Facts("计划=50, 完成=49, 执行率=95%, 甲=true");
        for (var i = 0; i < 100; i++)
            expression.Evaluate(frame);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            expression.Evaluate(frame);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
