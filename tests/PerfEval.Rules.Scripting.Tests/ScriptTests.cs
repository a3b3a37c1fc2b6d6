using PerfEval.Rules.Language.Tests;

namespace PerfEval.Rules.Scripting.Tests;

public sealed class ScriptTests
{
    public static IEnumerable<object[]> Scores => Cases.Read("scripts.csv");

    [Theory]
    [MemberData(nameof(Scores))]
    public void A_script_gives_points(string script, string data, string expected)
    {
        var found = Scripted.Render(Scripted.Score(Scripted.Compile(script), data));
        if (expected.StartsWith("failed ", StringComparison.Ordinal))
            Assert.Contains(expected["failed ".Length..], found, StringComparison.Ordinal);
        else
            Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData("数 > 10", """{"数": 12}""", "40")]
    [InlineData("数 > 10", """{"数": 2}""", "0")]
    [InlineData("数 > 10", "{}", "? [0..40] 数")]
    public void A_condition_earns_all_or_nothing(string script, string data, string expected) =>
        Assert.Equal(expected, Scripted.Render(Scripted.Score(Scripted.Compile(script, "Expression"), data)));

    [Fact]
    public void A_default_that_may_still_be_replaced_leaves_the_whole_range_open()
    {
        var rule = Scripted.Score(Scripted.Compile("补"), "{}");
        Assert.Equal((10m, (0m, 40m)), (rule.Score, (rule.Range!.Value.Min, rule.Range.Value.Max)));
    }

    [Fact]
    public void What_is_known_for_good_leaves_nothing_open()
    {
        var rule = Scripted.Score(Scripted.Compile("数 * 2"), """{"数": 7}""");
        Assert.Equal((14m, 14m), (rule.Range!.Value.Min, rule.Range.Value.Max));
    }

    [Fact]
    public void The_figures_that_it_reads_are_in_its_sentence() =>
        Assert.Contains("数 7", Scripted.Score(Scripted.Compile("数 * 2"), """{"数": 7}""").Why.Zh, StringComparison.Ordinal);

    [Fact]
    public void Passes_over_passes_come_to_an_end()
    {
        var rows = string.Join(", ", Enumerable.Range(0, 200).Select(i => $$"""{"名": "{{i}}", "数": 1, "是": true}"""));
        var rule = Scripted.Score(Scripted.Compile("表.Sum(a => 表.Sum(b => 表.Sum(c => a.数 * b.数 * c.数)))"), $$"""{"表": [{{rows}}]}""");
        Assert.Contains("行数超过", rule.Why.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_scripts_are_off_the_rule_fails_and_the_others_are_scored()
    {
        var loaded = Rubrics.Linking.RubricLoader.Load(System.Text.Encoding.UTF8.GetBytes("""
            {"WorkflowName": "440303/2020/department", "Region": {"Code": "440303"}, "Year": 2020, "Scope": "department", "Version": "1.0.0", "Inputs": [],
             "Rules": [{"RuleName": "A", "Weight": 100, "RuleExpressionType": "CSharpScript", "Score": "1"}]}
            """));
        Assert.Equal("PR0056", Assert.Single(loaded.Diagnostics).Code);
        Assert.StartsWith("failed", Scripted.Render(Scripted.Score(loaded.Rubric!, "{}")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_script_runs_on_many_threads_at_once()
    {
        var rubric = Scripted.Compile("var s = 0m; foreach (var 行 in 表) s += 行.数; s");
        Parallel.For(0, 200, i => Assert.Equal(i % 30, Scripted.Score(rubric, $$"""{"表": [{"名": "a", "数": {{i % 30}}}]}""").Score));
    }
}
