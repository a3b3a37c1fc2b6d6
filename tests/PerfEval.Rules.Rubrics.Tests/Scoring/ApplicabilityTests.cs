namespace PerfEval.Rules.Rubrics.Tests.Scoring;

public sealed class ApplicabilityTests : ScoringTests
{
    private static string Rubric(string head, string rules) => $$"""
        {{head}} "Inputs": [{"Name": "无", "Type": "Bool"}, {"Name": "甲", "Type": "Number", "Required": false}, {"Name": "乙", "Type": "Number"}], "Rules": [{{rules}}]
        """;

    private const string Two = """{"RuleName": "A", "Weight": 60, "Score": "30"}, {"RuleName": "B", "Weight": 40, "Score": "40", "NotApplicableWhen": "无"}""";

    [Theory]
    [InlineData("", "true", "50 | A 30 | B n/a")]
    [InlineData("", "false", "70 | A 30 | B 40")]
    [InlineData("", "null", "? [30..100] | A 30 | B ? [40..40] 无")]
    [InlineData("""
        "NotApplicable": "Exclude",
        """, "true", "30/60 | A 30 | B n/a")]
    public void What_does_not_apply_is_rescaled_or_excluded(string head, string value, string expected) =>
        Check(Rubric(head, Two), $$"""{"无": {{value}}}""", expected);

    [Fact]
    public void Its_weight_goes_to_its_siblings_where_the_rule_says_so() =>
        Check(
            Rubric("", """
                {"RuleName": "A", "Weight": 10, "Score": "10"}, {"RuleName": "B", "Weight": 20, "Score": "10"}, {"RuleName": "C", "Weight": 60, "Score": "0"},
                {"RuleName": "D", "Weight": 10, "Score": "10", "NotApplicableWhen": "无", "WhenNotApplicable": "Redistribute"}
                """),
            """{"无": true}""",
            "22.22 | A 11.11/11.11 | B 11.11/22.22 | C 0/66.67 | D n/a");

    [Fact]
    public void The_largest_remainder_takes_what_rounding_leaves() =>
        Check(
            Rubric(""" "Rounding": {"Weight": {"Digits": 0}}, """, """
                {"RuleName": "A", "Weight": 30, "Score": "30"}, {"RuleName": "B", "Weight": 30, "Score": "30"}, {"RuleName": "C", "Weight": 30, "Score": "30"},
                {"RuleName": "D", "Weight": 10, "Score": "10", "NotApplicableWhen": "无", "WhenNotApplicable": "Redistribute"}
                """),
            """{"无": true}""",
            "100 | A 34/34 | B 33/33 | C 33/33 | D n/a");

    [Fact]
    public void A_redistributed_parent_scales_its_parts() =>
        Check(
            Rubric("", """
                {"RuleName": "A", "Code": "A", "Weight": 50, "Rules": [{"RuleName": "a", "Code": "a", "Weight": 20, "Score": "10"}, {"RuleName": "b", "Code": "b", "Weight": 30, "Score": "30"}]},
                {"RuleName": "B", "Weight": 50, "Score": "50", "NotApplicableWhen": "无", "WhenNotApplicable": "Redistribute"}
                """),
            """{"无": true}""",
            "80 | A 80/100 | a 20/40 | b 60/60 | B n/a");

    [Fact]
    public void Full_marks_where_the_rule_says_so() =>
        Check(
            Rubric("", """{"RuleName": "A", "Weight": 60, "Score": "30"}, {"RuleName": "B", "Weight": 40, "Score": "0", "NotApplicableWhen": "无", "WhenNotApplicable": "Full"}"""),
            """{"无": true}""",
            "70 | A 30 | B 40");

    [Fact]
    public void A_parent_with_no_applicable_part_does_not_apply() =>
        Check(
            Rubric("", """
                {"RuleName": "A", "Weight": 60, "Score": "30"},
                {"RuleName": "B", "Code": "B", "Rules": [{"RuleName": "b", "Code": "b", "Weight": 40, "Score": "1", "NotApplicableWhen": "无"}]}
                """),
            """{"无": true}""",
            "50 | A 30 | B n/a | b n/a");

    [Fact]
    public void What_is_only_shown_keeps_no_parent_applying() =>
        Check(
            Rubric("", """
                {"RuleName": "A", "Weight": 60, "Score": "30"},
                {"RuleName": "B", "Code": "B", "Rules": [
                  {"RuleName": "b", "Code": "b", "Weight": 40, "Score": "1", "NotApplicableWhen": "无"}, {"RuleName": "i", "Code": "i", "Kind": "Information", "Expression": "1"}]}
                """),
            """{"无": true}""",
            "50 | A 30 | B n/a | b n/a | i shown");

    [Theory]
    [InlineData("HalfUp", "42 | P 42 | A 10 | B 10 | C 11/11 | D 11/11 | E n/a | F 0")] // 10.5 each
    [InlineData("Down", "42 | P 42 | A 11/11 | B 11/11 | C 10 | D 10 | E n/a | F 0")]
    public void Each_of_the_largest_remainders_takes_one_unit(string mode, string expected) =>
        Check(
            Rubric($$$""" "Rounding": {"Weight": {"Digits": 0, "Mode": "{{{mode}}}"}}, """, """
                {"RuleName": "P", "Code": "P", "Weight": 42, "Rules": [
                  {"RuleName": "A", "Code": "A", "Weight": 10, "Score": "10"}, {"RuleName": "B", "Code": "B", "Weight": 10, "Score": "10"}, {"RuleName": "C", "Code": "C", "Weight": 10, "Score": "10"},
                  {"RuleName": "D", "Code": "D", "Weight": 10, "Score": "10"}, {"RuleName": "E", "Code": "E", "Weight": 2, "Score": "2", "NotApplicableWhen": "无", "WhenNotApplicable": "Redistribute"}]},
                {"RuleName": "F", "Code": "F", "Weight": 58, "Score": "0"}
                """),
            """{"无": true}""",
            expected);

    [Theory]
    [InlineData("""{"无": true, "乙": 25}""", "50 | A 50/100 | B n/a | C n/a")]
    [InlineData("""{"无": true}""", "? [0..100] | A ? [0..100] 乙 | B n/a | C n/a")]
    [InlineData("""{"乙": 25}""", "? [25..100] | A ? [25..50] 无 | B ? [0..0] 无 | C ? [10..100] 无")]
    public void Where_all_redistribute_what_applies_has_all_the_weight(string data, string expected) =>
        Check(
            Rubric("", """
                {"RuleName": "A", "Weight": 50, "Score": "min(乙, Weight)", "WhenNotApplicable": "Redistribute"},
                {"RuleName": "B", "Weight": 40, "Score": "0", "NotApplicableWhen": "无", "WhenNotApplicable": "Redistribute"},
                {"RuleName": "C", "Weight": 10, "Score": "10", "NotApplicableWhen": "无", "WhenNotApplicable": "Redistribute"}
                """),
            data,
            expected);

    [Fact]
    public void A_rule_whose_weight_is_missing_leaves_open_what_its_siblings_share() =>
        Check(
            """
            "Inputs": [{"Name": "无", "Type": "Bool"}, {"Name": "t", "Type": "Table", "Columns": [{"Name": "w", "Type": "Number"}]}],
            "Rules": [{"RuleName": "P", "Code": "P", "Weight": 100, "Rules": [
              {"RuleName": "A", "Code": "A", "Weight": 30, "Score": "30"}, {"RuleName": "R", "Code": "R", "ForEach": "t", "Weight": "row.w", "Score": "0"},
              {"RuleName": "B", "Code": "B", "Weight": 20, "Score": "0", "NotApplicableWhen": "无", "WhenNotApplicable": "Redistribute"}]}]
            """,
            """{"无": true, "t": [{"w": null}]}""",
            "? [30..100] | P ? [30..100] t[1].w | A ? [30..100] t[1].w | R[1] ? [0..100] t[1].w | B n/a");

    [Fact]
    public void When_nothing_applies_there_is_no_total() =>
        Check(Rubric("", """{"RuleName": "A", "Weight": 100, "Score": "30", "NotApplicableWhen": "无"}"""), """{"无": true}""", "null | A n/a");

    [Fact]
    public void While_it_is_open_who_shares_the_siblings_are_open() =>
        Check(
            Rubric("", """
                {"RuleName": "A", "Weight": 60, "Score": "60"},
                {"RuleName": "B", "Weight": 40, "Score": "0", "NotApplicableWhen": "无", "WhenNotApplicable": "Redistribute"}
                """),
            "{}",
            "? [60..100] | A ? [60..100] 无 | B ? [0..0] 无");

    [Theory]
    [InlineData("{}", "50 | A 30 | B n/a")]
    [InlineData("""{"甲": 4}""", "? [34..70] | A 30 | B ? [4..40] 乙")]
    [InlineData("""{"甲": 4, "乙": 3}""", "37 | A 30 | B 7")]
    public void An_optional_rule_may_be_left_out_as_a_whole(string data, string expected) =>
        Check(Rubric("", """{"RuleName": "A", "Weight": 60, "Score": "30"}, {"RuleName": "B", "Weight": 40, "Score": "甲 + max(0, 乙)", "Optional": true}"""), data, expected);
}
