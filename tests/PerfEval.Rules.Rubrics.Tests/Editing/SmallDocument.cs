using PerfEval.Rules.Rubrics.Editing;

namespace PerfEval.Rules.Rubrics.Tests.Editing;

/// <summary>A rubric as an author lays it out, with comments, lines and escapes.</summary>
internal static class SmallDocument
{
    public const string Text = """
        {
          // 评分表
          "WorkflowName": "440303/2020/department", "Region": { "Code": "440303" }, "Year": 2020, "Scope": "department", "Version": "1.0.0",
          "Tables": [ { "Name": "标准", "Key": "档", "Columns": [ { "Name": "档" }, { "Name": "系数", "Type": "Number" } ], "Rows": [ [ "一", 1 ], [ "二", 0.8 ] ] } ],
          "Scales": [ { "Name": "三档", "Bands": [ { "Name": "达成", "From": 0.8, "To": 1 }, { "Name": "未达成", "From": 0, "To": 0.8 } ] } ],
          "Inputs": [
            { "Name": "执行率", "Label": "预算执行率", "Type": "Number", "Unit": "%", "Min": 0, "Source": "决算表7" },
            { "Name": "公开", "Type": "Choice", "Choices": [ "是", "否" ] },
            { "Name": "档次", "Type": "Choice", "Choices": "标准.档" },
            { "Name": "项目", "Type": "Table", "Columns": [ { "Name": "名称", "Type": "Text" }, { "Name": "完成", "Type": "Number" } ], "Key": "名称" }
          ],
          "GlobalParams": [
            { "Name": "折算", "Expression": "执行率 * 标准[\"一\"].系数" },
            { "Name": "完成数", "Expression": "项目.Sum(p => p.完成)" }
          ],
          "Rules": [
            { "RuleName": "执行", "Code": "A1", "Weight": 40, "Score": [
                "折算 >= 90% ? Weight",
                "  : 公开 == \"是\" ? 1 : 0" ], "ErrorMessage": "执行率 $(执行率, 1)，少得分" },
            { "RuleName": "产出", "Code": "B", "Weight": 60, "LocalParams": [ { "Name": "比", "Expression": "完成数 / 10" } ], "Rules": [
              { "RuleName": "完成", "Code": "B1", "Weight": 50, "Score": "min(比, 1) * Weight" },
              { "RuleName": "评定", "Code": "B2", "Weight": 10, "Judged": "三档" } ] },
          ],
        }
        """;

    public static RubricEditor Editor { get; } = RubricEditor.Open(Text);

    /// <summary>The editor of the text with <c>▮</c> taken out, and where it was.</summary>
    public static (RubricEditor Editor, int Caret) At(string old, string marked)
    {
        Assert.Contains(old, Text, StringComparison.Ordinal);
        var text = Text.Replace(old, marked, StringComparison.Ordinal);
        var caret = text.IndexOf('▮', StringComparison.Ordinal);
        return (Editor.WithText(text.Remove(caret, 1)), caret);
    }
}
