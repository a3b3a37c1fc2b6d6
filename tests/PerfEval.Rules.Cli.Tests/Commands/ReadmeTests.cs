using System.Text.RegularExpressions;
using PerfEval.Rules.Cli.Tests.Infra;

namespace PerfEval.Rules.Cli.Tests.Commands;

/// <summary>The commands that the first pages show do what they show.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<string, string> Shown
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var page in (string[])["README.md", "README.zh-CN.md"])
            {
                foreach (Match command in Command().Matches(File.ReadAllText(Path.Combine(Perfeval.Root, page))))
                    data.Add(command.Groups["args"].Value, command.Groups["output"].Value);
            }

            return data;
        }
    }

    [Fact]
    public void Both_pages_show_commands() => Assert.InRange(Shown.Count, 3, 10);

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task A_command_prints_what_is_shown_below_it(string args, string output)
    {
        var run = await Perfeval.RunAsync(args.Split(' '));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var printed = run.OutputLines.Select(Squeeze).ToList();
        Assert.All(output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), line => Assert.Contains(printed, real => IsLike(real, Squeeze(line))));
    }

    // An … stands for what is left out.
    private static bool IsLike(string real, string shown) =>
        Regex.IsMatch(real, $"^{string.Join(".*", shown.Split('…').Select(Regex.Escape))}$", RegexOptions.CultureInvariant);

    // Columns are as wide as the longest name of a table, of which only a part is shown.
    private static string Squeeze(string line) => Spaces().Replace(line.Trim(), " ");

    [GeneratedRegex("""dotnet run --project src/PerfEval\.Rules\.Cli -- (?<args>[^\n`]+)\n\s*```\s+```\n(?<output>[^`]*)```""")]
    private static partial Regex Command();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
