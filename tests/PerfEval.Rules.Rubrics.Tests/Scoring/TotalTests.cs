using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Rubrics.Tests.Scoring;

public sealed class TotalTests : ScoringTests
{
    private static string Rubric(string head, string extra = "") => $$"""
        {{head}} "Inputs": [{"Name": "甲", "Type": "Number", "Min": 0, "Max": 100}, {"Name": "乙", "Type": "Number", "Min": 0}, {"Name": "违规", "Type": "Bool", "Default": false}],
        "Grades": [{"Name": "优", "From": 90}, {"Name": "良", "From": 80}, {"Name": "中", "From": 60}, {"Name": "差", "From": 0}],
        "Rules": [{"RuleName": "A", "Weight": 100, "Score": "甲"} {{extra}}]
        """;

    [Theory]
    [InlineData("90", "90 优 | A 90")]
    [InlineData("89.99", "89.99 良 | A 89.99")]
    [InlineData("0", "0 差 | A 0")]
    [InlineData("\">=90\"", "? [90..100] 优 | A ? [90..100] 甲")]
    [InlineData("\">=89\"", "? [89..100] | A ? [89..100] 甲")]
    public void The_grade_is_taken_from_the_total(string value, string expected) => Check(Rubric(""), $$"""{"甲": {{value}}}""", expected);

    [Theory]
    [InlineData(50, 3, "53 差 | A 50 | 加分 3")]
    [InlineData(50, 30, "55 差 | A 50 | 加分 5")]
    [InlineData(98, 5, "100 优 | A 98 | 加分 5")]
    public void A_bonus_is_capped_by_its_weight_and_the_total_by_its_range(int score, int bonus, string expected) =>
        Check(Rubric("", """, {"RuleName": "加分", "Kind": "Bonus", "Weight": 5, "Score": "乙"}"""), $$"""{"甲": {{score}}, "乙": {{bonus}}}""", expected);

    [Theory]
    [InlineData("", "0 差 | A 2 | 扣分 5")]
    [InlineData(""" "TotalRange": {"Min": -10, "Max": 110}, """, "-3 | A 2 | 扣分 5")]
    public void A_penalty_takes_points(string head, string expected)
    {
        var rubric = Rubric(head, """, {"RuleName": "扣分", "Kind": "Penalty", "Weight": 5, "Score": "乙"}""");
        if (head.Length > 0)
            rubric = rubric.Replace("""{"Name": "差", "From": 0}""", """{"Name": "差", "From": 0}, {"Name": "负", "From": -10}""", StringComparison.Ordinal);
        Check(rubric, """{"甲": 2, "乙": 9}""", head.Length > 0 ? expected.Replace("-3", "-3 负", StringComparison.Ordinal) : expected);
    }

    [Theory]
    [InlineData("true", "59 差 | A 95")]
    [InlineData("false", "95 优 | A 95")]
    public void An_override_lowers_the_total(string veto, string expected) =>
        Check(Rubric(""" "Overrides": [{"Name": "一票否决", "When": "违规", "MaxTotal": 59, "Message": "违规"}], """), $$"""{"甲": 95, "违规": {{veto}}}""", expected);

    [Fact]
    public void A_share_of_a_cap_has_the_digits_of_a_total() =>
        Check(
            """
            "NotApplicable": "Exclude", "Overrides": [{"Name": "否决", "When": "true", "MaxTotal": 59}], "Inputs": [],
            "Rules": [{"RuleName": "A", "Weight": 33.33, "Score": "33.33"}, {"RuleName": "B", "Weight": 66.67, "Score": "1", "NotApplicableWhen": "true"}]
            """,
            "{}",
            "19.66/33.33 | A 33.33 | B n/a");

    [Fact]
    public void An_override_sees_the_total_and_may_set_the_grade() =>
        Check(Rubric(""" "Overrides": [{"Name": "降档", "When": "total >= 90 && score(\"A\") > 94 && share(\"A\") < 96%", "Grade": "良"}], """), """{"甲": 95}""", "95 良 | A 95");

    [Fact]
    public void An_override_that_is_open_leaves_the_total_open() =>
        Check(
            Rubric(""" "Overrides": [{"Name": "否决", "When": "乙 > 1", "MaxTotal": 59}], """),
            """{"甲": 95}""",
            "? [59..95] | A 95");

    [Fact]
    public void Unrounded_rules_are_shown_to_two_digits_and_added_as_they_are() =>
        Check(
            """
            "Rounding": {"Rule": null, "Total": {"Digits": 1}}, "Inputs": [], "Rules": [
              {"RuleName": "A", "Weight": 50, "Score": "1.124"}, {"RuleName": "B", "Weight": 50, "Score": "1.124"}]
            """,
            "{}",
            "2.2 | A 1.12 | B 1.12");

    [Theory]
    [InlineData("HalfUp", "0.13 | A 0.13")]
    [InlineData("HalfEven", "0.12 | A 0.12")]
    [InlineData("Down", "0.12 | A 0.12")]
    public void The_rubric_chooses_how_a_half_is_rounded(string mode, string expected) =>
        Check($$$""" "Rounding": {"Rule": {"Digits": 2, "Mode": "{{{mode}}}"}}, "Inputs": [], "Rules": [{"RuleName": "A", "Weight": 100, "Score": "0.125"}] """, "{}", expected);

    [Fact]
    public void A_document_without_weights_is_not_scored() =>
        Check(""" "Inputs": [{"Name": "甲", "Type": "Number"}], "Rules": [{"RuleName": "率", "Kind": "Information", "Expression": "甲 / 4"}] """, """{"甲": 1}""", "null | 率 shown");

    [Theory]
    [InlineData("<75", true)]
    [InlineData("≥75", false)]
    [InlineData("≥72", null)]
    public void A_condition_that_bounds_settle_is_shown(string value, bool? shown)
    {
        var rule = Score(
            """
            "Inputs": [{"Name": "甲", "Type": "Number"}], "GlobalParams": [{"Name": "过线", "Expression": "甲 >= 75"}],
            "Rules": [{"RuleName": "未过线", "Kind": "Information", "Expression": "!过线"}]
            """,
            $$"""{"甲": "{{value}}"}""").Rules[0];
        Assert.Equal(shown is { } known ? Value.Of(known) : (Value?)null, rule.Status == RuleStatus.Scored ? rule.Value?.Value : null);
    }
}
