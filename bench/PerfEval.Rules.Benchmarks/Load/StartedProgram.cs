using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PerfEval.Rules.Benchmarks.Load;

/// <summary>A program that listens on loopback, ended when disposed of. Both run with the collector that the server has by default, unless the environment names another.</summary>
internal sealed class StartedProgram : IAsyncDisposable
{
    private readonly Process process;

    private StartedProgram(Process process, IPEndPoint address) => (this.process, Address) = (process, address);

    public IPEndPoint Address { get; }

    /// <summary>What the program has cost the processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory now, and the most so far.</summary>
    public string Memory => string.Join(", ", File.ReadLines($"/proc/{process.Id}/status").Where(line => line.StartsWith("VmRSS", StringComparison.Ordinal) || line.StartsWith("RssAnon", StringComparison.Ordinal) || line.StartsWith("VmHWM", StringComparison.Ordinal))
        .Select(line => line.Replace("\t", " ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    public static async Task<StartedProgram> StartAsync(string file, Func<string, string[]> arguments)
    {
        var address = new IPEndPoint(IPAddress.Loopback, FindFreePort());
        var start = new ProcessStartInfo(file, arguments($"http://{address}")) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.TryAdd("DOTNET_gcServer", "0");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var program = new StartedProgram(Process.Start(start)!, address); // a file was given
        program.process.OutputDataReceived += static (_, _) => { }; // read, so that it never waits for us
        program.process.ErrorDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        await program.WaitUntilItListensAsync();
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task WaitUntilItListensAsync()
    {
        for (var attempt = 0; attempt < 6000 && !process.HasExited; attempt++)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(Address);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }
        }

        throw new InvalidOperationException($"{process.StartInfo.FileName} does not listen");
    }

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
