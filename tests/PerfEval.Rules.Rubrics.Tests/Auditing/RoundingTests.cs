using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Rubrics.Tests.Auditing;

/// <summary>Which differences the inputs' own rounding explains.</summary>
public sealed class RoundingTests : AuditTests
{
    private const string Execution = """
        "Inputs": [{"Name": "预算", "Type": "Number", "Unit": "万元", "Min": 0}, {"Name": "执行", "Type": "Number", "Unit": "万元", "Min": 0},
                   {"Name": "人数", "Type": "Number", "Unit": "人"}, {"Name": "比例", "Type": "Number", "Unit": "%", "Required": false}, {"Name": "目标", "Type": "Number"}],
        "GlobalParams": [{"Name": "执行率", "Expression": "执行 / 预算", "Unit": "%"}, {"Name": "人均", "Expression": "执行 / 人数", "Unit": "元"}, {"Name": "差", "Expression": "比例 - 90%", "Unit": "%"},
                         {"Name": "达成", "Expression": "目标 * 2"}],
        """;

    private const string OneRule = $$"""{{Execution}} "Rules": [{"RuleName": "执行", "Code": "EXEC", "Weight": 100, "Score": "Weight * min(1, 执行率)"}]""";

    [Theory]
    [InlineData("32.06%", "32.06% → 32.06% Agrees")]
    [InlineData("32.02%", "32.02% → 32.06% WithinRounding -0.04")] // 1.01/3.15: 31.86% to 32.28%
    [InlineData("31.85%", "31.85% → 32.06% WithinRounding -0.21")]
    [InlineData("31.84%", "31.84% → 32.06% Differs -0.22")]
    [InlineData("32.27%", "32.27% → 32.06% WithinRounding 0.21")]
    [InlineData("32.29%", "32.29% → 32.06% Differs 0.23")]
    [InlineData("32%", "32% → 32.06% Agrees")]
    [InlineData("33%", "33% → 32.06% Differs 0.94")]
    public void A_rate_may_be_that_of_the_amounts_before_they_were_rounded(string reported, string expected) =>
        CheckLine(OneRule, """{"执行": 1.01, "预算": 3.15, "人数": 18, "目标": 2}""", $$$"""{"values": {"执行率": "{{{reported}}}"}}""", expected);

    [Theory]
    [InlineData("\">1\"", "不小于 31.6957%")] // 1 / 3.155 = 31.69572…%
    [InlineData("\"<1\"", "不小于 0%且不大于 31.7966%")] // 1 / 3.145 = 31.79650…%
    public void What_an_open_value_may_be_is_told_in_four_digits_at_most(string spent, string expected)
    {
        var line = Assert.Single(Audit(OneRule, $$"""{"执行": {{spent}}, "预算": 3.15}""", """{"values": {"执行率": "32%"}}""").Reconciliation);
        Assert.Equal(expected, line.Why?.Zh);
    }

    [Fact]
    public void An_amount_is_rounded_as_the_others_of_its_unit() =>
        CheckLine(OneRule, """{"执行": 27.16, "预算": 40}""", """{"values": {"执行率": "68.5%"}}""", "68.5% → 67.9% Differs 0.6");

    [Fact]
    public void Alone_it_stands_for_the_interval_of_its_own_digits() =>
        CheckLine(OneRule, """{"执行": 27, "预算": 40}""", """{"values": {"执行率": "68.5%"}}""", "68.5% → 67.5% WithinRounding 1");

    [Theory]
    [InlineData("人均", "55000", "55000 → 56111.1111 Differs -1111.1111")] // people are counted
    [InlineData("达成", "4.1", "4.1 → 4 Differs 0.1")] // a figure without a unit is a target
    [InlineData("差", "0.4%", "0.4% → 0% WithinRounding 0.4")]
    [InlineData("差", "0.6%", "0.6% → 0% Differs 0.6")]
    public void Counts_and_targets_are_exact_and_percentages_are_not(string name, string reported, string expected) =>
        CheckLine(OneRule, """{"执行": 101.00, "预算": 315.00, "人数": 18, "目标": 2, "比例": 90}""", $$$"""{"values": {"{{{name}}}": "{{{reported}}}"}}""", expected);

    [Fact]
    public void Nothing_spent_is_nothing() =>
        CheckLine(OneRule, """{"执行": 0, "预算": 3.15}""", """{"values": {"执行率": "0.1%"}}""", "0.1% → 0% Differs 0.1");

    [Theory]
    [InlineData("32.06", "32.06 → 32.06 Agrees")]
    [InlineData("32.060", "32.060 → 32.06 Agrees")]
    [InlineData("32.1", "32.1 → 32.06 WithinRounding 0.04")]
    [InlineData("33", "33 → 32.06 Differs 0.94")]
    public void Points_may_be_those_of_the_amounts_before_they_were_rounded(string reported, string expected) =>
        CheckLine(OneRule, """{"执行": 1.01, "预算": 3.15}""", $$$"""{"scores": {"EXEC": {{{reported}}}}}""", expected);

    [Fact]
    public void A_total_follows() =>
        CheckLine(OneRule, """{"执行": 1.01, "预算": 3.15}""", """{"total": 32.2}""", "32.2 → 32.06 WithinRounding 0.14");

    [Fact]
    public void Where_rules_stay_unrounded_two_digits_are_compared() =>
        CheckLine($$"""{{OneRule}}, "Rounding": {"Rule": null}""", """{"执行": 1.01, "预算": 3.15}""", """{"scores": {"EXEC": 32.0635}}""", "32.0635 → 32.06 Agrees");

    [Theory]
    [InlineData("""{"total": 31}""", "31 → 0..30 Differs 1")] // whatever is missing
    [InlineData("""{"total": 29}""", "29 → 0..30 CannotDerive")]
    [InlineData("""{"values": {"执行率": "31%"}}""", "31% → ? Differs")]
    [InlineData("""{"values": {"执行率": "29%"}}""", "29% → ? CannotDerive")]
    public void A_figure_outside_everything_that_is_possible_is_wrong(string reported, string expected) =>
        CheckLine(OneRule, """{"执行": "≤30", "预算": "≥100"}""", reported, expected);

    [Theory]
    [InlineData("良", "良 → 优 WithinRounding")]
    [InlineData("差", "差 → 优 Differs")]
    public void A_grade_may_be_that_of_the_total_before_rounding(string grade, string expected) => CheckLine(
        $$"""{{OneRule}}, "Grades": [{"Name": "优", "From": 90}, {"Name": "良", "From": 80}, {"Name": "差", "From": 0}]""",
        """{"执行": 0.90, "预算": 1.00}""",
        $$$"""{"grade": "{{{grade}}}"}""",
        expected);

    [Fact]
    public void A_grade_that_no_possible_total_has_is_wrong() => CheckLine(
        $$"""{{OneRule}}, "Grades": [{"Name": "优", "From": 90}, {"Name": "良", "From": 80}, {"Name": "差", "From": 0}]""",
        """{"执行": "≥85", "预算": 100.00}""",
        """{"grade": "差"}""",
        "差 → 优/良 Differs");

    // The law behind all this: a report computed from exact figures and printed rounded is never called wrong.
    [Fact]
    public void A_report_made_from_the_exact_amounts_never_differs()
    {
        var amount = Gen.Choose(50, 999_999).Select(tenthOfCent => tenthOfCent / 10_000m);
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Gen.Zip(amount, amount).ToArbitrary(), IsNeverWrong));
    }

    private static bool IsNeverWrong((decimal Execution, decimal Budget) exact)
    {
        var rate = exact.Execution / exact.Budget;
        var points = Two(100 * Math.Min(1, rate));
        var data = $$"""{"执行": {{Two(exact.Execution)}}, "预算": {{Two(exact.Budget)}}}""";
        var audit = Audit(OneRule, data, $$$"""{"scores": {"EXEC": {{{points}}}}, "values": {"执行率": "{{{Two(rate * 100)}}}%"}, "total": {{{points}}}}""");
        return audit.Reconciliation.All(line => line.Verdict is Verdict.Agrees or Verdict.WithinRounding);
    }

    private static string Two(decimal number) => decimal.Round(number, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);
}
