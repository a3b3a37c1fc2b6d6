using System.Runtime.CompilerServices;

namespace PerfEval.Rules.Server.Tests.OpenApi;

/// <summary>Committed pages that are generated. With PERFEVAL_UPDATE_DOCS=1 the tests rewrite them.</summary>
internal static class Docs
{
    public static string Folder { get; } = FindFolder();

    public static void Check(string page, string generated)
    {
        var path = Path.Combine(Folder, page);
        if (Environment.GetEnvironmentVariable("PERFEVAL_UPDATE_DOCS") == "1")
            File.WriteAllText(path, generated);
        Assert.True(File.Exists(path), $"{page} is not committed; run the tests with PERFEVAL_UPDATE_DOCS=1");
        Assert.Equal(generated, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string FindFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs"));
}
