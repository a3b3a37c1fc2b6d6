namespace PerfEval.Rules.Cli.Tests.Infra;

/// <summary>A small rubric with a submission and a case.</summary>
internal static class Some
{
    public const string Name = "440300/2020/project";

    public const string File = "440300-shenzhen/2020/project/1.0.0.json";

    /// <summary>54 of 60 and 40 of 40 points.</summary>
    public const string Submission = """{"department":"某单位","data":{"预算数":100,"执行数":90,"满意度":95}}""";

    /// <summary>A rubric; <paramref name="score"/> is the expression of its first rule, in line 9 from column 90.</summary>
    public static string Rubric(string version = "1.0.0", string score = "min(执行数 / 预算数, 1) * Weight") => $$"""
        {
          "WorkflowName": "440300/2020/project", "Title": "项目支出", "Region": { "Code": "440300" }, "Year": 2020, "Scope": "project", "Version": "{{version}}",
          "Inputs": [
            { "Name": "预算数", "Type": "Number", "Unit": "万元", "MinExclusive": 0 },
            { "Name": "执行数", "Type": "Number", "Unit": "万元", "Min": 0 },
            { "Name": "满意度", "Type": "Number", "Unit": "%", "Min": 0, "Max": 100 }
          ],
          "Rules": [
            { "RuleName": "预算执行率", "Code": "R1", "Weight": 60, "Score": "{{score}}" },
            { "RuleName": "满意度", "Code": "R2", "Weight": 40, "Expression": "满意度 >= 90%" }
          ]
        }
        """;

    public static string Case(string expect = """{ "Total": 94 }""", string versions = "") =>
        $$"""{ "Name": "一例", {{(versions.Length == 0 ? "" : $"\"Versions\": {versions}, ")}}"Submission": {{Submission}}, "Expect": {{expect}} }""";

    /// <summary>A folder of packs with the small rubric.</summary>
    public static TemporaryFolder Packs()
    {
        var folder = new TemporaryFolder();
        folder.Write(File, Rubric());
        return folder;
    }

    /// <summary>Likewise, with a case beside it.</summary>
    public static TemporaryFolder PacksWithCase(string text)
    {
        var folder = Packs();
        folder.Write("440300-shenzhen/2020/project/cases/one.json", text);
        return folder;
    }
}
