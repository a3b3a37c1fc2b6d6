using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Storage.Packs;

/// <summary>
/// A folder of packs, <c>&lt;region&gt;-&lt;slug&gt;/&lt;year&gt;/&lt;scope&gt;/&lt;version&gt;.json</c> with cases in a folder <c>cases</c> beside the versions.
/// </summary>
public sealed class PackFolder(string root)
{
    private const string CasesFolder = "cases";

    /// <summary>The folder's full path.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>
    /// The folder to use: the one asked for; else <c>rubrics</c> beside the solution at or above the current directory; else <c>rubrics</c> beside the program.
    /// </summary>
    public static PackFolder Find(string? asked = null)
    {
        if (!string.IsNullOrEmpty(asked))
            return new(asked);
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PerfEval.Rules.sln")))
                return new(Path.Combine(folder.FullName, "rubrics"));
        }

        return new(Path.Combine(AppContext.BaseDirectory, "rubrics"));
    }

    /// <summary>Every rubric file, broken ones included, by path.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public ImmutableArray<Pack> ReadPacks() => [.. Files("*.json").Where(IsRubric).Select(ReadPack)];

    /// <summary>Every case file, by path.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public ImmutableArray<PackCase> ReadCases() =>
        [.. Files("*.json").Where(IsCase).Select(path => new PackCase(path, Parent(Parent(path)), File.ReadAllBytes(FullPath(path))))];

    /// <summary>The full path of a file of this folder.</summary>
    public string FullPath(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    private Pack ReadPack(string path) => new(path, RubricLoader.Load(File.ReadAllBytes(FullPath(path)), path));

    private IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal);

    // A file at the top (the schema) belongs to no pack; what lies too shallow or too deep is reported by its path when it is read.
    private static bool IsRubric(string path) => path.Contains('/', StringComparison.Ordinal) && !IsCase(path);

    private static bool IsCase(string path) => Parent(path).Split('/')[^1] == CasesFolder;

    private static string Parent(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";
}
