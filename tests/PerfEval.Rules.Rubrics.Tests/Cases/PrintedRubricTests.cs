using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Tests.Cases;

/// <summary>Scoring tables that cannot be carried out as they were printed; kept in docs/printed.</summary>
public sealed class PrintedRubricTests
{
    [Fact]
    public void A_table_whose_printed_points_add_up_to_110_is_refused()
    {
        var loaded = RubricLoader.Load(File.ReadAllBytes(Path.Combine(Packs.Folder, "..", "docs", "printed", "430181-2020-project.json")));

        Assert.Null(loaded.Rubric);
        var diagnostic = Assert.Single(loaded.Diagnostics);
        Assert.Equal(("PR0060", "/Rules"), (diagnostic.Code, diagnostic.Path));
        Assert.Contains("110", diagnostic.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_region_is_accounted_for()
    {
        var page = File.ReadAllText(Path.Combine(Packs.Folder, "..", "docs", "regions.md"));

        Assert.All(Directory.EnumerateDirectories(Packs.Folder).Select(folder => Path.GetFileName(folder)[..6]), region => Assert.Contains($"## {region} ", page, StringComparison.Ordinal));
    }
}
