using System.Text.Json;
using System.Text.RegularExpressions;
using PerfEval.Rules.Cli.Tests.Infra;

namespace PerfEval.Rules.Cli.Tests.Commands;

public sealed class CompareTests
{
    private const string Later = "440300-shenzhen/2020/project/1.1.0.json";

    [Theory]
    [InlineData("zh", @"^R1 +预算执行率 +60 +54 +50 +45 +-9 +\S", @"^总分 +94 +85 +-9$")]
    [InlineData("en", @"^R1 +预算执行率 +60 +54 +50 +45 +-9 +\S", @"^total +94 +85 +-9$")]
    public async Task Scores_stand_side_by_side_with_the_change_and_its_reason(string language, string rule, string total)
    {
        using var packs = TwoVersions();
        var run = await Perfeval.RunAsync(["compare", Some.Name + "@1.0.0", Some.Name + "@1.1.0", "-", "--lang", language, "--rubrics", packs.Root], Some.Submission);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains(run.OutputLines, line => Regex.IsMatch(line, rule));
        Assert.Contains(run.OutputLines, line => Regex.IsMatch(line, total));
        Assert.Contains(run.OutputLines, line => Regex.IsMatch(line, @"^R2 +满意度 +40 +40 +40 +40$"));
        Assert.StartsWith($"[2] {Some.Name}@1.1.0  sha256:", run.OutputLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_same_in_either_language_and_alone_on_standard_output()
    {
        using var packs = TwoVersions();
        string[] args = ["compare", Some.Name + "@1.0.0", Some.Name + "@1.1.0", "-", "--json", "--rubrics", packs.Root];
        var run = await Perfeval.RunAsync(args, Some.Submission);
        using var comparison = JsonDocument.Parse(run.Output);
        Assert.Equal([94m, 85m], comparison.RootElement.GetProperty("rubrics").EnumerateArray().Select(column => column.GetProperty("total").GetDecimal()));
        Assert.Equal(run, await Perfeval.RunAsync([.. args, "--lang", "en"], Some.Submission));
    }

    [Fact]
    public async Task The_case_of_a_pack_is_compared_with_what_lies_in_no_rule_below()
    {
        var run = await Perfeval.RunAsync("compare", "440303/2020/department@1.0.0", "440303/2020/department@1.1.0", "rubrics/440303-luohu/2020/department/cases/quarters.json");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains(run.OutputLines, line => Regex.IsMatch(line, @"^总分 +90\.73 +90\.73$"));
        Assert.Contains("其他改动：", run.OutputLines);
    }

    [Fact]
    public async Task What_one_of_the_two_refuses_is_shown_under_the_other_and_ends_with_3()
    {
        using var packs = TwoVersions();
        packs.Write(Later, Some.Rubric("1.1.0").Replace("\"Max\": 100", "\"Max\": 90", StringComparison.Ordinal));
        string[] args = ["compare", Some.Name + "@1.0.0", Some.Name + "@1.1.0", "-", "--lang", "en", "--rubrics", packs.Root];
        var run = await Perfeval.RunAsync(args, Some.Submission);
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith($"{Some.Name}@1.1.0: PS0012 /data/满意度: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(run.OutputLines, line => Regex.IsMatch(line, "^total +94 +—$"));
        var neither = await Perfeval.RunAsync(args, "[]");
        Assert.Equal((3, ""), (neither.ExitCode, neither.Output));
    }

    [Theory]
    [InlineData("440300/2020/project@9.9.9", "440300/2020/project@1.0.0")]
    [InlineData("440300/2020/project@1.0.0", "440300/2020/projct@1.0.0")]
    public async Task An_unknown_rubric_ends_with_2(string before, string after)
    {
        using var packs = TwoVersions();
        var run = await Perfeval.RunAsync(["compare", before, after, "-", "--rubrics", packs.Root], Some.Submission);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Errors);
    }

    private static TemporaryFolder TwoVersions()
    {
        var packs = Some.Packs();
        packs.Write(Later, Some.Rubric("1.1.0").Replace("\"Weight\": 60", "\"Weight\": 50", StringComparison.Ordinal).Replace("\"Version\"", "\"FullScore\": 90, \"Version\"", StringComparison.Ordinal));
        return packs;
    }
}
