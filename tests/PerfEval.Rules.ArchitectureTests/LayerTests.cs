namespace PerfEval.Rules.ArchitectureTests;

/// <summary>The table of projects: what each may reference, and the only place that sees a package. References point down only.</summary>
public sealed class LayerTests
{
    private const string Prefix = "PerfEval.Rules.";

    private static readonly Dictionary<string, Layer> Table = new(StringComparer.Ordinal)
    {
        ["Language"] = new([], []),
        ["Rubrics"] = new(["Language"], []),
        ["Scripting"] = new(["Language", "Rubrics"], ["Microsoft.CodeAnalysis.CSharp.Scripting"]),
        ["Storage"] = new(["Language", "Rubrics"], ["Dapper", "Microsoft.Data.Sqlite.Core", "Npgsql", "SQLitePCLRaw.bundle_e_sqlite3"]),
        ["Server"] = new(
            ["Language", "Rubrics", "Scripting", "Storage"],
            ["BlazorMonaco", "Microsoft.AspNetCore.OpenApi", "OpenTelemetry", "OpenTelemetry.Exporter.OpenTelemetryProtocol", "Polly.Core", "Quartz", "Radzen.Blazor", "Swashbuckle.AspNetCore.SwaggerUI"]),
        ["Cli"] = new(["Language", "Rubrics", "Scripting", "Storage"], ["System.CommandLine"]),
    };

    public static TheoryData<string> Projects => [.. Repository.Projects("src").Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_layer_may(string name)
    {
        var project = Repository.Projects("src").Single(project => project.Name == name);
        var layer = Assert.Contains(name[Prefix.Length..], (IDictionary<string, Layer>)Table);
        Assert.Empty(project.References.Except(layer.References.Select(reference => Prefix + reference)));
        Assert.Empty(project.Packages.Except(layer.Packages));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_package_is_seen_in_one_project_only(string name) =>
        Assert.Empty(Repository.Projects("src").Single(project => project.Name == name).LeakingPackages);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_its_own_tests_see_inside_a_project(string name) => Assert.All(
        Repository.Projects("src").Single(project => project.Name == name).FriendAssemblies,
        friend => Assert.Equal(name + ".Tests", friend));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "PerfEval.Rules.sln"));
        Assert.All(
            Repository.Projects("src").Concat(Repository.Projects("tests")),
            project => Assert.Contains($"\"{project.Name}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void The_api_and_the_studio_do_not_know_each_other()
    {
        var server = Repository.Sources("src/PerfEval.Rules.Server").ToList();
        Assert.Empty(server.Where(path => path.Contains("/Api/", StringComparison.Ordinal) && Names(path, "Server.Studio")).Select(Repository.Shown));
        Assert.Empty(server.Where(path => path.Contains("/Studio/", StringComparison.Ordinal) && Names(path, "Server.Api")).Select(Repository.Shown));
    }

    private static bool Names(string path, string name) => File.ReadAllText(path).Contains(name, StringComparison.Ordinal);

    private sealed record Layer(string[] References, string[] Packages);
}
