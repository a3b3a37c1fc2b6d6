using System.Text;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Tests.Cases;

public sealed class CaseRunnerTests
{
    private static readonly CompiledRubric Rubric = Load("""
        { "WorkflowName": "440303/2020/department", "Region": { "Code": "440303" }, "Year": 2020, "Scope": "department", "Version": "1.0.0",
          "Grades": [{ "Name": "优", "From": 90 }, { "Name": "差", "From": 0 }],
          "Inputs": [{ "Name": "执行数", "Type": "Number", "Unit": "万元", "Min": 0 }, { "Name": "预算数", "Type": "Number", "Unit": "万元" },
                     { "Name": "满意度", "Type": "Number", "Unit": "%", "Required": false }],
          "GlobalParams": [{ "Name": "执行率", "Expression": "执行数 / 预算数", "Unit": "%" }],
          "Checks": [{ "Name": "不超预算", "Code": "C1", "Expression": "执行数 <= 预算数" }],
          "Rules": [{ "RuleName": "执行", "Code": "EXEC", "Weight": 60, "Score": "Weight * min(执行率, 1)" },
                    { "RuleName": "满意", "Code": "SAT", "Weight": 40, "Score": "满意度 >= 90% ? 40 : 20" }] }
        """);

    [Theory]
    [InlineData("""{"Total": 85, "Range": {"Min": 85, "Max": 85}, "Grade": "差", "Scores": {"EXEC": 45, "SAT": 40.0}, "Statuses": {"SAT": "Scored"}, "FailedChecks": [], "Findings": []}""")]
    [InlineData("""{"Values": {"执行率": "75%", "执行数": 75}}""")]
    [InlineData("""{"Values": {"执行率": 75.00}}""")]
    [InlineData("""{"Rejected": []}""")]
    [InlineData("{}")]
    public void What_comes_out_as_expected_passes(string expect) =>
        Assert.Empty(Run("""{"data": {"执行数": 75, "预算数": 100, "满意度": "≥90%"}}""", expect));

    [Theory]
    [InlineData("""{"Total": 84.99}""", "Total: expected 84.99, got 85")]
    [InlineData("""{"Total": null}""", "Total: expected none, got 85")]
    [InlineData("""{"Range": {"Min": 80, "Max": 85}}""", "Range/Min: expected 80, got 85")]
    [InlineData("""{"Grade": "优"}""", "Grade: expected 优, got 差")]
    [InlineData("""{"Scores": {"EXEC": 44}}""", "Scores/EXEC: expected 44, got 45")]
    [InlineData("""{"Scores": {"EXAC": 45}}""", "Scores/EXAC: expected 45, got none (no rule `EXAC`, did you mean `EXEC`)")]
    [InlineData("""{"Values": {"执行率": "74.9%"}}""", "Values/执行率: expected 74.9%, got 75%")]
    [InlineData("""{"Values": {"执行比率": "74.9%"}}""", "Values/执行比率: expected 74.9%, got none (no value `执行比率`, did you mean `执行率`)")]
    [InlineData("""{"FailedChecks": ["C1"]}""", "FailedChecks: expected [C1], got []")]
    [InlineData("""{"Findings": ["PF0002", "PF0001"]}""", "Findings: expected [PF0001, PF0002], got []")]
    [InlineData("""{"Rejected": ["/data/执行数"]}""", "Rejected: expected [/data/执行数], got []")]
    public void What_comes_out_otherwise_is_a_difference(string expect, string difference) =>
        Assert.Equal([difference], Run("""{"data": {"执行数": 75, "预算数": 100, "满意度": "≥90%"}}""", expect));

    [Theory]
    [InlineData("""{"执行数": 75, "预算数": 100}""", """{"Total": null, "Range": {"Min": 65, "Max": 85}, "Scores": {"SAT": null}, "Statuses": {"SAT": "Undetermined"}, "Rejected": []}""")]
    [InlineData("""{"执行数": 75, "预算数": 0}""", """{"Statuses": {"EXEC": "Failed"}, "FailedChecks": ["C1"]}""")]
    [InlineData("""{"执行数": "无", "预算数": 0}""", """{"Findings": ["PF0001"], "Rejected": ["/data/执行数"]}""")]
    [InlineData("""{"执行数": 5}""", """{"Rejected": ["/data/预算数"], "Values": {"执行率": null}}""")]
    [InlineData("""{"执行数": -5}""", """{"Rejected": ["/data/执行数"]}""")]
    public void Open_failed_and_refused_submissions_can_be_expected(string data, string expect) =>
        Assert.Empty(Run($$"""{"data": {{data}} }""", expect));

    [Theory]
    [InlineData("""{"执行数": 75, "预算数": 100}""", """{"Total": 85}""", "Total: expected 85, got none (missing 满意度)")]
    [InlineData("""{"执行数": 75}""", """{"Scores": {"EXEC": 45}}""", "Scores/EXEC: expected 45, got none (missing 预算数)")]
    [InlineData("""{"执行数": 75}""", """{"Values": {"执行率": "75%"}}""", "Values/执行率: expected 75%, got none (missing 预算数)")]
    [InlineData("""{"执行数": -5}""", """{"Total": 85}""", "/Submission/data/执行数: expected none, got PS0012 (`-5万元` is out of range, it must be at least 0万元)")]
    [InlineData("""{"执行数": -5}""", """{"Total": 85, "Rejected": ["/data/执行数"]}""", "/Expect: expected a scorecard, got none (`-5万元` is out of range, it must be at least 0万元)")]
    public void A_difference_says_why(string data, string expect, string difference) =>
        Assert.Equal([difference], Run($$"""{"data": {{data}} }""", expect));

    private static string[] Run(string submission, string expect)
    {
        var reading = CaseReader.Read(Encoding.UTF8.GetBytes($$"""{"Name": "n", "Submission": {{submission}}, "Expect": {{expect}} }"""));
        Assert.True(reading.Case is not null, string.Join("\n", reading.Diagnostics));
        return [.. CaseRunner.Run(Rubric, reading.Case!).Differences.Select(difference => difference.ToString())];
    }

    private static CompiledRubric Load(string json)
    {
        var loaded = RubricLoader.Load(Encoding.UTF8.GetBytes(json));
        Assert.True(loaded.Rubric is not null, string.Join("\n", loaded.Diagnostics));
        return loaded.Rubric!;
    }
}
