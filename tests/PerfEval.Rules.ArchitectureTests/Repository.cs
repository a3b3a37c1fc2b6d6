using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace PerfEval.Rules.ArchitectureTests;

/// <summary>The files of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The project files below a folder of the root, by path.</summary>
    public static IEnumerable<ProjectFile> Projects(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => new ProjectFile(path));

    /// <summary>The written C# files below a folder of the root, by path.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>A path as it is shown in a failure.</summary>
    public static string Shown(string path) => Path.GetRelativePath(Root, path);

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}

/// <summary>What a project file says.</summary>
internal sealed class ProjectFile(string path)
{
    private readonly XDocument xml = XDocument.Load(path);

    public string Name => Path.GetFileNameWithoutExtension(path);

    public string[] References => [.. Includes("ProjectReference").Select(included => Path.GetFileNameWithoutExtension(included)).Order(StringComparer.Ordinal)];

    public string[] Packages => [.. Includes("PackageReference").Order(StringComparer.Ordinal)];

    /// <summary>Packages that projects above could see too.</summary>
    public string[] LeakingPackages =>
        [.. xml.Descendants("PackageReference").Where(package => package.Attribute("PrivateAssets")?.Value is not ("compile" or "all")).Select(Include)];

    public string[] FriendAssemblies => [.. Includes("InternalsVisibleTo")];

    private IEnumerable<string> Includes(string element) => xml.Descendants(element).Select(Include);

    private static string Include(XElement element) => element.Attribute("Include")?.Value ?? "";
}
