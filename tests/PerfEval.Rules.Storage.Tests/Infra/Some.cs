using System.Text;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Storage.Packs;

namespace PerfEval.Rules.Storage.Tests.Infra;

/// <summary>A small rubric, its packs and cases.</summary>
internal static class Some
{
    public const string Rubric = "440300/2020/project";

    /// <summary>A case that holds under every version.</summary>
    public const string Case = """{ "Name": "足额", "Submission": { "data": { "执行率": 100 } }, "Expect": { "Total": 100 } }""";

    /// <summary>A version of the small rubric.</summary>
    public static string Text(string version = "1.0.0", string title = "项目支出") => $$"""
        {
          "WorkflowName": "{{Rubric}}", "Title": "{{title}}", "Region": { "Code": "440300" }, "Year": 2020, "Scope": "project", "Version": "{{version}}",
          "Inputs": [{ "Name": "执行率", "Type": "Number", "Unit": "%", "Min": 0, "Max": 100 }],
          "Rules": [{ "RuleName": "预算执行率", "Weight": 100, "Score": "执行率 * Weight" }]
        }
        """;

    /// <summary>The hash of a text's content.</summary>
    public static string Hash(string text) => RubricLoader.Load(Encoding.UTF8.GetBytes(text)).Rubric!.Hash; // the texts here are sound

    public static Pack Pack(string version = "1.0.0", string title = "项目支出")
    {
        var path = $"440300-shenzhen/2020/project/{version}.json";
        var utf8 = Encoding.UTF8.GetBytes(Text(version, title));
        return new(path, RubricLoader.Load(utf8, path), utf8);
    }

    public static PackCase PackCase(string name, string text) =>
        new($"440300-shenzhen/2020/project/cases/{name}.json", "440300-shenzhen/2020/project", Encoding.UTF8.GetBytes(text));
}
