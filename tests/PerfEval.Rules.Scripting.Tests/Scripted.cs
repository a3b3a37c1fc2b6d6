using System.Globalization;
using System.Text;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Scripting.Tests;

/// <summary>A rubric with one rule in C#, of weight 40, beside another of 60.</summary>
internal static class Scripted
{
    public static LoadedRubric Load(string script, IScriptCompiler? scripts = null, string property = "Score") => RubricLoader.Load(
        Encoding.UTF8.GetBytes($$"""
            {"WorkflowName": "440303/2020/department", "Region": {"Code": "440303"}, "Year": 2020, "Scope": "department", "Version": "1.0.0",
             "Inputs": [
               {"Name": "数", "Type": "Number"}, {"Name": "比", "Type": "Number", "Unit": "%"}, {"Name": "类", "Type": "Choice", "Choices": ["优", "良", "差"]}, {"Name": "是", "Type": "Bool"},
               {"Name": "日", "Type": "Date"}, {"Name": "选", "Type": "MultiChoice", "Choices": ["甲", "乙"]},
               {"Name": "表", "Type": "Table", "Key": "名", "Columns": [{"Name": "名", "Type": "Text"}, {"Name": "数", "Type": "Number"}, {"Name": "是", "Type": "Bool"}]}],
             "GlobalParams": [{"Name": "倍", "Expression": "数 * 2"}, {"Name": "补", "Expression": "数 ?? 10"}],
             "Rules": [{"RuleName": "A", "Weight": 40, "RuleExpressionType": "CSharpScript", "{{property}}": {{JsonSerializer.Serialize(script)}} }, {"RuleName": "B", "Weight": 60, "Score": "数 > 0 ? 50 : 50"}]}
            """),
        scripts: scripts ?? new CSharpScripts());

    public static CompiledRubric Compile(string script, string property = "Score")
    {
        var loaded = Load(script, property: property);
        Assert.True(loaded.Rubric is not null, string.Join("\n", loaded.Diagnostics));
        return loaded.Rubric;
    }

    public static RuleScore Score(CompiledRubric rubric, string data)
    {
        var reading = SubmissionReader.Read(Encoding.UTF8.GetBytes($$"""{"data": {{data}}}"""), rubric);
        Assert.Empty(reading.Faults);
        return Scorer.Score(reading.Submission!).Rules[0];
    }

    public static string Render(RuleScore rule) => rule.Status switch
    {
        RuleStatus.Failed => $"failed {rule.Why.Zh}",
        RuleStatus.Undetermined => $"? [{Show(rule.Range!.Value.Min)}..{Show(rule.Range.Value.Max)}] {string.Join(",", rule.Missing)}",
        _ => Show(rule.Score!.Value),
    };

    private static string Show(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
