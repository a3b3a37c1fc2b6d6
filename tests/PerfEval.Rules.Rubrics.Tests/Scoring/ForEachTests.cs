using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Rubrics.Tests.Scoring;

public sealed class ForEachTests : ScoringTests
{
    private static string Rubric(string rule) => $$"""
        "Inputs": [{"Name": "指标", "Type": "Table", "Key": "名", "Columns": [
          {"Name": "名", "Type": "Text"}, {"Name": "分值", "Type": "Number"}, {"Name": "目标", "Type": "Number"}, {"Name": "完成", "Type": "Number", "Min": 0}]}],
        "Rules": [{"RuleName": "产出", "Code": "产出", "Weight": 100, "Rules": [{{rule}}]}]
        """;

    private const string PerRow = """{"RuleName": "$(row.名)", "Code": "R", "ForEach": "指标", "Weight": "row.分值", "Score": "Weight * min(1, row.完成 / row.目标)"}""";

    [Theory]
    [InlineData("""{"指标": [{"名": "a", "分值": 40, "目标": 2, "完成": 1}, {"名": "b", "分值": 60, "目标": 1, "完成": 3}]}""", "80 | 产出 80 | R[a] 20 | R[b] 60")]
    [InlineData("""{"指标": [{"名": "a", "分值": 40, "目标": 2, "完成": 1}, {"名": "b", "分值": 50, "目标": 1, "完成": 3}]}""", "? [0..100] | 产出 failed [0..100] | R[a] 20 | R[b] 50")]
    [InlineData("""{"指标": [{"名": "a", "分值": 40, "目标": 2}, {"名": "b", "分值": 60, "目标": 1, "完成": 3}]}""", "? [60..100] | 产出 ? [60..100] 指标[a].完成 | R[a] ? [0..40] 指标[a].完成 | R[b] 60")]
    [InlineData("""{"指标": []}""", "null | 产出 n/a | R n/a")]
    [InlineData("{}", "? [0..100] | 产出 ? [0..100] 指标 | R ? [0..100] 指标")]
    public void A_rule_is_repeated_per_row(string data, string expected) => Check(Rubric(PerRow), data, expected);

    [Fact]
    public void Local_params_and_children_follow_the_row()
    {
        const string Rule = """
            {"RuleName": "$(row.名)", "Code": "$(row.名)", "ForEach": "指标", "Weight": "row.分值", "LocalParams": [{"Name": "率", "Expression": "row.完成 / row.目标"}],
             "Score": "sum(children, c => c.score)", "Rules": [{"RuleName": "x", "Code": "x", "Weight": 10, "Score": "率 * Weight"}, {"RuleName": "y", "Code": "y", "Weight": 20, "Score": "率 * Weight"}]}
            """;
        Check(
            Rubric(Rule),
            """{"指标": [{"名": "a", "分值": 40, "目标": 2, "完成": 1}, {"名": "b", "分值": 60, "目标": 1, "完成": 1}]}""",
            "45 | 产出 45 | a 15 | x[a] 5 | y[a] 10 | b 30 | x[b] 10 | y[b] 20");
    }

    [Fact]
    public void The_row_is_named_in_what_is_shown()
    {
        var card = Score(Rubric(PerRow), """{"指标": [{"名": "a", "分值": 100, "目标": 4, "完成": 1}]}""");
        var row = card.Rules[0].Rules[0];
        Assert.Equal("a", row.Name);
        Assert.Equal(RuleStatus.Scored, row.Status);
        Assert.Equal(75, row.PointsLost);
        Assert.Contains("完成 1", row.Why.Zh, StringComparison.Ordinal);
    }
}
