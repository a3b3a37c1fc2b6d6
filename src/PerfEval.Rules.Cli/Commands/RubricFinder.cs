using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Storage.Packs;

namespace PerfEval.Rules.Cli.Commands;

/// <summary>What looking for a rubric gave.</summary>
/// <param name="Rubric">Null where there is none, or a broken one; why has been said on standard error.</param>
/// <param name="ExitCode">What the program then ends with.</param>
internal readonly record struct RubricFound(CompiledRubric? Rubric, int ExitCode)
{
    /// <summary>The sound versions of the same rubric in the folder, its own among them; empty where a file was named.</summary>
    public ImmutableArray<CompiledRubric> Versions { get; init; } = [];
}

/// <summary>Finds the rubric that a command line names, or says on standard error why there is none.</summary>
internal static class RubricFinder
{
    /// <param name="versions">The versions to choose among where the name gives none; empty: all.</param>
    public static RubricFound Find(PackFolder folder, string name, ImmutableArray<string> versions, string language)
    {
        if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return InputFile.Read(name, language) is { } bytes ? Open(name, RubricLoader.Load(bytes, PackFolder.FindPath(name), folder.Scripts), language) : NotThere;
        if (!Directory.Exists(folder.Root))
            return Refuse(language, $"没有指标体系文件夹 {folder.Root}", $"there is no folder of rubrics {folder.Root}");

        var (key, version) = name.Split('@', 2) is [var before, var after] ? (before, after) : (name, null);
        var all = folder.ReadPacks();
        var packs = all.Where(pack => pack.Loaded.Document?.WorkflowName == key).ToList();
        if (packs.Count == 0)
            return Unknown(key, all, language);
        var chosen = version is null ? Newest(packs, versions) : packs.Find(pack => VersionOf(pack) == version);
        return chosen is null
            ? Refuse(language, $"{key} 没有版本 {version}；现有：{VersionsOf(packs)}", $"{key} has no version {version}; there are: {VersionsOf(packs)}")
            : Open(folder.FullPath(chosen.Path), chosen.Loaded, language) with { Versions = [.. packs.Select(pack => pack.Loaded.Rubric).OfType<CompiledRubric>()] };
    }

    private static RubricFound NotThere => new(null, ExitCodes.Usage);

    private static RubricFound Open(string file, LoadedRubric loaded, string language)
    {
        if (loaded.Rubric is { } rubric)
            return new(rubric, ExitCodes.Ok);
        DiagnosticText.Write(Console.Error, file, loaded.Diagnostics, loaded.Positions, language);
        return new(null, ExitCodes.Findings);
    }

    // The highest sound version of those that are asked for; all broken: the highest of these, to be reported.
    private static Pack Newest(List<Pack> packs, ImmutableArray<string> versions) =>
        packs.OrderByDescending(pack => versions.Contains(VersionOf(pack)))
            .ThenByDescending(pack => pack.Loaded.Rubric is not null).ThenByDescending(pack => SemanticVersion.Of(VersionOf(pack))).First();

    private static RubricFound Unknown(string key, ImmutableArray<Pack> all, string language)
    {
        var known = all.Select(pack => pack.Loaded.Document?.WorkflowName).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var list = string.Join(", ", known);
        return Spelling.FindNearest(key, known) is { } nearest
            ? Refuse(language, $"没有指标体系 {key}，是否指 {nearest}；现有：{list}", $"there is no rubric {key}, did you mean {nearest}; there are: {list}")
            : Refuse(language, $"没有指标体系 {key}；现有：{list}", $"there is no rubric {key}; there are: {list}");
    }

    private static RubricFound Refuse(string language, string zh, string en)
    {
        Console.Error.WriteLine(language == "zh" ? zh : en);
        return NotThere;
    }

    private static string VersionOf(Pack pack) => pack.Loaded.Document?.Version ?? "";

    private static string VersionsOf(List<Pack> packs) => string.Join(", ", packs.OrderByDescending(pack => SemanticVersion.Of(VersionOf(pack))).Select(VersionOf));
}
