using System.Text.Json;
using System.Text.RegularExpressions;
using PerfEval.Rules.Server.Tests.Infra;
using PerfEval.Rules.Server.Tests.OpenApi;

namespace PerfEval.Rules.Server.Tests.Documentation;

/// <summary>What the first pages tell a stranger to post is what they say it is.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Docs.Folder, ".."));

    [Fact]
    public void The_request_holds_the_submission_of_the_case()
    {
        var quarters = File.ReadAllText(Path.Combine(Root, "rubrics/440303-luohu/2020/department/cases/quarters.json"));
        using var document = JsonDocument.Parse(quarters);
        Docs.Check("examples/luohu-2020.json", $$"""
            {
              "region": "440303",
              "year": 2020,
              "scope": "department",
              "version": "1.0.0",
              "submission": {{document.RootElement.GetProperty("Submission").GetRawText().ReplaceLineEndings("\n")}}
            }

            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public async Task Its_curl_scores_the_department(string page)
    {
        var curl = Assert.Single(Curl().Matches(await File.ReadAllTextAsync(Path.Combine(Root, page))));
        await using var server = new TestServer(Path.Combine(Root, "rubrics"));
        using var client = server.CreateClient();
        using var response = await client.PostAsync(curl.Groups["path"].Value, await File.ReadAllBytesAsync(Path.Combine(Root, curl.Groups["file"].Value)));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        Assert.Equal(ServerSettings.DefaultUrl, curl.Groups["server"].Value);
        Assert.Equal(90.73m, (await response.ReadJsonAsync()).GetProperty("scorecard").GetProperty("total").GetDecimal());
        Assert.All(Shown(curl), part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    // The answer as printed below the command, without what stands for more (…).
    private static IEnumerable<string> Shown(Match curl) =>
        from part in curl.Groups["answer"].Value.Split('…')
        let flat = string.Concat(part.Split('\n').Select(line => line.Trim()))
        where flat.Length > 0
        select flat;

    [GeneratedRegex("""curl -s "(?<server>http://localhost:\d+)(?<path>/[^"]*)" -H "Content-Type: application/json" --data @(?<file>\S+)\s+```\s+```json\s+(?<answer>[^`]*)```""")]
    private static partial Regex Curl();
}
