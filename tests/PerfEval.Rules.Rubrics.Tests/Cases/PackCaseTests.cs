using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Tests.Cases;

/// <summary>Every case that ships, against every version it names.</summary>
public sealed class PackCaseTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Packs.Folder, "*.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Packs.Folder, file).Replace('\\', '/'))
        .Where(path => path.Contains("/cases/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_case_comes_out_as_it_says(string path)
    {
        var reading = CaseReader.Read(File.ReadAllBytes(Path.Combine(Packs.Folder, path)));
        Assert.True(reading.Case is not null, string.Join("\n", reading.Diagnostics));

        var results = Versions(path).Where(rubric => reading.Case!.AppliesTo(rubric.Document.Version)).Select(rubric => CaseRunner.Run(rubric, reading.Case!)).ToList();

        Assert.NotEmpty(results);
        Assert.True(results.TrueForAll(result => result.Passed), string.Join("\n", results.SelectMany(result => result.Differences)));
    }

    internal static IEnumerable<CompiledRubric> Versions(string path)
    {
        var scope = path[..path.IndexOf("/cases/", StringComparison.Ordinal)];
        return Directory.EnumerateFiles(Path.Combine(Packs.Folder, scope), "*.json").Order(StringComparer.Ordinal).Select(file => Packs.Load($"{scope}/{Path.GetFileName(file)}"));
    }
}
