using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace PerfEval.Rules.Studio.Tests.Infra;

/// <summary>Folders of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Studio { get; } = Path.Combine(Root, "src/PerfEval.Rules.Server/Studio");

    public static string Screenshots { get; } = Path.Combine(Root, "artifacts/screenshots");

    /// <summary>The submission of a case of the packs.</summary>
    public static JsonNode Case(string path) => JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "rubrics", path)))!["Submission"]!.DeepClone(); // every case has one

    public static string Guides { get; } = Path.Combine(Root, "docs");

    public static string GuideImages { get; } = Path.Combine(Guides, "images");

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
