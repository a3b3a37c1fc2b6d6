namespace PerfEval.Rules.Rubrics.Tests.Scoring;

public sealed class RuleScoringTests : ScoringTests
{
    private const string Numbers = """
        "Inputs": [{"Name": "甲", "Type": "Number"}, {"Name": "乙", "Type": "Number", "Min": 0, "Max": 50}, {"Name": "是否", "Type": "Bool"}],
        """;

    private static string Rules(string rules) => $"""{Numbers} "Rules": [{rules}]""";

    [Theory]
    [InlineData("""{"甲": 30}""", "30 | A 30")]
    [InlineData("""{"甲": 130}""", "100 | A 100")] // 得分不得突破权重总额
    [InlineData("""{"甲": -5}""", "0 | A 0")] // 扣完为止
    [InlineData("""{"甲": 33.335}""", "33.34 | A 33.34")] // 四舍五入
    [InlineData("""{"甲": null}""", "? [0..100] | A ? [0..100] 甲")]
    public void A_score_is_clamped_to_the_weight_and_rounded(string data, string expected) =>
        Check(Rules("""{"RuleName": "A", "Weight": 100, "Score": "甲"}"""), data, expected);

    [Fact]
    public void The_residue_of_a_division_does_not_decide_a_half() =>
        Check(Rules("""{"RuleName": "A", "Weight": 6, "Score": "1 / 甲 * 6"}, {"RuleName": "B", "Weight": 94, "Score": "0"}"""), """{"甲": 48}""", "0.13 | A 0.13 | B 0");

    [Theory]
    [InlineData("true", "100 | A 100")]
    [InlineData("false", "0 | A 0")]
    public void A_condition_earns_all_or_nothing(string value, string expected) =>
        Check(Rules("""{"RuleName": "A", "Weight": 100, "Expression": "是否"}"""), $$"""{"是否": {{value}}}""", expected);

    [Fact]
    public void A_negative_minimum_lets_a_score_fall_below_zero() =>
        Check(Rules("""{"RuleName": "A", "Weight": 20, "Min": -10, "Score": "甲"}, {"RuleName": "B", "Weight": 80, "Score": "80"}"""), """{"甲": -30}""", "70 | A -10 | B 80");

    [Theory]
    [InlineData("""{"甲": 1, "是否": true}""", "0 | A 0 | a* 60 | b* 40")]
    [InlineData("""{"甲": 1, "是否": false}""", "100 | A 100 | a 60 | b 40")]
    [InlineData("""{"甲": 1}""", "? [0..100] | A ? [0..100] 是否 | a 60 | b 40")]
    [InlineData("""{"是否": true}""", "0 | A 0 | a* ? [0..60] 甲 | b* 40")]
    public void A_veto_on_a_parent_overrules_its_children_which_are_still_shown(string data, string expected) =>
        Check(
            Rules("""
                {"RuleName": "A", "Code": "A", "ZeroWhen": "是否", "Rules": [
                  {"RuleName": "a", "Code": "a", "Weight": 60, "Score": "甲 * 60"}, {"RuleName": "b", "Code": "b", "Weight": 40, "Score": "40"}]}
                """),
            data,
            expected);

    [Fact]
    public void The_first_of_not_applicable_zero_and_full_decides() =>
        Check(
            Rules("""
                {"RuleName": "A", "Weight": 40, "Score": "1", "NotApplicableWhen": "是否", "ZeroWhen": "是否", "FullWhen": "是否"},
                {"RuleName": "B", "Weight": 30, "Score": "1", "ZeroWhen": "是否", "FullWhen": "是否"},
                {"RuleName": "C", "Weight": 30, "Score": "1", "FullWhen": "是否"}
                """),
            """{"是否": true}""",
            "50 | A n/a | B 0 | C 30");

    [Fact]
    public void A_division_by_zero_fails_its_rule_and_leaves_its_range_open() =>
        Check(Rules("""{"RuleName": "A", "Weight": 40, "Score": "1 / 甲"}, {"RuleName": "B", "Weight": 60, "Score": "50"}"""), """{"甲": 0}""", "? [50..90] | A failed [0..40] | B 50");

    [Fact]
    public void A_param_that_fails_harms_no_rule_that_does_not_ask_for_it() =>
        Check(
            """ "Inputs": [{"Name": "甲", "Type": "Number"}], "GlobalParams": [{"Name": "坏", "Expression": "1 / 甲"}], "Rules": [{"RuleName": "A", "Weight": 100, "Score": "甲 == 0 ? 7 : 坏"}] """,
            """{"甲": 0}""",
            "7 | A 7");

    [Fact]
    public void Params_may_stand_in_any_order() =>
        Check(
            """ "GlobalParams": [{"Name": "c", "Expression": "b * 2"}, {"Name": "b", "Expression": "a + 1"}, {"Name": "a", "Expression": "3"}], "Inputs": [], "Rules": [{"RuleName": "A", "Weight": 100, "Score": "c"}] """,
            "{}",
            "8 | A 8");

    [Fact]
    public void A_parent_with_a_score_of_its_own_sees_its_children() =>
        Check(
            Rules("""
                {"RuleName": "A", "Code": "A", "Weight": 100, "Score": "max(children, c => c.score) * 20", "Rules": [
                  {"RuleName": "a", "Code": "a", "Weight": 5, "Score": "甲"}, {"RuleName": "b", "Code": "b", "Weight": 5, "Score": "乙"}]}
                """),
            """{"甲": 3, "乙": 4}""",
            "80 | A 80 | a 3 | b 4");

    [Fact]
    public void A_parent_with_a_score_over_an_open_child_is_open_within_what_the_child_allows() =>
        Check(
            Rules("""
                {"RuleName": "A", "Code": "A", "Weight": 100, "Score": "sum(children, c => c.score) * 10", "Rules": [
                  {"RuleName": "a", "Code": "a", "Weight": 5, "Score": "甲"}, {"RuleName": "b", "Code": "b", "Weight": 5, "Score": "乙"}]}
                """),
            """{"甲": 3}""",
            "? [30..80] | A ? [30..80] 乙 | a 3 | b ? [0..5] 乙");

    [Theory]
    [InlineData("""{"甲": "≥90", "乙": 0}""", "10 | A 10")]
    [InlineData("""{"甲": "≥80", "乙": 0}""", "? [5..10] | A ? [5..10] 甲")]
    [InlineData("""{"甲": "<90", "乙": 0}""", "5 | A 5")]
    public void A_bound_scores_where_every_value_within_it_gives_the_same(string data, string expected) =>
        Check("""
            "FullScore": 10, "Inputs": [{"Name": "甲", "Type": "Number"}, {"Name": "乙", "Type": "Number"}],
            "Rules": [{"RuleName": "A", "Weight": 10, "Score": "甲 switch { >= 90 => 10, _ => 5 }"}]
            """, data, expected.Replace("10 |", "10/10 |", StringComparison.Ordinal).Replace("[5..10] |", "[5..10]/10 |", StringComparison.Ordinal).Replace("5 | A 5", "5/10 | A 5", StringComparison.Ordinal));

    [Theory]
    [InlineData("has(甲) ? 10 : 0")]
    [InlineData("甲 is null ? 0 : 10")]
    [InlineData("(甲 ?? 0) >= 80 ? 10 : 0")]
    public void A_bound_is_a_value_that_is_there(string score) =>
        Check(Rules($$"""{"RuleName": "A", "Weight": 100, "Score": "{{score}}"}"""), """{"甲": "≥90"}""", "10 | A 10");

    [Fact]
    public void A_disabled_rule_is_as_though_it_were_not_there() =>
        Check(Rules("""{"RuleName": "A", "Weight": 100, "Score": "1"}, {"RuleName": "B", "Weight": 100, "Score": "1", "Enabled": false}"""), "{}", "1 | A 1");

    [Fact]
    public void A_script_is_reported_as_not_executable() =>
        Check(Rules("""{"RuleName": "A", "Weight": 100, "Score": "1", "RuleExpressionType": "CSharpScript"}"""), "{}", "? [0..100] | A failed [0..100]");
}
