using PerfEval.Rules.Cli.Tests.Infra;

namespace PerfEval.Rules.Cli.Tests.Commands;

public sealed class CheckTests
{
    [Fact]
    public async Task Sound_rubrics_give_no_output()
    {
        using var packs = Some.Packs();
        Assert.Equal(new(0, "", ""), await Perfeval.RunAsync("check", packs.Root, Path.Combine(packs.Root, Some.File)));
    }

    [Fact]
    public async Task The_shipped_packs_have_no_errors()
    {
        var run = await Perfeval.RunAsync("check", "rubrics");
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(": error ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "`预算书`")]
    [InlineData("en", "did you mean `预算数`")]
    public async Task A_mistake_is_told_as_compilers_do(string language, string message)
    {
        using var packs = new TemporaryFolder();
        var file = packs.Write(Some.File, Some.Rubric(score: "执行数 / 预算书"));
        var run = await Perfeval.RunAsync("check", file, "--lang", language);
        var column = Some.Rubric(score: "执行数 / 预算书").Split('\n')[8].IndexOf("预算书", StringComparison.Ordinal) + 1;
        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        var line = Assert.Single(run.OutputLines);
        Assert.StartsWith($"{file}:9:{column}: error PE", line, StringComparison.Ordinal);
        Assert.Contains(message, line, StringComparison.Ordinal);
        Assert.EndsWith(" [/Rules/0/Score]", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_of_a_file_is_told()
    {
        using var packs = new TemporaryFolder();
        var file = packs.Write(Some.File, Some.Rubric(score: "执行 / 预算书 +").Replace("\"Weight\": 60", "\"Weight\": 70", StringComparison.Ordinal).Replace("\"Title\"", "\"Titel\"", StringComparison.Ordinal));
        var run = await Perfeval.RunAsync("check", file, "--lang", "en");
        Assert.Contains(run.OutputLines, line => line.Contains(" error PR0002: unknown property `Titel`; did you mean `Title`", StringComparison.Ordinal));
        Assert.Contains(run.OutputLines, line => line.Contains(" error PR0060: the top-level weights add up to 110 where 100 is due: 10 too many", StringComparison.Ordinal));
        Assert.Equal(3, run.OutputLines.Count(line => line.StartsWith($"{file}:9:", StringComparison.Ordinal) && line.Contains(": error PE", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_warning_is_no_failure()
    {
        using var packs = new TemporaryFolder();
        var file = packs.Write(Some.File, Some.Rubric().Replace("\"Code\": \"R1\"", "\"Code\": \"R1\", \"RuleExpressionType\": \"CSharpScript\"", StringComparison.Ordinal));
        var run = await Perfeval.RunAsync("check", file);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(": warning PR0056: ", Assert.Single(run.OutputLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worst_of_several_files_decides()
    {
        using var packs = Some.Packs();
        var broken = packs.Write("440300-shenzhen/2020/project/1.1.0.json", "[]");
        Assert.Equal(1, (await Perfeval.RunAsync("check", Path.Combine(packs.Root, Some.File), broken)).ExitCode);
        Assert.Equal(2, (await Perfeval.RunAsync("check", broken, Path.Combine(packs.Root, "1.2.0.json"))).ExitCode);
    }

    [Fact]
    public async Task A_file_in_the_wrong_place_of_the_packs_is_an_error()
    {
        using var packs = new TemporaryFolder();
        var file = packs.Write("440300-shenzhen/2021/project/1.0.0.json", Some.Rubric());
        var run = await Perfeval.RunAsync("check", file, "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{file}:2:19: error PR0023: ", Assert.Single(run.OutputLines), StringComparison.Ordinal);
        Assert.Equal(0, (await Perfeval.RunAsync("check", packs.Write("anywhere.json", Some.Rubric()))).ExitCode);
    }
}
