using PerfEval.Rules.Rubrics.Auditing;

namespace PerfEval.Rules.Rubrics.Tests.Auditing;

/// <summary>Reported figures that a known slip reproduces.</summary>
public sealed class SlipTests : AuditTests
{
    private const string Budgets = """
        "Inputs": [{"Name": "年初预算", "Type": "Number", "Unit": "万元"}, {"Name": "调整预算", "Type": "Number", "Unit": "万元"}, {"Name": "执行", "Type": "Number", "Unit": "万元"},
                   {"Name": "采购", "Type": "Number", "Unit": "万元", "Required": false}, {"Name": "合同", "Type": "Number", "Unit": "元", "Required": false}],
        "GlobalParams": [{"Name": "执行率", "Expression": "执行 / 调整预算", "Unit": "%"}],
        """;

    private const string Execution = $$"""
        {{Budgets}} "Rules": [
          {"RuleName": "执行", "Code": "EXEC", "Weight": 20, "Score": "round(Weight * min(1, 执行率), 1)"},
          {"RuleName": "控制", "Code": "CTRL", "Weight": 6, "Score": "执行率 switch { < 60% => 6, < 80% => 4, <= 100% => 2, _ => 0 }"},
          {"RuleName": "其他", "Code": "REST", "Weight": 74, "Score": "70"}]
        """;

    private const string Data = """{"年初预算": 1286.74, "调整预算": 1282.20, "执行": 917.02}"""; // 71.5193%: 14.304 points

    [Theory]
    [InlineData("EXEC", "14.3", "14.3 → 14.3 Agrees")]
    [InlineData("EXEC", "14.304", "14.304 → 14.3 Differs 0.004 [Unrounded]")]
    [InlineData("EXEC", "14.3039", "14.3039 → 14.3 Differs 0.0039 [Unrounded]")]
    [InlineData("EXEC", "14", "14 → 14.3 Differs -0.3 [FewerDigits]")]
    [InlineData("EXEC", "13", "13 → 14.3 Differs -1.3")]
    [InlineData("EXEC", "20", "20 → 14.3 Differs 5.7")] // full marks prove nothing
    [InlineData("CTRL", "6", "6 → 4 Differs 2 [NeighbouringBand]")]
    [InlineData("CTRL", "2", "2 → 4 Differs -2 [NeighbouringBand]")]
    [InlineData("CTRL", "0", "0 → 4 Differs -4")] // two bands off
    [InlineData("REST", "75", "75 → 70 Differs 5")]
    public void A_score_is_explained_where_one_slip_gives_it(string code, string reported, string expected) =>
        CheckLine(Execution, Data, $$$"""{"scores": {"{{{code}}}": {{{reported}}}}}""", expected);

    [Fact]
    public void So_is_one_from_another_amount() => CheckLine(
        Execution.Replace("round(Weight * min(1, 执行率), 1)", "Weight * min(1, 执行率)", StringComparison.Ordinal), Data, """{"scores": {"EXEC": 14.25}}""", "14.25 → 14.3 Differs -0.05 [OtherInput]");

    [Theory]
    [InlineData("71.52%", "71.52% → 71.52% Agrees")]
    [InlineData("71.27%", "71.27% → 71.52% Differs -0.25 [OtherInput]")]
    [InlineData("139.82%", "139.82% → 71.52% Differs 68.3 [Exchanged]")]
    [InlineData("71%", "71% → 71.52% Differs -0.52 [Truncated]")]
    [InlineData("30%", "30% → 71.52% Differs -41.52")]
    public void A_value_is_explained_where_one_slip_gives_it(string reported, string expected) =>
        CheckLine(Execution, Data, $$$"""{"values": {"执行率": "{{{reported}}}"}}""", expected);

    [Fact]
    public void The_initial_for_the_adjusted_budget_is_named()
    {
        var line = Assert.Single(Audit(Execution, Data, """{"values": {"执行率": "71.27%"}}""").Reconciliation);

        Assert.Equal(new("应取 `调整预算` 处取了 `年初预算`", "`年初预算` was taken where `调整预算` belongs"), line.Slip!.Message);
    }

    [Fact]
    public void Two_amounts_that_would_both_give_it_explain_nothing() => CheckLine(
        Execution, """{"年初预算": 1000.00, "调整预算": 1282.20, "执行": 917.02, "采购": 1000.01}""", """{"values": {"执行率": "91.7%"}}""", "91.7% → 71.52% Differs 20.18");

    [Fact]
    public void A_cap_left_out_is_named() =>
        CheckLine(Execution, """{"年初预算": 900.00, "调整预算": 1000.00, "执行": 1200.00}""", """{"scores": {"EXEC": 24}}""", "24 → 20 Differs 4 [CapMissing]");

    [Fact]
    public void So_is_that_of_the_total() => CheckLine(
        """
        "Inputs": [], "Rules": [{"RuleName": "A", "Code": "A", "Weight": 100, "Score": "98"}, {"RuleName": "加分", "Code": "B", "Kind": "Bonus", "Weight": 10, "Score": "5"}]
        """,
        "{}",
        """{"total": 103}""",
        "103 → 100 Differs 3 [CapMissing]");

    [Fact]
    public void Slips_are_looked_for_only_so_often()
    {
        const string Rubric = """
            "Inputs": [{"Name": "指标", "Type": "Table", "Key": "编号", "Columns": [{"Name": "编号", "Type": "Text"}, {"Name": "完成", "Type": "Number"}]}],
            "Rules": [{"RuleName": "$(row.编号)", "Code": "$(row.编号)", "Weight": "100 / count(指标)", "ForEach": "指标", "Score": "round(row.完成, 1)"}], "Rounding": {"Rule": {"Digits": 4}}
            """;
        var codes = Enumerable.Range(1000, 250).ToList();
        var rows = string.Join(',', codes.Select(code => $$"""{"编号": "{{code}}", "完成": 0.24}"""));
        var scores = string.Join(',', codes.Select(code => $"\"{code}\": 0.24"));

        var audit = Audit(Rubric, $$"""{"指标": [{{rows}}]}""", "{\"scores\": {" + scores + "}}");

        Assert.Equal(200, audit.Reconciliation.Count(line => line.Slip?.Kind == Rubrics.Scoring.SlipKind.Unrounded));
        Assert.All(audit.Reconciliation, line => Assert.Equal(Rubrics.Scoring.Verdict.Differs, line.Verdict));
    }

    [Fact]
    public void A_cut_off_score_is_named() => CheckLine(
        """
        "Inputs": [{"Name": "完成", "Type": "Number"}, {"Name": "计划", "Type": "Number"}], "Rules": [{"RuleName": "A", "Code": "A", "Weight": 100, "Score": "Weight * 完成 / 计划"}]
        """,
        """{"完成": 2, "计划": 3}""",
        """{"scores": {"A": 66.66}}""",
        "66.66 → 66.67 Differs -0.01 [Truncated]");

    [Fact]
    public void Another_version_that_gives_the_figure_is_named()
    {
        var other = Compile($$"""{{Execution.Replace("执行 / 调整预算", "执行 / 年初预算", StringComparison.Ordinal)}}, "ChangeNote": "分母" """);
        var context = new AuditContext { Versions = [Compile(Execution), other] };

        var line = Assert.Single(Audit(Execution, Data, """{"total": 88.3}""", context).Reconciliation);
        var changed = Assert.Single(Audit(Execution.Replace("\"70\"", "\"69\"", StringComparison.Ordinal), Data, """{"total": 88.3}""", context).Reconciliation);

        Assert.Equal("88.3 → 88.3 Agrees", Write(line));
        Assert.Equal("88.3 → 87.3 Differs 1 [OtherVersion]", Write(changed));
    }

    [Fact]
    public void A_total_that_follows_from_a_wrong_part_is_traced_to_it()
    {
        var audit = Audit(Execution, Data, """{"scores": {"EXEC": 20, "CTRL": 4, "REST": 70}, "total": 94}""");

        Assert.Equal(["4 → 4 Agrees", "20 → 14.3 Differs 5.7", "70 → 70 Agrees", "94 → 88.3 Differs 5.7 [FromParts]"], audit.Reconciliation.Select(Write));
        Assert.Equal("差额来自自报的 EXEC +5.7", audit.Reconciliation[3].Slip!.Message.Zh);
    }

    [Fact]
    public void A_total_outside_its_range_is_traced_where_its_parts_account_for_it()
    {
        var audit = Audit(Execution, """{"调整预算": 1282.20, "执行": "≤917.02"}""", """{"scores": {"REST": 74}, "total": 94}""");

        Assert.Equal(["74 → 70 Differs 4", "94 → 74..90.3 Differs 3.7 [FromParts]"], audit.Reconciliation.Select(Write));
    }

    [Fact]
    public void Rounding_does_not_excuse_a_total_whose_part_is_wrong()
    {
        const string Rubric = """
            "Inputs": [{"Name": "满意度", "Type": "Number", "Unit": "%"}],
            "Rules": [{"RuleName": "A", "Code": "A", "Weight": 40, "Score": "39.17"}, {"RuleName": "B", "Code": "B", "Weight": 60, "Score": "Weight * 满意度"}]
            """;

        var alone = Audit(Rubric, """{"满意度": 93}""", """{"total": 95}""");
        var traced = Audit(Rubric, """{"满意度": 93}""", """{"scores": {"A": 39.2, "B": 55.8}, "total": 95}""");

        Assert.Equal("95 → 94.97 WithinRounding 0.03", Write(Assert.Single(alone.Reconciliation)));
        Assert.Equal(["39.2 → 39.17 Differs 0.03 [FewerDigits]", "55.8 → 55.8 Agrees", "95 → 94.97 Differs 0.03 [FromParts]"], traced.Reconciliation.Select(Write));
    }

    [Theory]
    [InlineData("71.27%", "71.27% → 71.52% Differs -0.25 [OtherInput]")]
    [InlineData("60%", "60% → 71.52% Differs -11.52")]
    public void So_is_the_initial_for_the_adjusted_budget_of_a_table(string reported, string expected)
    {
        const string Rubric = """
            "Inputs": [{"Name": "经费", "Type": "Table", "Key": "项目", "Columns": [{"Name": "项目", "Type": "Text"}, {"Name": "年初预算数", "Type": "Number", "Unit": "万元"},
              {"Name": "调整预算数", "Type": "Number", "Unit": "万元"}, {"Name": "决算数", "Type": "Number", "Unit": "万元"}]}],
            "GlobalParams": [{"Name": "执行率", "Expression": "经费[\"合计\"].决算数 / 经费[\"合计\"].调整预算数", "Unit": "%"}],
            "Rules": [{"RuleName": "执行率", "Kind": "Information", "Expression": "执行率"}]
            """;

        CheckLine(Rubric, """{"经费": [{"项目": "合计", "年初预算数": 1286.74, "调整预算数": 1282.20, "决算数": 917.02}]}""", $$$"""{"values": {"执行率": "{{{reported}}}"}}""", expected);
    }
}
