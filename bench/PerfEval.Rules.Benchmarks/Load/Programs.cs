using PerfEval.Rules.Benchmarks.Subjects;

namespace PerfEval.Rules.Benchmarks.Load;

/// <summary>The two programs that answer POST /evaluate.</summary>
internal static class Programs
{
    /// <summary>The hand-written one.</summary>
    public static Task<StartedProgram> StartEndpointAsync() => StartedProgram.StartAsync("dotnet", url => [typeof(Programs).Assembly.Location, "endpoint", url]);

    /// <summary>The real server, with all the packs, without the limit that a single address has.</summary>
    public static Task<StartedProgram> StartServerAsync(TemporaryStore store) => StartServerAsync(store.Path, Luohu.RubricsFolder);

    /// <summary>Likewise, over a store and a folder of packs.</summary>
    public static Task<StartedProgram> StartServerAsync(string store, string packs) => StartedProgram.StartAsync(
        "dotnet",
        url => [ServerDll(), "--urls", url, "--Rubrics", packs, $"--ConnectionStrings:Store={store}", "--Limits:PerAddress=0", "--Limits:PerCaller=0"]);

    private static string ServerDll()
    {
        var path = Path.GetFullPath(Path.Combine(Luohu.RubricsFolder, "..", "src", "PerfEval.Rules.Server", "bin", "Release", "net10.0", "PerfEval.Rules.Server.dll"));
        return File.Exists(path) ? path : throw new FileNotFoundException("build the server first: dotnet build -c Release", path);
    }
}

/// <summary>A store of its own for a measurement, gone with it.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("perfeval-bench-");

    public string Path => System.IO.Path.Combine(folder.FullName, "perfeval.db");

    public void Dispose() => folder.Delete(recursive: true);
}
