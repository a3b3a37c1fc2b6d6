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

    private const string Quarter = """{"RuleName": "$(row.名)", "Code": "R", "ForEach": "指标", "Weight": 25, "Score": "row.完成"}""";

    [Theory]
    [InlineData(4, "40 | 产出 40 | R[a] 10 | R[b] 10 | R[c] 10 | R[d] 10")]
    [InlineData(3, "? [0..100] | 产出 failed [0..100] | R[a] 10 | R[b] 10 | R[c] 10")]
    public void A_weight_that_is_a_number_is_that_of_each_row(int rows, string expected) =>
        Check(Rubric(Quarter), $$"""{"指标": [{{string.Join(',', "abcd"[..rows].Select(name => $$"""{"名": "{{name}}", "完成": 10}"""))}}]}""", expected);

    [Fact]
    public void A_parent_that_leaves_its_weight_to_rows_has_what_they_have()
    {
        var card = Score(Rubric(Quarter).Replace("\"Weight\": 100, ", "", StringComparison.Ordinal), """{"指标": [{"名": "a", "完成": 10}, {"名": "b", "完成": 10}, {"名": "c", "完成": 10}, {"名": "d", "完成": 10}]}""");
        Assert.Equal((40m, 100m, 60m), (card.Total, card.Rules[0].Weight, card.Rules[0].PointsLost));
    }

    [Fact]
    public void The_residue_of_a_division_keeps_no_rows_from_adding_up() =>
        Check(
            Rubric("""{"RuleName": "$(row.名)", "Code": "R", "ForEach": "指标", "Weight": "100 / count(指标)", "Score": "10"}"""),
            """{"指标": [{"名": "a"}, {"名": "b"}, {"名": "c"}]}""",
            "30 | 产出 30 | R[a] 10 | R[b] 10 | R[c] 10");

    [Theory]
    [InlineData(20, "? [0..30]/30 | 产出 failed [0..30] | a failed [0..20] | x[a] 5 | y[a] 5 | b 10 | x[b] 5 | y[b] 5")]
    [InlineData(10, "20/20 | 产出 20 | a 10 | x[a] 5 | y[a] 5 | b 10 | x[b] 5 | y[b] 5")]
    public void The_parts_of_a_row_add_up_to_its_weight(int weight, string expected)
    {
        const string Rule = """
            {"RuleName": "$(row.名)", "Code": "$(row.名)", "ForEach": "指标", "Weight": "row.分值", "Rules": [
              {"RuleName": "x", "Code": "x", "Weight": 5, "Score": "5"}, {"RuleName": "y", "Code": "y", "Weight": 5, "Score": "5"}]}
            """;
        var rubric = Rubric(Rule).Replace("\"Weight\": 100, \"Rules\"", $"\"Weight\": {weight + 10}, \"Rules\"", StringComparison.Ordinal);
        Check("\"FullScore\": " + (weight + 10) + ", " + rubric, $$"""{"指标": [{"名": "a", "分值": {{weight}}}, {"名": "b", "分值": 10}]}""", expected);
    }

    [Theory]
    [InlineData(60, "50 | R[a] 20 | R[b] 30")]
    [InlineData(50, "? [0..100] | R[a] failed [0..40] | R[b] failed [0..50]")]
    public void Rows_at_the_top_add_up_to_the_full_score(int weight, string expected)
    {
        var rubric = Rubric(PerRow);
        Check(
            rubric[..rubric.IndexOf("\"Rules\"", StringComparison.Ordinal)] + $"\"Rules\": [{PerRow}]",
            $$"""{"指标": [{"名": "a", "分值": 40, "目标": 2, "完成": 1}, {"名": "b", "分值": {{weight}}, "目标": 2, "完成": 1}]}""",
            expected);
    }

    [Fact]
    public void A_row_whose_weight_is_missing_may_have_all_that_the_others_leave() =>
        Check(
            Rubric(PerRow),
            """{"指标": [{"名": "a", "目标": 2, "完成": 1}, {"名": "b", "分值": 60, "目标": 1, "完成": 3}]}""",
            "? [60..100] | 产出 ? [60..100] 指标[a].分值 | R[a] ? [0..100] 指标[a].分值 | R[b] 60");

    [Theory]
    [InlineData("""{"指标": []}""", "50 | 产出 50 | A 50/100 | R n/a")]
    [InlineData("""{"指标": [{"名": "a", "分值": 40, "目标": 1, "完成": 1}]}""", "70 | 产出 70 | A 30 | R[a] 40")]
    public void The_weight_of_rows_that_are_none_goes_to_the_siblings(string data, string expected) =>
        Check(Rubric("""{"RuleName": "A", "Code": "A", "Weight": 60, "Score": "30"}, """ + PerRow.Replace("\"ForEach\"", "\"WhenNotApplicable\": \"Redistribute\", \"ForEach\"", StringComparison.Ordinal)), data, expected);

    [Fact]
    public void While_the_rows_are_missing_whoever_shares_their_weight_is_open() =>
        Check(
            Rubric("""{"RuleName": "A", "Code": "A", "Weight": 60, "Score": "30"}, """ + PerRow.Replace("\"ForEach\"", "\"WhenNotApplicable\": \"Redistribute\", \"ForEach\"", StringComparison.Ordinal)),
            "{}",
            "? [30..90] | 产出 ? [30..90] 指标 | A ? [30..50] 指标 | R ? [0..40] 指标");

    [Fact]
    public void Rows_that_are_missing_may_be_many_and_each_below_zero() =>
        Check(
            Rubric(PerRow.Replace("\"ForEach\"", "\"Min\": -2, \"ForEach\"", StringComparison.Ordinal)),
            "{}",
            "? [0..100] | 产出 ? [0..100] 指标 | R ? [-10000..100] 指标");

    [Fact]
    public void What_stands_for_missing_rows_is_named_in_words() => Assert.Equal("{row.名}", Score(Rubric(PerRow), "{}").Rules[0].Rules[0].Name);

    [Fact]
    public void A_sentence_names_the_columns_that_were_read_and_none_whose_name_they_begin_with()
    {
        const string Rubric = """
            "Inputs": [{"Name": "指标", "Type": "Table", "Columns": [{"Name": "完成", "Type": "Number"}, {"Name": "完成数", "Type": "Number"}]}],
            "Rules": [{"RuleName": "产出", "Weight": 100, "Rules": [{"RuleName": "R", "Code": "R", "ForEach": "指标", "Weight": "100", "Score": "row.完成数"}]}]
            """;
        Assert.Equal("得 1 分，扣 99 分（满分 100 分）：完成数 1", Score(Rubric, """{"指标": [{"完成": 9, "完成数": 1}]}""").Rules[0].Rules[0].Why.Zh);
    }

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
