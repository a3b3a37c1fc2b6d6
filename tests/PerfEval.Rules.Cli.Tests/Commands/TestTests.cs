using PerfEval.Rules.Cli.Tests.Infra;

namespace PerfEval.Rules.Cli.Tests.Commands;

public sealed class TestTests
{
    [Fact]
    public async Task The_shipped_packs_pass()
    {
        var run = await Perfeval.RunAsync("test", "rubrics");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Matches(@"^[1-9]\d* passed, 0 failed, 0 skipped\n$", run.Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("440300-shenzhen")]
    [InlineData("440300-shenzhen/2020")]
    [InlineData("440300-shenzhen/2020/project")]
    [InlineData("440300-shenzhen/2020/project/")]
    public async Task A_folder_within_the_packs_is_a_part_of_them(string within)
    {
        using var packs = Some.PacksWithCase(Some.Case());
        var run = await Perfeval.RunAsync("test", Path.Combine(packs.Root, within));
        Assert.Equal((0, "1 passed, 0 failed, 0 skipped\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task A_case_runs_against_every_version_it_is_for()
    {
        using var packs = Some.PacksWithCase(Some.Case());
        packs.Write("440300-shenzhen/2020/project/1.1.0.json", Some.Rubric("1.1.0"));
        Assert.Equal("2 passed, 0 failed, 0 skipped\n", (await Perfeval.RunAsync("test", packs.Root)).Output);
    }

    [Fact]
    public async Task A_failing_case_ends_with_1_and_tells_what_differs()
    {
        using var packs = Some.PacksWithCase(Some.Case("""{ "Total": 95, "Scores": { "R1": 54, "R2": 41 } }"""));
        var run = await Perfeval.RunAsync("test", packs.Root, "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, run.OutputLines.Length);
        Assert.StartsWith("440300-shenzhen/2020/project/cases/one.json@1.0.0: ", run.OutputLines[0], StringComparison.Ordinal);
        Assert.Contains("95", run.OutputLines[0], StringComparison.Ordinal);
        Assert.Contains("41", run.OutputLines[0], StringComparison.Ordinal);
        Assert.Equal("0 passed, 1 failed, 0 skipped", run.OutputLines[1]);
    }

    [Fact]
    public async Task A_case_for_no_version_at_hand_fails()
    {
        using var packs = Some.PacksWithCase(Some.Case(versions: """["9.0.0"]"""));
        var run = await Perfeval.RunAsync("test", packs.Root, "--lang", "en");
        Assert.Equal((1, "440300-shenzhen/2020/project/cases/one.json: there is no version it is for\n0 passed, 1 failed, 0 skipped\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task A_broken_case_fails_with_its_place()
    {
        using var packs = Some.PacksWithCase("{ \"Name\": 1 }");
        var run = await Perfeval.RunAsync("test", packs.Root, "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{Path.Combine(packs.Root, "440300-shenzhen/2020/project/cases/one.json")}:1:11: error PR0005: expected a text (or an array of lines) [/Name]", run.OutputLines);
        Assert.Equal("0 passed, 1 failed, 0 skipped", run.OutputLines[^1]);
    }

    [Fact]
    public async Task A_broken_rubric_fails_with_its_place()
    {
        using var packs = Some.PacksWithCase(Some.Case());
        packs.Write("440300-shenzhen/2020/project/1.1.0.json", "{");
        var run = await Perfeval.RunAsync("test", packs.Root, "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{packs.Root}/440300-shenzhen/2020/project/1.1.0.json:1:2: error PR0001: not valid JSON: the text ends too soon", run.OutputLines[0], StringComparison.Ordinal);
        Assert.Equal("1 passed, 1 failed, 0 skipped", run.OutputLines[^1]);
    }

    [Fact]
    public async Task A_folder_without_cases_is_no_success()
    {
        using var packs = Some.Packs();
        var run = await Perfeval.RunAsync("test", packs.Root);
        Assert.Equal((1, "0 passed, 0 failed, 0 skipped\n"), (run.ExitCode, run.Output));
    }
}
