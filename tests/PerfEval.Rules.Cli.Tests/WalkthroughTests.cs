using System.Text.RegularExpressions;
using PerfEval.Rules.Cli.Tests.Infra;

namespace PerfEval.Rules.Cli.Tests;

/// <summary>The worked example of rubrics/README.md: its files are written out, its commands run, and their output compared with what it shows.</summary>
public sealed partial class WalkthroughTests
{
    private static string Page => File.ReadAllText(Path.Combine(Perfeval.Root, "rubrics", "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task The_files_and_commands_of_the_page_give_what_it_shows()
    {
        using var folder = new TemporaryFolder();
        var files = FileBlock().Matches(Page);
        foreach (Match file in files)
            folder.Write(file.Groups["path"].Value, file.Groups["text"].Value);
        var commands = ConsoleBlock().Matches(Page).Select(block => block.Groups["text"].Value).ToList();

        Assert.True(files.Count >= 4 && commands.Count >= 5, "the page has lost its files or commands");
        foreach (var shown in commands)
            Assert.Equal(shown, await RunAsync(shown.Split('\n')[0], folder.Root));
    }

    [Fact]
    public async Task The_rubric_of_the_page_is_written_as_the_house_writes_them()
    {
        using var folder = new TemporaryFolder();
        var rubric = FileBlock().Matches(Page).Single(file => file.Groups["path"].Value.EndsWith("/1.0.0.json", StringComparison.Ordinal));

        Assert.Equal(0, (await Perfeval.RunAsync("fmt", folder.Write("1.0.0.json", rubric.Groups["text"].Value), "--check")).ExitCode);
    }

    private static async Task<string> RunAsync(string command, string folder)
    {
        var run = await Perfeval.RunAsync(command["$ perfeval ".Length..].Split(' '), "", folder: folder);
        return $"{command}\n{run.Output}{run.Errors}";
    }

    [GeneratedRegex(@"^```json (?<path>\S+)\n(?<text>.*?\n)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FileBlock();

    [GeneratedRegex(@"^```console\n(?<text>\$ perfeval .*?\n)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ConsoleBlock();
}
