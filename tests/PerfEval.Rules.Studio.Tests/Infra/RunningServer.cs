using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PerfEval.Rules.Studio.Tests.Infra;

/// <summary>
/// The server as people start it: its own process, from the folder it was built into (or the published one that PERFEVAL_SERVER names), on a free port.
/// </summary>
public sealed partial class RunningServer : IAsyncDisposable
{
    private const int MostUnread = 100;

    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> log = [];

    private RunningServer(Process process) => this.process = process;

    public Uri Address { get; private set; } = null!; // set by StartAsync, the only way to one

    /// <summary>What it has logged so far.</summary>
    public string Log
    {
        get
        {
            lock (log)
                return string.Join('\n', log);
        }
    }

    /// <param name="store">Folder of the store.</param>
    /// <param name="address">Null: a free port.</param>
    /// <param name="others">Further settings, as on the command line.</param>
    public static async Task<RunningServer> StartAsync(string store, Uri? address = null, params string[] others)
    {
        string[] settings = ["--urls", address?.ToString() ?? "http://127.0.0.1:0", $"--ConnectionStrings:Store={Path.Combine(store, "perfeval.db")}", "--Limits:PerAddress=0", "--Limits:SignInsPerMinute=0", .. others];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Folder(), "PerfEval.Rules.Server.dll"), .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        // With the accounts for trying things out, one for each role.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__Console__FormatterName"] = "simple";
        var server = new RunningServer(Process.Start(start)!); // a new process is always started
        server.process.OutputDataReceived += (_, line) => server.Take(line.Data);
        server.process.ErrorDataReceived += (_, line) => server.Take(line.Data);
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        try
        {
            server.Address = await server.listening.Task.WaitAsync(StartTimeout);
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException("the server did not start:\n" + server.Log);
        }

        return server;
    }

    /// <summary>Files a submission as the department for trying things out, under the version in force or the one named; a rubric of a wider region may answer.</summary>
    /// <returns>The evaluation's id.</returns>
    public async Task<string> FileAsync(string region, int year, string scope, JsonNode submission, string? version = null)
    {
        using var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", "pe_demo000000_known-to-everybody");
        using var answer = await client.PostAsync(new Uri("/evaluate?fallback=true", UriKind.Relative), JsonContent.Create(new { region, year, scope, version, submission }));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!["id"]!.GetValue<string>(); // every answer has one
    }

    /// <summary>Files many submissions under a version as the department for trying things out, in batches: this client reads answers only once it has sent all lines.</summary>
    public async Task FileAllAsync(string region, int year, string scope, string version, IEnumerable<JsonNode> submissions)
    {
        using var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", "pe_demo000000_known-to-everybody");
        var lines = submissions.Select(submission => new JsonObject { ["region"] = region, ["year"] = year, ["scope"] = scope, ["version"] = version, ["submission"] = submission.DeepClone() });
        foreach (var batch in lines.Chunk(MostUnread))
        {
            using var content = new StringContent(string.Join('\n', batch.Select(line => line.ToJsonString())), Encoding.UTF8, "application/x-ndjson");
            using var answer = await client.PostAsync(new Uri("/evaluate/batch", UriKind.Relative), content);
            Assert.All((await answer.Content.ReadAsStringAsync()).TrimEnd().Split('\n'), line => Assert.NotNull(JsonNode.Parse(line)!["id"])); // each is an object
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lock (log)
            log.Add(line);
        if (Listening().Match(line) is { Success: true } match)
            listening.TrySetResult(new(match.Groups[1].Value));
    }

    private static string Folder() =>
        Environment.GetEnvironmentVariable("PERFEVAL_SERVER")
        ?? typeof(RunningServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "ServerOutput").Value!; // set by the project file

    [GeneratedRegex(@"Now listening on: (http://\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Listening();
}
