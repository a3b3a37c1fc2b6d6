using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Intake;

/// <summary>A project rubric with a judged indicator, in two versions, and a department rubric that takes figures from it.</summary>
internal static class JudgedRubric
{
    public const string Region = "440300";

    public static TemporaryFolder Packs()
    {
        var folder = new TemporaryFolder();
        folder.Write("440300-shenzhen/2020/project/1.0.0.json", Project("1.0.0", 80));
        folder.Write("440300-shenzhen/2020/project/1.1.0.json", Project("1.1.0", 70));
        folder.Write("440300-shenzhen/2021/department/1.0.0.json", Department);
        return folder;
    }

    /// <summary>The body of POST /evaluate: 甲单位, 90 of 100 executed, 18 of 20 points for 管理.</summary>
    public static string Body(string? submission = null, int executed = 90, string? subject = null, string version = "1.0.0")
    {
        var named = subject is null ? "" : $"\"subject\":\"{subject}\",";
        submission ??= $$"""{"department":"甲单位",{{named}}"data":{"预算数":100,"执行数":{{executed}},"管理":18} }""";
        return $$"""{"region":"440300","year":2020,"scope":"project","version":"{{version}}","submission":{{submission}} }""";
    }

    private static string Project(string version, int execution) => $$"""
        {
          "WorkflowName": "440300/2020/project", "Title": "项目支出", "Region": { "Code": "440300", "Name": "深圳市" }, "Year": 2020, "Scope": "project", "Version": "{{version}}",
          "Inputs": [
            { "Name": "预算数", "Type": "Number", "Unit": "万元", "MinExclusive": 0 },
            { "Name": "执行数", "Type": "Number", "Unit": "万元", "Min": 0 }
          ],
          "GlobalParams": [{ "Name": "执行率", "Expression": "执行数 / 预算数", "Unit": "%", "Digits": 2 }],
          "Rules": [
            { "RuleName": "预算执行率", "Code": "R1", "Weight": {{execution}}, "Score": "min(执行率, 1) * Weight" },
            { "RuleName": "管理", "Code": "管理", "Weight": 20, "Judged": "Points" }{{(execution == 80 ? "" : ", { \"RuleName\": \"及时\", \"Code\": \"R3\", \"Weight\": 10, \"Score\": \"Weight\" }")}}
          ]
        }
        """;

    private static string Department => """
        {
          "WorkflowName": "440300/2021/department", "Title": "部门整体支出", "Region": { "Code": "440300", "Name": "深圳市" }, "Year": 2021, "Scope": "department", "Version": "1.0.0",
          "Inputs": [
            { "Name": "项目表", "Type": "Table", "Key": "项目", "Columns": [
              { "Name": "项目", "Type": "Text" },
              { "Name": "执行率", "Type": "Number", "Unit": "%", "From": { "Scope": "project", "Year": -1, "Value": "执行率", "PerSubject": true } }
            ] }
          ],
          "Rules": [{ "RuleName": "项目平均执行率", "Code": "R1", "Weight": 100, "Score": "项目表.Average(p => p.执行率) * Weight" }]
        }
        """;
}
