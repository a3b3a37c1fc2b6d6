namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>A small rubric, its submissions, and folders of packs.</summary>
internal static class Some
{
    public const string Region = "440300";
    public const string Name = "440300/2020/project";
    public const string Address = "/rubrics/440300/2020/project";

    /// <summary>A submission that lacks nothing: 54 of 60 and 40 of 40 points.</summary>
    public const string Submission = """{"department":"某单位","data":{"预算数":100,"执行数":90,"满意度":95}}""";

    /// <summary>A version of the small rubric; the weight of the first rule tells it from the others.</summary>
    public static string Rubric(string version = "1.0.0", string? effectiveFrom = null, int firstWeight = 60) => $$"""
        {
          "WorkflowName": "{{Name}}", "Title": "项目支出", "Region": { "Code": "{{Region}}", "Name": "深圳市" }, "Year": 2020, "Scope": "project",
          "Version": "{{version}}", {{(effectiveFrom is null ? "" : $"\"EffectiveFrom\": \"{effectiveFrom}\",")}}
          "Inputs": [
            { "Name": "预算数", "Type": "Number", "Unit": "万元", "MinExclusive": 0 },
            { "Name": "执行数", "Type": "Number", "Unit": "万元", "Min": 0 },
            { "Name": "满意度", "Type": "Number", "Unit": "%", "Min": 0, "Max": 100 }
          ],
          "Rules": [
            { "RuleName": "预算执行率", "Code": "R1", "Weight": {{firstWeight}}, "Score": "min(执行数 / 预算数, 1) * Weight" },
            { "RuleName": "满意度", "Code": "R2", "Weight": {{100 - firstWeight}}, "Expression": "满意度 >= 90%" }
          ]
        }
        """;

    /// <summary>The body of POST /evaluate.</summary>
    public static string Body(string submission = Submission, string region = Region, string version = "") =>
        $$"""{"region":"{{region}}","year":2020,"scope":"project",{{(version.Length == 0 ? "" : $"\"version\":\"{version}\",")}}"submission":{{submission}}}""";

    /// <summary>A new folder of packs with the small rubric in three versions: 1.0.0, 1.1.0 from July 2026, 2.0.0 from 2027.</summary>
    public static TemporaryFolder Packs()
    {
        var folder = new TemporaryFolder();
        folder.Write("440300-shenzhen/2020/project/1.0.0.json", Rubric());
        folder.Write("440300-shenzhen/2020/project/1.1.0.json", Rubric("1.1.0", "2026-07-01", 50));
        folder.Write("440300-shenzhen/2020/project/2.0.0.json", Rubric("2.0.0", "2027-01-01", 40));
        return folder;
    }
}
