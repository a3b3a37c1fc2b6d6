using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>The server as a process of its own, listening on a free port of the loopback.</summary>
internal sealed partial class RunningServer : IDisposable
{
    private static readonly TimeSpan MostToStart = TimeSpan.FromMinutes(2); // a busy machine stalls

    private readonly TemporaryFolder data;
    private readonly Process process;
    private readonly Task<string> errors;

    private RunningServer(TemporaryFolder data, Process process)
    {
        this.data = data;
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    public int Port { get; private set; }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));

    /// <param name="store">A connection string or path; null: a new SQLite file that goes with the server.</param>
    public static Task<RunningServer> StartAsync(string packs, string? store = null, params string[] settings) => StartAsync(packs, store, _ => { }, settings);

    /// <param name="heard">Given every line that it says until it listens.</param>
    public static async Task<RunningServer> StartAsync(string packs, string? store, Action<string> heard, params string[] settings)
    {
        var data = new TemporaryFolder();
        store ??= Path.Combine(data.Root, "store.db");
        string[] arguments = [typeof(Program).Assembly.Location, $"--Rubrics={packs}", $"--ConnectionStrings:Store={store}", "--urls", "http://127.0.0.1:0", .. settings];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var server = new RunningServer(data, Process.Start(start)!); // null only with shell execution
        await server.FindPortAsync(heard).WaitAsync(MostToStart);
        return server;
    }

    /// <summary>Bytes of memory, as the kernel counts them.</summary>
    /// <param name="figure"><c>VmRSS</c>: resident now; <c>VmHWM</c>: the most so far.</param>
    public long MemoryOf(string figure) =>
        1024 * long.Parse(
            File.ReadLines($"/proc/{process.Id}/status").Single(line => line.StartsWith(figure, StringComparison.Ordinal)).Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    /// <summary>Ends it at once, as a power cut does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as an orchestrator does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Sends a dry run of which the body so far is only a part.</summary>
    public async Task<TcpClient> SendAsync(int length, string part)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", Port);
        var head = string.Create(CultureInfo.InvariantCulture, $"POST /evaluate?dryRun=true HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
        await socket.GetStream().WriteAsync(Encoding.UTF8.GetBytes(head + part));
        return socket;
    }

    public async Task<int> WaitForExitAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        data.Dispose();
    }

    private async Task FindPortAsync(Action<string> heard)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            heard(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                Port = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
                _ = process.StandardOutput.ReadToEndAsync(); // or else it would stall on a full pipe
                return;
            }
        }

        throw new InvalidOperationException("the server did not start: " + await errors);
    }

    [GeneratedRegex(@"Now listening on: http://127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();
}
