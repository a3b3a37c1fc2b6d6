using System.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Reading;
using JsonArray = System.Text.Json.Nodes.JsonArray;
using JsonNode = System.Text.Json.Nodes.JsonNode;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace PerfEval.Rules.Rubrics.Tests.Comparison;

/// <summary>A rubric with one of everything, to be changed in one place by a test.</summary>
internal static class SmallRubric
{
    private const string Text = """
        {
          "WorkflowName": "440303/2020/department", "Title": "评分表", "Region": { "Code": "440303", "Name": "罗湖区" }, "Year": 2020, "Scope": "department", "Version": "1.2.3",
          "FullScore": 100, "Rounding": { "Total": { "Digits": 1 } }, "TotalRange": { "Min": 0, "Max": 100 },
          "Grades": [ { "Name": "优", "From": 90 }, { "Name": "良", "From": 0 } ],
          "Overrides": [ { "Name": "否决", "When": "total < 10", "MaxTotal": 5 } ],
          "Tables": [ { "Name": "标准", "Key": "档", "Columns": [ { "Name": "档" }, { "Name": "系数", "Type": "Number" } ], "Rows": [ [ "一", 1 ], [ "二", 0.8 ] ] } ],
          "Scales": [ { "Name": "三档", "Bands": [ { "Name": "达成", "From": 0.8, "To": 1 }, { "Name": "未达成", "From": 0, "To": 0.8 } ] } ],
          "Inputs": [ { "Name": "执行率", "Type": "Number", "Unit": "%", "Min": 0 }, { "Name": "公开", "Type": "Choice", "Choices": [ "是", "否" ] } ],
          "GlobalParams": [ { "Name": "系数", "Expression": "执行率 * 2" }, { "Name": "半数", "Expression": "执行率 / 2" } ],
          "Checks": [ { "Name": "不超过", "Code": "C1", "Expression": "执行率 <= 100%", "Tolerance": null } ],
          "Rules": [
            { "RuleName": "投入", "Code": "A", "Weight": 60, "Rules": [
              { "RuleName": "执行", "Code": "A1", "Weight": 40, "Score": "执行率 >= 90% ? Weight : 0", "Criteria": "达到90%得满分" },
              { "RuleName": "公开情况", "Code": "A2", "Weight": 20, "Expression": "公开 == \"是\"" } ] },
            { "RuleName": "产出", "Code": "B", "Weight": 40, "Rules": [
              { "RuleName": "完成", "Weight": 40, "Score": "min(系数, 1) * Weight" } ] }
          ]
        }
        """;

    public static Rubric Document { get; } = Read(JsonNode.Parse(Text)!);

    public static Rubric With(Action<JsonObject> change)
    {
        var copy = JsonNode.Parse(Text)!.AsObject();
        change(copy);
        return Read(copy);
    }

    public static Rubric Read(JsonNode node) => RubricReader.Read(Encoding.UTF8.GetBytes(node.ToJsonString())).Document!;

    /// <summary>The element at a JSON Pointer.</summary>
    public static JsonNode At(this JsonNode node, string pointer) =>
        pointer.Split('/').Skip(1).Aggregate(node, (at, step) => (at is JsonArray array ? array[int.Parse(step, null)] : at[step])!);
}
