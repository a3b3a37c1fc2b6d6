using System.Globalization;
using System.Text;

namespace PerfEval.Rules.Benchmarks.Subjects;

/// <summary>The text of a rubric of a hundred rules, as an author lays it out: two inputs, a param and a switch of steps to each rule.</summary>
internal static class HundredRules
{
    /// <summary>What is typed in: the score of the middle rule begins behind it.</summary>
    public const string Typed = "\"Code\": \"R50\", \"Weight\": 1, \"Score\": \"";

    /// <summary>Likewise the expression of the middle param.</summary>
    public const string TypedParam = "\"Name\": \"比率50\", \"Expression\": \"";

    public static string Text { get; } = Write();

    private static string Write()
    {
        var text = new StringBuilder("{\n  \"WorkflowName\": \"440303/2020/department\", \"Region\": { \"Code\": \"440303\" }, \"Year\": 2020, \"Scope\": \"department\", \"Version\": \"1.0.0\",\n  \"Inputs\": [\n");
        AppendEach(text, i => $"{{ \"Name\": \"实际数{i}\", \"Label\": \"第{i}项实际完成数\", \"Type\": \"Number\", \"Unit\": \"万元\", \"Min\": 0, \"Source\": \"决算表7 栏{i}\" }},\n    {{ \"Name\": \"计划数{i}\", \"Label\": \"第{i}项计划数\", \"Type\": \"Number\", \"Unit\": \"万元\", \"Min\": 0, \"Source\": \"决算表8 栏{i}\" }}");
        text.Append("  ],\n  \"GlobalParams\": [\n");
        AppendEach(text, i => $"{{ \"Name\": \"比率{i}\", \"Expression\": \"ratio(实际数{i}, 计划数{i}, 1)\", \"Unit\": \"%\", \"Description\": \"第{i}项实际完成数 ÷ 计划数\" }}");
        text.Append("  ],\n  \"Rules\": [\n");
        AppendEach(text, i => $"{{ \"RuleName\": \"第{i}项完成率\", \"Code\": \"R{i}\", \"Weight\": 1, \"Score\": \"比率{i} switch {{ >= 95% => Weight, >= 80% => Weight * 0.8, >= 60% => Weight * 0.6, _ => max(0, 比率{i}) * 0.5 }}\",\n      \"Criteria\": \"完成率95%以上得满分，80%以上得八成，60%以上得六成，其余按完成率的一半计分。\", \"ErrorMessage\": \"完成率 $(比率{i})，低于95%\" }}");
        return text.Append("  ]\n}\n").ToString();
    }

    private static void AppendEach(StringBuilder text, Func<string, string> write)
    {
        for (var i = 1; i <= 100; i++)
            text.Append("    ").Append(write(i.ToString(CultureInfo.InvariantCulture))).Append(i < 100 ? ",\n" : "\n");
    }
}
