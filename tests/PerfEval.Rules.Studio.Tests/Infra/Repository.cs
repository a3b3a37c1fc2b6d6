using System.Runtime.CompilerServices;

namespace PerfEval.Rules.Studio.Tests.Infra;

/// <summary>Folders of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Studio { get; } = Path.Combine(Root, "src/PerfEval.Rules.Server/Studio");

    public static string Screenshots { get; } = Path.Combine(Root, "artifacts/screenshots");

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
