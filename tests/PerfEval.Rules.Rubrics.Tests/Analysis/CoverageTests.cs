using System.Text;
using PerfEval.Rules.Rubrics.Analysis;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Tests.Analysis;

public sealed class CoverageTests
{
    private const string Text = """
        {
          "WorkflowName": "440303/2020/department", "Region": { "Code": "440303" }, "Year": 2020, "Scope": "department", "Version": "1.0.0",
          "Grades": [ { "Name": "优", "From": 60 }, { "Name": "差", "From": 0 } ],
          "Overrides": [ { "Name": "违规", "When": "违规", "MaxTotal": 10 } ],
          "Scales": [ { "Name": "两档", "Bands": [ { "Name": "达成", "From": 0.5, "To": 1 }, { "Name": "未达成", "From": 0, "To": 0.5 } ] } ],
          "Inputs": [
            { "Name": "率", "Type": "Number", "Min": 0 }, { "Name": "次数", "Type": "Number", "Min": 0, "Required": false }, { "Name": "违规", "Type": "Bool", "Default": false }
          ],
          "Checks": [ { "Name": "不大", "Code": "C", "Expression": "率 <= 2" } ],
          "Rules": [
            { "RuleName": "步", "Code": "A", "Weight": 40, "Score": "率 switch { >= 0.9 => 40, >= 0.5 => (率 > 0.7 ? 30 : 20), _ => 0 }" },
            { "RuleName": "扣", "Code": "B", "Weight": 30, "NotApplicableWhen": "率 == 0", "ZeroWhen": "违规", "Score": "Weight - 次数" },
            { "RuleName": "评", "Code": "D", "Weight": 30, "Judged": "两档" }
          ]
        }
        """;

    private static readonly CompiledRubric Rubric = RubricLoader.Load(Encoding.UTF8.GetBytes(Text)).Rubric!;

    // Data of one case; a stretch of what it reaches; how many points say so.
    [Theory]
    [InlineData("""{ "率": 0.95 }""", "`步` (A): 率 >= 0.9", true)]
    [InlineData("""{ "率": 0.95 }""", "`步` (A): 率 >= 0.5", false)]
    [InlineData("""{ "率": 0.6 }""", "`步` (A): 率 >= 0.5", true)]
    [InlineData("""{ "率": 0.6 }""", "率 > 0.7 :", true)]
    [InlineData("""{ "率": 0.6 }""", "率 > 0.7 ?", false)]
    [InlineData("""{ "率": 0.6, "次数": 31 }""", "`扣` (B): less than the least", true)]
    [InlineData("""{ "率": 0.6, "次数": 30 }""", "`扣` (B): less than the least", false)]
    [InlineData("""{ "率": 0.6 }""", "`扣` (B): figures are missing", true)]
    [InlineData("""{ "率": 0.6, "次数": 1 }""", "`扣` (B): figures are missing", false)]
    [InlineData("""{ "率": 0 }""", "`扣` (B): not applicable", true)]
    [InlineData("""{ "率": 0.6, "违规": true }""", "`扣` (B): earns nothing", true)]
    [InlineData("""{ "率": 0.6, "违规": true }""", "override `违规` holds", true)]
    [InlineData("""{ "率": 0.6 }""", "override `违规` holds", false)]
    [InlineData("""{ "D": { "band": "达成", "share": 0.8 } }""", "`评` (D): 达成", true)]
    [InlineData("""{ "D": { "band": "达成", "share": 0.8 } }""", "`评` (D): 未达成", false)]
    [InlineData("""{ "率": 3 }""", "check `不大`: fails", true)]
    [InlineData("""{ "率": 1 }""", "check `不大`: passes", true)]
    [InlineData("""{ "率": 1, "次数": 0, "D": { "band": "达成", "share": 1 } }""", "grade `优`", true)]
    public void A_case_reaches_what_its_figures_lead_to(string data, string what, bool isReached)
    {
        var coverage = RubricCoverage.Of(Rubric, [Case("one", data)]);
        Assert.Equal(isReached ? ["one"] : [], Assert.Single(coverage.Points, point => point.What.En.Contains(what, StringComparison.Ordinal)).Cases.AsEnumerable());
    }

    [Fact]
    public void A_cap_that_no_figures_can_reach_is_no_point() =>
        Assert.DoesNotContain(RubricCoverage.Of(Rubric, []).Points, point => point.What.En.Contains("more than its weight", StringComparison.Ordinal));

    [Fact]
    public void Points_have_their_place_and_each_names_every_case_that_reaches_it()
    {
        var coverage = RubricCoverage.Of(Rubric, [Case("one", """{ "率": 1 }"""), Case("two", """{ "率": 2 }"""), Case("unreadable", """{ "不存在": 1 }""")]);
        var arm = coverage.Points.First(point => point.Kind == CoverageKind.Branch);
        Assert.Equal(("/Rules/0/Score", "40", "A"), (arm.Path, arm.Span!.Value.Of("率 switch { >= 0.9 => 40, >= 0.5 => (率 > 0.7 ? 30 : 20), _ => 0 }").ToString(), arm.Code));
        Assert.Equal(["one", "two"], arm.Cases.AsEnumerable());
        Assert.Equal(coverage.Points.Length, coverage.Reached + coverage.Missed.Count());
    }

    // Whatever a case reaches is a point of the list: nothing is reached that was not there to be reached.
    [Theory]
    [InlineData("440303-luohu/2020/department", "1.1.0")]
    [InlineData("420112-dongxihu/2020/project", "1.0.0")]
    public void The_cases_of_a_pack_reach_most_of_it(string folder, string version)
    {
        var rubric = Packs.Load($"{folder}/{version}.json");
        var cases = Directory.EnumerateFiles(Path.Combine(Packs.Folder, folder, "cases")).Select(file => CaseReader.Read(File.ReadAllBytes(file)).Case!).Where(item => item.AppliesTo(version)).ToList();
        var coverage = RubricCoverage.Of(rubric, cases);
        Assert.NotEmpty(coverage.Points);
        Assert.True(coverage.Reached > 0);
        Assert.All(cases.SelectMany(item => CoverageRun.Of(rubric, item)).Where(key => key.Span is not null).Distinct(), key => Assert.Contains(coverage.Points, point => point.Path == key.Path && point.Span == key.Span));
    }

    private static TestCase Case(string name, string data) => new() { Name = name, Submission = Encoding.UTF8.GetBytes($$"""{ "data": {{data}} }"""), Expect = new() };
}
