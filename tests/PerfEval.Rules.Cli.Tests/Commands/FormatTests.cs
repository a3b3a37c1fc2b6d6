using PerfEval.Rules.Cli.Tests.Infra;

namespace PerfEval.Rules.Cli.Tests.Commands;

public sealed class FormatTests
{
    [Fact]
    public async Task The_shipped_rubrics_are_formatted()
    {
        var files = Directory.GetFiles(Path.Combine(Perfeval.Root, "rubrics"), "*.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/cases/", StringComparison.Ordinal) && !file.EndsWith("schema.json", StringComparison.Ordinal));
        Assert.Equal(new(0, "", ""), await Perfeval.RunAsync(["fmt", "--check", .. files]));
    }

    [Fact]
    public async Task Formatting_changes_the_file_once()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("rubric.json", Some.Rubric());
        Assert.Equal(new(0, file + "\n", ""), await Perfeval.RunAsync("fmt", file));
        var formatted = await File.ReadAllTextAsync(file);
        Assert.NotEqual(Some.Rubric(), formatted);
        Assert.Equal(new(0, "", ""), await Perfeval.RunAsync("fmt", file));
        Assert.Equal(formatted, await File.ReadAllTextAsync(file));
        Assert.Equal(new(0, "", ""), await Perfeval.RunAsync("fmt", "--check", file));
    }

    [Fact]
    public async Task Checking_changes_nothing_and_ends_with_1()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("rubric.json", Some.Rubric());
        Assert.Equal(new(1, file + "\n", ""), await Perfeval.RunAsync("fmt", "--check", file));
        Assert.Equal(Some.Rubric(), await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("\"Year\": 2020,", "\"Year\": 2020, // 年度\n")]
    [InlineData("\"Year\": 2020,", "\"Year\": 2020, \"Yaer\": 2021,")]
    [InlineData("\"Year\": 2020,", "\"Year\": 2020, \"Year\": 2020,")]
    [InlineData("\"Weight\": 60", "\"Weight\": 60.00000000000000000000000000000000001e400")]
    [InlineData("\"Type\": \"Number\"", "\"Default\": {}, \"Type\": \"Number\"")]
    [InlineData("]", "")]
    public async Task Nothing_is_lost_by_formatting(string from, string to)
    {
        using var folder = new TemporaryFolder();
        var text = Some.Rubric().Replace(from, to, StringComparison.Ordinal);
        var file = folder.Write("rubric.json", text);
        var run = await Perfeval.RunAsync("fmt", file, "--lang", "en");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"{file}: has errors (see check) or comments", run.Errors, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(file));
    }
}
