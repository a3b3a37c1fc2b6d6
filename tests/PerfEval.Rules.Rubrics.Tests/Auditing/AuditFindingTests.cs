using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Auditing;

namespace PerfEval.Rules.Rubrics.Tests.Auditing;

/// <summary>What is found without being declared.</summary>
public sealed class AuditFindingTests : AuditTests
{
    private const string Rates = """
        "Inputs": [{"Name": "预算", "Type": "Number", "Unit": "万元"}, {"Name": "执行", "Type": "Number", "Unit": "万元"}],
        "GlobalParams": [{"Name": "执行率", "Expression": "执行 / 预算", "Unit": "%"}, {"Name": "得分率", "Expression": "min(1, 执行率)", "Unit": "%"}],
        "Rules": [{"RuleName": "执行", "Code": "A", "Weight": 60, "Score": "Weight * 得分率"}, {"RuleName": "B", "Code": "B", "Weight": 40, "Rules": [
          {"RuleName": "b1", "Code": "b1", "Weight": 20, "Score": "15"}, {"RuleName": "b2", "Code": "b2", "Weight": 20, "Score": "20"}]}],
        "Grades": [{"Name": "优", "From": 90}, {"Name": "良", "From": 0}]
        """;

    private const string Indicators = """
        "Inputs": [{"Name": "指标", "Type": "Table", "Key": "编号", "Columns": [{"Name": "编号", "Type": "Text"}, {"Name": "名称", "Type": "Text"}, {"Name": "分值", "Type": "Number", "Unit": "分"},
          {"Name": "目标值", "Type": "Number"}, {"Name": "完成值", "Type": "Number", "Required": false}, {"Name": "不评", "Type": "Bool", "Default": false}]}],
        "Rules": [{"RuleName": "$(row.名称)", "Code": "$(row.编号)", "Weight": "row.分值", "ForEach": "指标", "NotApplicableWhen": "row.不评", "Score": "Weight * min(1, row.完成值 / row.目标值)"}]
        """;

    [Theory]
    [InlineData("""{"values": {"执行率": "100%"}}""", "PF0009 /reported/values/执行率: `执行率` is reported as 100%, but the denominator of `执行 / 预算` is zero")]
    [InlineData("""{"values": {"执行率": 100.00}}""", "PF0009 /reported/values/执行率: `执行率` is reported as 100.00, but the denominator of `执行 / 预算` is zero")]
    [InlineData("""{"values": {"得分率": "100%"}}""", "PF0009 /reported/values/得分率: `得分率` is reported as 100%, but the denominator of `执行 / 预算` is zero")]
    [InlineData("""{"scores": {"A": 60}}""", "PF0009 /reported/scores/A: `执行` is reported as 60, but the denominator of `执行 / 预算` is zero")]
    public void Full_marks_over_nothing_are_found(string reported, string expected) => CheckFindings(Rates, """{"预算": 0, "执行": 0}""", reported, expected);

    [Theory]
    [InlineData("""{"values": {"执行率": "0%"}}""", 0)]
    [InlineData("""{"values": {"执行率": "100%"}}""", 5)]
    [InlineData("""{"scores": {"A": 0}}""", 0)]
    public void Anything_else_is_not(string reported, int budget) => CheckFindings(Rates, $$"""{"预算": {{budget}}, "执行": 0}""", reported);

    [Theory]
    [InlineData("""{"scores": {"B": 30, "b1": 15, "b2": 20}}""", "PF0012 /reported/scores/B: 30 points are reported where the reported parts add up to 35")]
    [InlineData("""{"scores": {"A": 60, "B": 35}, "total": 96}""", "PF0012 /reported/total: 96 points are reported where the reported parts add up to 95")]
    [InlineData("""{"scores": {"A": 60, "b1": 15, "b2": 20}, "total": 96}""", "PF0012 /reported/total: 96 points are reported where the reported parts add up to 95")]
    [InlineData("""{"total": 89, "grade": "优"}""", "PF0013 /reported/grade: `优` is reported where a total of 89 is `良`")]
    public void Sums_and_grades_that_do_not_fit_what_is_reported_beside_them_are_found(string reported, string expected) =>
        CheckFindings(Rates, """{"预算": 1, "执行": 1}""", reported, expected);

    [Theory]
    [InlineData("""{"scores": {"B": 35, "b1": 15, "b2": 20, "A": 60}, "total": 95, "grade": "优"}""")]
    [InlineData("""{"scores": {"B": 30, "b1": 15}, "total": 95}""")] // a part is not reported
    [InlineData("""{"scores": {"A": 60.4, "B": 35}, "total": 95}""")] // the sum, printed to fewer digits
    public void What_adds_up_is_not(string reported) => CheckFindings(Rates, """{"预算": 1, "执行": 1}""", reported);

    [Theory]
    [InlineData("true", """{"scores": {"B": 45}, "total": 90}""")] // 45 of 50, rescaled
    [InlineData("true", """{"scores": {"A": 50, "B": 45}, "total": 95}""")]
    [InlineData("false", """{"scores": {"A": 60, "B": 45}, "total": 100}""")] // no more than there is
    public void A_total_that_is_rescaled_or_capped_need_not_be_the_sum(string isLeftOut, string reported) => CheckFindings(
        """
        "Inputs": [{"Name": "没有", "Type": "Bool"}],
        "Rules": [{"RuleName": "A", "Code": "A", "Weight": 50, "Score": "50", "NotApplicableWhen": "没有"}, {"RuleName": "B", "Code": "B", "Weight": 50, "Score": "45"}]
        """,
        $$"""{"没有": {{isLeftOut}}}""",
        reported);

    [Theory]
    [InlineData("200", "\"<200\"", "\"≥200\"", true)]
    [InlineData("200", "190", "200", true)]
    [InlineData("200", "190", "\"≥180\"", false)] // 190 may be both
    [InlineData("200", "\"≥180\"", "\"<200\"", false)]
    [InlineData("300", "\"<200\"", "\"≥200\"", false)] // another target: another indicator of that name
    public void The_same_indicator_with_two_actual_values_is_found(string target, string one, string other, bool isFound)
    {
        var data = $$"""
            {"指标": [{"编号": "1", "名称": "发布公开信息", "分值": 50, "目标值": 200, "完成值": {{one}}}, {"编号": "2", "名称": "发布公开信息", "分值": 50, "目标值": {{target}}, "完成值": {{other}}}]}
            """;

        CheckFindings(Indicators, data, "{}", isFound ? ["PF0004 /data/指标/1/完成值: the indicator `发布公开信息` is given twice (1, 2) with contradictory values of `完成值`"] : []);
    }

    [Theory]
    [InlineData("\"87%\"", 0, true)]
    [InlineData("\"<90%\"", 0, true)]
    [InlineData("\"87%\"", 10, true)]
    [InlineData("\"90%\"", 0, false)]
    [InlineData("\"≥85%\"", 0, false)]
    [InlineData("null", 0, false)]
    public void An_indicator_left_out_although_its_target_was_missed_is_found(string actual, int weight, bool isFound)
    {
        var data = $$"""
            {"指标": [{"编号": "1", "名称": "甲", "分值": {{100 - weight}}, "目标值": 1, "完成值": 1}, {"编号": "2", "名称": "满意度", "分值": {{weight}}, "目标值": "90%", "完成值": {{actual}}, "不评": true}]}
            """;

        CheckFindings(Indicators, data, "{}", isFound ? ["PF0010 /data/指标/1: `满意度` (2) is left out although its data miss the target"] : []);
    }

    [Theory]
    [InlineData("3.15", "31500", null)]
    [InlineData("3.15", "31500.00", null)]
    [InlineData("3.15", "31549.99", null)] // at the digits typed
    [InlineData("3.15", "31550", "PF0011 /data/预算: 3.15万元 was typed where the stored evaluation gives 3.155万元")]
    [InlineData("3.15", "31600", "PF0011 /data/预算: 3.15万元 was typed where the stored evaluation gives 3.16万元")]
    public void A_typed_value_that_differs_from_the_stored_one_is_found(string typed, string stored, string? expected)
    {
        var context = new AuditContext { Stored = [new("预算", Value.Of(decimal.Parse(stored, System.Globalization.CultureInfo.InvariantCulture))), new("没有", Value.Of(1m))] };

        Assert.Equal(expected is null ? [] : [expected], Audit(Rates, $$"""{"预算": {{typed}}, "执行": 1}""", "{}", context).Findings.Select(Write));
    }

    [Fact]
    public void A_reason_is_asked_for_by_the_row_that_is_meant() => CheckFindings(
        """
        "Inputs": [{"Name": "指标", "Type": "Table", "Key": "名", "Columns": [{"Name": "名", "Type": "Text"}, {"Name": "完成", "Type": "Number"}]}],
        "Rules": [{"RuleName": "$(row.名)", "Code": "$(row.名)", "ForEach": "指标", "Weight": 50, "LocalParams": [{"Name": "欠", "Expression": "50 - row.完成"}], "Rules": [
          {"RuleName": "x", "Code": "x", "Weight": 50, "Score": "row.完成", "ReasonWhen": "row.完成 < 40 && 欠 > 10 && score < Weight"}]}]
        """,
        """{"指标": [{"名": "a", "完成": 30}, {"名": "b", "完成": 50}]}""",
        "{}",
        "PF0008 /reasons/x[a]: `x` (x[a]) needs a reason and none was given");

    [Fact]
    public void So_is_a_cell_of_a_subject()
    {
        var context = new AuditContext
        {
            Stored =
            [
                new("指标", Value.Of(0.9m)) { Row = "1", Column = "完成值", Origin = new("网络项目自评", "the evaluation of the network") },
                new("指标", Value.Of(1m)) { Row = "9", Column = "完成值" },
            ],
        };

        var finding = Assert.Single(Audit(Indicators, """{"指标": [{"编号": "1", "名称": "甲", "分值": 100, "目标值": 1, "完成值": 0.8}]}""", "{}", context).Findings);

        Assert.Equal("PF0011 /data/指标/0/完成值: 0.8 was typed where the evaluation of the network gives 0.9", Write(finding));
    }
}
