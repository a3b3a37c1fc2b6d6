using System.Diagnostics;
using System.Net;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

public sealed class HealthTests
{
    private const string BrokenFile = "440303-luohu/2020/project/1.0.0.json";

    private static string BrokenRubric => Some.Rubric().Replace(Some.Region, "440303", StringComparison.Ordinal).Replace("执行数 / 预算数", "执行数 / 预算书", StringComparison.Ordinal);

    [Fact]
    public async Task It_is_ready_when_every_file_serves()
    {
        using var packs = Some.Packs();
        var (status, text) = await AskAsync(packs);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"status":"Ready","rubrics":1,"broken":[],"storeAnswers":true}""", text);
    }

    [Fact]
    public async Task A_broken_file_is_named_with_its_place_while_the_others_serve()
    {
        using var packs = Some.Packs();
        packs.Write(BrokenFile, BrokenRubric);
        var (status, text) = await AskAsync(packs);
        Assert.Equal(HttpStatusCode.OK, status);
        var (line, column) = PlaceOf("预算书", BrokenRubric);
        Assert.StartsWith($$"""{"status":"Degraded","rubrics":1,"broken":[{"file":"{{BrokenFile}}","line":{{line}},"column":{{column}},"code":"PE""", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_unavailable_when_nothing_serves()
    {
        using var packs = new TemporaryFolder();
        packs.Write(BrokenFile, "{");
        var (status, text) = await AskAsync(packs);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.StartsWith("""{"status":"Unavailable","rubrics":0,"broken":[{"file":""", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_file_of_a_version_does_not_serve()
    {
        using var packs = Some.Packs();
        packs.Write("440300-twice/2020/project/1.0.0.json", Some.Rubric());
        var (_, text) = await AskAsync(packs);
        Assert.Contains("""{"file":"440300-twice/2020/project/1.0.0.json","line":1,"column":1,"code":"PA0013",""", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strict_server_does_not_start_over_a_broken_file()
    {
        using var packs = Some.Packs();
        packs.Write(BrokenFile, BrokenRubric);
        var (exitCode, output) = await RunAsync("--strict", $"--Rubrics={packs.Root}", $"--ConnectionStrings:Store={Path.Combine(packs.Root, "store.db")}");
        Assert.Equal(1, exitCode);
        Assert.Contains($"{BrokenFile}:{PlaceOf("预算书", BrokenRubric).Line}:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_probe_fails_where_nothing_listens() => Assert.Equal(1, (await RunAsync("--check-health", "http://127.0.0.1:9")).ExitCode);

    private static (int Line, int Column) PlaceOf(string word, string text)
    {
        var lines = text.Split('\n');
        var line = Array.FindIndex(lines, line => line.Contains(word, StringComparison.Ordinal));
        return (line + 1, lines[line].IndexOf(word, StringComparison.Ordinal) + 1);
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(TemporaryFolder packs)
    {
        await using var server = new TestServer(packs.Root);
        using var client = server.CreateClient();
        using var response = await client.GetAsync("/health/ready");
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!; // null only with shell execution
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
