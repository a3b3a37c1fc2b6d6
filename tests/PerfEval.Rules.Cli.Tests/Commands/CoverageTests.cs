using PerfEval.Rules.Cli.Tests.Infra;

namespace PerfEval.Rules.Cli.Tests.Commands;

public sealed class CoverageTests
{
    [Fact]
    public async Task What_no_case_reaches_is_listed_before_the_counts()
    {
        var run = await Perfeval.RunAsync("test", "rubrics/440303-luohu", "--coverage", "--lang", "en");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.OutputLines, line => line.Contains("2020/department/1.1.0.json: ", StringComparison.Ordinal) && line.EndsWith(" reached", StringComparison.Ordinal));
        Assert.Contains(run.OutputLines, line => line.StartsWith("  ", StringComparison.Ordinal) && line.EndsWith(']'));
        Assert.EndsWith(" 0 skipped", run.OutputLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.0.0", "1.1.0", 0, "a new minor version; at least 1.1.0")]
    [InlineData("1.1.0", "1.0.0", 1, "a new minor version; at least 1.2.0")]
    [InlineData("1.0.0", "1.0.0", 0, "nothing changed; at least 1.0.0")]
    public async Task Two_files_are_compared_and_a_version_that_is_too_low_is_a_finding(string old, string @new, int code, string last)
    {
        var run = await Perfeval.RunAsync("diff", $"rubrics/440303-luohu/2020/department/{old}.json", $"rubrics/440303-luohu/2020/department/{@new}.json", "--lang", "en");
        Assert.Equal(code, run.ExitCode);
        Assert.EndsWith(last, run.OutputLines[^1], StringComparison.Ordinal);
    }
}
