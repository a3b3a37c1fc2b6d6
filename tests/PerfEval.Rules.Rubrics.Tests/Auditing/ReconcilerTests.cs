using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Tests.Scoring;
using PerfEval.Rules.Rubrics.Tests.Submissions;

namespace PerfEval.Rules.Rubrics.Tests.Auditing;

public sealed class ReconcilerTests
{
    private static readonly Scorecard Computed = SomeScorecard.Of(
        SomeScorecard.Rule("EXEC", 7.6m) with { Rules = [SomeScorecard.Rule("PARTY-1", 2)] },
        SomeScorecard.Rule("OPEN", null, "满意度", "执行率"),
        SomeScorecard.Rule("NA", null) with { Status = RuleStatus.NotApplicable }) with
    {
        Values =
        [
            SomeScorecard.Shown("预算执行率", 0.38m, "%"),
            SomeScorecard.Shown("控制率", 1.01m / 3.15m, "%"),
            SomeScorecard.Shown("支出", 9170200m, "万元"),
            SomeScorecard.Shown("系数", 0.5m),
            SomeScorecard.Missing("缺", "满意度"),
            new("涉密", Value.Of(true), null, null, false),
            new("等次", Value.Of("良好"), null, null, false),
        ],
    };

    [Theory]
    [InlineData("""{"scores": {"EXEC": 6}}""", "score EXEC 6 7.6 Differs -1.6")]
    [InlineData("""{"scores": {"EXEC": 7.60}}""", "score EXEC 7.60 7.6 Agrees ")]
    [InlineData("""{"scores": {"EXEC": 8}}""", "score EXEC 8 7.6 Differs 0.4")]
    [InlineData("""{"scores": {"PARTY-1": 2}}""", "score PARTY-1 2 2 Agrees ")]
    [InlineData("""{"scores": {"OPEN": 2}}""", "score OPEN 2  CannotDerive  满意度,执行率")]
    [InlineData("""{"scores": {"OPEN": 12}}""", "score OPEN 12  Differs 2 满意度,执行率")]
    [InlineData("""{"scores": {"NA": 2}}""", "score NA 2  Differs ")]
    [InlineData("""{"values": {"预算执行率": "30%"}}""", "value 预算执行率 30% 38% Differs -8")]
    [InlineData("""{"values": {"预算执行率": 38}}""", "value 预算执行率 38 38 Agrees ")]
    [InlineData("""{"values": {"控制率": "32.06%"}}""", "value 控制率 32.06% 32.06% Agrees ")]
    [InlineData("""{"values": {"控制率": "32.07%"}}""", "value 控制率 32.07% 32.06% Differs 0.01")]
    [InlineData("""{"values": {"控制率": "≥30%"}}""", "value 控制率 ≥30% 32.06% Agrees ")]
    [InlineData("""{"values": {"支出": "917.02"}}""", "value 支出 917.02 917.02 Agrees ")]
    [InlineData("""{"values": {"支出": "9170200元"}}""", "value 支出 9170200元 9170200元 Agrees ")]
    [InlineData("""{"values": {"支出": "917人"}}""", "value 支出 917人 917.02万元 Differs ")]
    [InlineData("""{"values": {"系数": "50%"}}""", "value 系数 50% 50% Agrees ")]
    [InlineData("""{"values": {"系数": "一半"}}""", "value 系数 一半 0.5 Differs ")]
    [InlineData("""{"values": {"缺": 3}}""", "value 缺 3  CannotDerive  满意度")]
    [InlineData("""{"values": {"涉密": true}}""", "value 涉密 true true Agrees ")]
    [InlineData("""{"values": {"涉密": "否"}}""", "value 涉密 否 true Differs ")]
    [InlineData("""{"values": {"等次": "良好"}}""", "value 等次 良好 良好 Agrees ")]
    [InlineData("""{"values": {"预算数": 3}}""", "value 预算数 3 5 Differs -2")]
    [InlineData("""{"total": 82}""", "total  82  CannotDerive  满意度,执行率")]
    [InlineData("""{"grade": "良"}""", "grade  良  CannotDerive  满意度,执行率")]
    public void A_reported_figure_is_compared_at_the_digits_written(string reported, string line) =>
        Assert.Equal(line, Write(Assert.Single(Reconcile(reported, Computed).Reconciliation)));

    [Theory]
    [InlineData("""{"scores": {"OPEN": 2}}""", "缺少确切数据：满意度、执行率")]
    [InlineData("""{"scores": {"OPEN": 12}}""", "超出可能的范围")]
    public void What_is_missing_does_not_excuse_a_figure_out_of_reach(string reported, string message) =>
        Assert.Equal(message, Assert.Single(AuditList.Of(Computed with { Audit = Reconcile(reported, Computed) })).Message?.Zh);

    [Fact]
    public void Total_and_grade_come_last()
    {
        var reported = """{"grade": "良", "total": 83.6, "values": {"预算执行率": "38%"}, "scores": {"EXEC": 7.6}}""";

        var audit = Reconcile(reported, Computed with { Total = 83.6m, Grade = "优" });

        Assert.Equal(["Agrees", "Agrees", "Agrees", "Differs"], audit.Reconciliation.Select(line => line.Verdict.ToString()));
        Assert.Equal(["score", "value", "total", "grade"], audit.Reconciliation.Select(line => line.What));
    }

    [Fact]
    public void Names_that_do_not_exist_are_findings()
    {
        var audit = Audit("""{"reasons": {"EXEX": "因", "NA": "因"}, "reported": {"scores": {"PARTY1": 3}, "values": {"执行": 1}}, "data": {"预算数": "无"}}""", Computed);

        Assert.Equal(
            ["PF0001 /data/预算数", "PF0005 /reported/scores/PARTY1", "PF0007 /reported/values/执行", "PF0006 /reasons/EXEX"],
            audit.Findings.Select(finding => $"{finding.Code} {finding.Path}"));
        Assert.Equal("no rule `PARTY1`, did you mean `PARTY-1`", audit.Findings[1].Message.En);
        Assert.All(audit.Reconciliation, line => Assert.Equal(Verdict.CannotDerive, line.Verdict));
    }

    private static AuditResult Reconcile(string reported, Scorecard scorecard) =>
        Audit($$"""{"data": {"预算数": 5}, "reported": {{reported}} }""", scorecard);

    private static AuditResult Audit(string submission, Scorecard scorecard) =>
        new Reconciler(SubmissionReaderTests.Read(submission).Submission!, scorecard).Reconcile();

    private static string Write(Reconciliation line) =>
        FormattableString.Invariant($"{line.What} {line.Code} {line.Reported} {line.Computed} {line.Verdict} {line.Difference}")
        + (line.Missing.IsEmpty ? "" : " " + string.Join(',', line.Missing));
}
