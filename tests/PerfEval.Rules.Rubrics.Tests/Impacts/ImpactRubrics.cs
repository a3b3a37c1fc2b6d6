using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PerfEval.Rules.Rubrics.Impacts;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Tests.Impacts;

/// <summary>Two versions of a rubric that differ in every way that counts, and submissions of every kind to them.</summary>
internal static class ImpactRubrics
{
    private const string Grades = """[{"Name": "优", "From": 90}, {"Name": "良", "From": 70}, {"Name": "差", "From": -50}]""";

    /// <summary>Unrounded thirds, a rule per row, a penalty, and one that goes.</summary>
    public static CompiledRubric Before { get; } = Compile("1.0.0", """
        {"RuleName": "执行", "Code": "A", "Weight": 60, "Score": "a / 3"},
        {"RuleName": "项目", "Code": "B", "Rules": [{"RuleName": "$(row.名)", "Code": "B$(row.名)", "ForEach": "rows", "Weight": "30 / count(rows)", "Score": "row.值 / 3"}]},
        {"RuleName": "旧", "Code": "C", "Weight": 10, "Score": "b", "NotApplicableWhen": "a == 7"},
        {"RuleName": "扣", "Code": "P", "Kind": "Penalty", "Weight": 8, "Score": "b / 2"}
        """, "9");

    /// <summary>Another weight, another share, a harsher penalty, one that is new, and a narrower range of a figure.</summary>
    public static CompiledRubric After { get; } = Compile("2.0.0", """
        {"RuleName": "预算执行", "Code": "A", "Weight": 50, "Score": "a / 3"},
        {"RuleName": "项目", "Code": "B", "Rules": [{"RuleName": "$(row.名)", "Code": "B$(row.名)", "ForEach": "rows", "Weight": "30 / count(rows)", "Score": "row.值 / 7"}]},
        {"RuleName": "新", "Code": "N", "Weight": 20, "Score": "b > 5 ? 20 : 3"},
        {"RuleName": "扣", "Code": "P", "Kind": "Penalty", "Weight": 8, "Score": "b"}
        """, "8");

    /// <summary>A department's number, and what it sent: complete, incomplete, out of range, or no submission at all.</summary>
    public static Gen<(int Number, string Submission)> Sent { get; } =
        from number in Gen.Choose(0, 100_000)
        from a in Gen.Choose(0, 180)
        from b in Gen.Choose(0, 10)
        from rows in Gen.Choose(0, 12).ListOf()
        from flaw in Gen.Frequency((8, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(2)))
        select (number, Write(a, b, [.. rows.Take(4)], flaw));

    public static ImpactSubject Subject(int place) => new(new Guid(place, 0, 0, new byte[8]).ToString(), $"单位{place}", place % 3 == 0 ? "项目" : "", "");

    public static ImpactFigures Score(IEnumerable<(int Place, string Submission)> sent)
    {
        var scorer = new ImpactScorer(Before, After);
        foreach (var (place, submission) in sent)
            scorer.Add(Subject(place), Encoding.UTF8.GetBytes(submission));
        return scorer.Figures;
    }

    private static string Write(int a, int b, List<int> rows, int flaw)
    {
        var table = string.Join(", ", rows.Select((value, i) => string.Create(CultureInfo.InvariantCulture, $$"""{"名": "r{{i}}", "值": {{value}}}""")));
        return flaw switch
        {
            2 => "[]",
            1 => string.Create(CultureInfo.InvariantCulture, $$"""{"data": {"b": {{b}}, "rows": [{{table}}]} }"""),
            _ => string.Create(CultureInfo.InvariantCulture, $$"""{"data": {"a": {{a}}, "b": {{b}}, "rows": [{{table}}]} }"""),
        };
    }

    private static CompiledRubric Compile(string version, string rules, string most)
    {
        var text = $$"""
            {"WorkflowName": "440303/2020/department", "Region": {"Code": "440303"}, "Year": 2020, "Scope": "department", "Version": "{{version}}",
             "NotApplicable": "Exclude", "TotalRange": {"Min": -50, "Max": 300}, "Rounding": {"Rule": null, "Total": {"Digits": 10} }, "Grades": {{Grades}},
             "Inputs": [{"Name": "a", "Type": "Number", "Min": 0}, {"Name": "b", "Type": "Number", "Min": 0, "Max": {{most}} },
               {"Name": "rows", "Type": "Table", "Key": "名", "Columns": [{"Name": "名", "Type": "Text"}, {"Name": "值", "Type": "Number"}]}],
             "Rules": [{{rules}}]}
            """;
        var loaded = RubricLoader.Load(Encoding.UTF8.GetBytes(text));
        Assert.True(loaded.Rubric is not null, string.Join("\n", loaded.Diagnostics));
        return loaded.Rubric!;
    }
}
