using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Storage.Packs;

/// <summary>
/// A folder of packs, <c>&lt;region&gt;-&lt;slug&gt;/&lt;year&gt;/&lt;scope&gt;/&lt;version&gt;.json</c> with cases in a folder <c>cases</c> beside the versions.
/// </summary>
/// <param name="root">The folder that holds the regions.</param>
/// <param name="within">A folder at or below it, to read nothing else; null: all.</param>
/// <param name="scripts">What compiles rules written in C#; null: they do not run.</param>
public sealed partial class PackFolder(string root, string? within = null, IScriptCompiler? scripts = null)
{
    private const string CasesFolder = "cases";

    // Region, year and scope lie between the folder of packs and a version.
    private const int Depth = 4;

    private readonly string start = Path.GetFullPath(within ?? root);

    /// <summary>The folder's full path.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>What compiles rules written in C#; null: they do not run.</summary>
    public IScriptCompiler? Scripts => scripts;

    /// <summary>The packs at or below any folder: that of all packs, of one region, of one of its years, of one rubric.</summary>
    public static PackFolder At(string folder, IScriptCompiler? scripts = null)
    {
        for (var here = new DirectoryInfo(Path.GetFullPath(folder)); here is not null; here = here.Parent)
        {
            if (here.Parent is { } parent && RegionFolder().IsMatch(here.Name))
                return new(parent.FullName, folder, scripts);
        }

        return new(folder, scripts: scripts);
    }

    /// <summary>The path of a file below the folder of packs that it lies in; null where it lies in none.</summary>
    public static string? FindPath(string file)
    {
        var parts = Path.GetFullPath(file).Split(Path.DirectorySeparatorChar);
        return parts.Length > Depth && RegionFolder().IsMatch(parts[^Depth]) ? string.Join('/', parts[^Depth..]) : null;
    }

    /// <summary>
    /// The folder to use: the one asked for; else <c>rubrics</c> beside the solution at or above the current directory; else <c>rubrics</c> beside the program.
    /// </summary>
    public static PackFolder Find(string? asked = null, IScriptCompiler? scripts = null)
    {
        if (!string.IsNullOrEmpty(asked))
            return new(asked, scripts: scripts);
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PerfEval.Rules.sln")))
                return new(Path.Combine(folder.FullName, "rubrics"), scripts: scripts);
        }

        return new(Path.Combine(AppContext.BaseDirectory, "rubrics"), scripts: scripts);
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

    private Pack ReadPack(string path)
    {
        var utf8 = File.ReadAllBytes(FullPath(path));
        return new(path, RubricLoader.Load(utf8, path, scripts), utf8);
    }

    private IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(start, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal);

    // A file at the top (the schema) belongs to no pack; what lies too shallow or too deep is reported by its path when it is read.
    private static bool IsRubric(string path) => path.Contains('/', StringComparison.Ordinal) && !IsCase(path);

    private static bool IsCase(string path) => Parent(path).Split('/')[^1] == CasesFolder;

    [GeneratedRegex(@"^\d{6}-", RegexOptions.CultureInvariant)]
    private static partial Regex RegionFolder();

    private static string Parent(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";
}
