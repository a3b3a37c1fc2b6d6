using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace PerfEval.Rules.Cli.Tests.Infra;

/// <summary>What a run of the program gave.</summary>
internal sealed record Run(int ExitCode, string Output, string Errors)
{
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the built program as a process of its own.</summary>
internal static class Perfeval
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The folder of the solution, in which the program is started.</summary>
    public static string Root { get; } = FindRoot();

    public static Task<Run> RunAsync(params string[] args) => RunAsync(args, "");

    /// <param name="language">The environment's LANG.</param>
    /// <param name="folder">The folder to start in; null: that of the solution.</param>
    public static async Task<Run> RunAsync(string[] args, string input, string language = "zh_CN.UTF-8", string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "perfeval.dll"), .. args])
        {
            WorkingDirectory = folder ?? Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        start.Environment["LANG"] = language;
        using var process = Process.Start(start)!; // null only with shell execution
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await WriteAsync(process, input);
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }

    private static async Task WriteAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading: its exit code says more.
        }
    }

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
