using PerfEval.Rules.Cli.Tests.Infra;

namespace PerfEval.Rules.Cli.Tests.Commands;

/// <summary>Wrong command lines end with 2 and say why on standard error alone.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData()]
    [InlineData("score")]
    [InlineData("evaluate")]
    [InlineData("evaluate", "440303/2020/department")]
    [InlineData("evaluate", "440303/2020/department", "x.json", "--jsn")]
    [InlineData("evaluate", "440303/2020/department", "x.json", "--explain", "all")]
    [InlineData("test")]
    [InlineData("check")]
    [InlineData("fmt")]
    [InlineData("schema", "--lang", "fr")]
    public async Task A_wrong_command_line_ends_with_2(params string[] args)
    {
        var run = await Perfeval.RunAsync(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Errors);
    }

    [Theory]
    [InlineData("--help", "evaluate")]
    [InlineData("evaluate --help", "--json")]
    [InlineData("--version", "0.1.0")]
    public async Task Help_and_version_are_no_errors(string line, string shown)
    {
        var run = await Perfeval.RunAsync(line.Split(' '));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(shown, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test", "no/such/folder")]
    [InlineData("check", "no/such/file.json")]
    [InlineData("fmt", "no/such/file.json")]
    [InlineData("evaluate", "440303/2020/department", "no/such/file.json")]
    [InlineData("evaluate", "no/such/rubric.json", "rubrics/440303-luohu/2020/department/cases/quarters.json")]
    [InlineData("evaluate", "440303/2020/department", "rubrics")]
    [InlineData("schema", "440303/2020/department", "--rubrics", "no/such/folder")]
    public async Task What_is_not_there_ends_with_2_and_is_named(params string[] args)
    {
        var run = await Perfeval.RunAsync(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(args.First(arg => arg.StartsWith("no/", StringComparison.Ordinal) || arg == "rubrics"), run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh_CN.UTF-8", null, "没有文件 x.json")]
    [InlineData("C.UTF-8", null, "没有文件 x.json")]
    [InlineData("en_GB.UTF-8", null, "there is no file x.json")]
    [InlineData("en_GB.UTF-8", "zh", "没有文件 x.json")]
    [InlineData("zh_CN.UTF-8", "en", "there is no file x.json")]
    public async Task Messages_are_in_the_language_asked_for_else_the_environments(string environment, string? asked, string message)
    {
        var run = await Perfeval.RunAsync(asked is null ? ["check", "x.json"] : ["check", "x.json", "--lang", asked], "", environment);
        Assert.Equal(message, run.Errors.Trim());
    }
}
