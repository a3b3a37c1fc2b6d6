using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Storage.Packs;

namespace PerfEval.Rules.Cli.Commands;

/// <summary>Finds the rubric that a command line names, or says on standard error why there is none.</summary>
internal static class RubricFinder
{
    /// <param name="versions">The versions to choose among where the name gives none; empty: all.</param>
    public static CompiledRubric? Find(PackFolder folder, string name, ImmutableArray<string> versions, string language)
    {
        if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return Load(name, language);
        var (key, version) = name.Split('@') is [var before, var after] ? (before, after) : (name, null);
        var packs = Packs(folder).Where(pack => pack.Loaded.Document?.WorkflowName == key).ToList();
        if (packs.Count == 0)
        {
            Console.Error.WriteLine(language == "zh" ? $"没有指标体系 {key}；现有：{Known(folder)}" : $"there is no rubric {key}; there are: {Known(folder)}");
            return null;
        }

        var chosen = version is null ? Newest(packs, versions) : packs.Find(pack => pack.Loaded.Document!.Version == version); // filtered: has a document
        if (chosen is null)
            Console.Error.WriteLine(language == "zh" ? $"{key} 没有版本 {version}" : $"{key} has no version {version}");
        else if (chosen.Loaded.Rubric is null)
            DiagnosticText.Write(Console.Error, folder.FullPath(chosen.Path), chosen.Loaded, language);
        return chosen?.Loaded.Rubric;
    }

    private static CompiledRubric? Load(string file, string language)
    {
        if (!File.Exists(file))
        {
            Console.Error.WriteLine(language == "zh" ? $"没有文件 {file}" : $"there is no file {file}");
            return null;
        }

        var loaded = RubricLoader.Load(File.ReadAllBytes(file));
        if (loaded.Rubric is null)
            DiagnosticText.Write(Console.Error, file, loaded, language);
        return loaded.Rubric;
    }

    // The highest sound version of those that are asked for; all broken: the highest of these, to be reported.
    private static Pack Newest(List<Pack> packs, ImmutableArray<string> versions) =>
        packs.OrderByDescending(pack => versions.Contains(pack.Loaded.Document!.Version)) // filtered: has a document
            .ThenByDescending(pack => pack.Loaded.Rubric is not null).ThenByDescending(pack => SemanticVersion.Of(pack.Loaded.Document!.Version)).First(); // filtered: has a document

    private static ImmutableArray<Pack> Packs(PackFolder folder) => Directory.Exists(folder.Root) ? folder.ReadPacks() : [];

    private static string Known(PackFolder folder) =>
        string.Join(", ", Packs(folder).Select(pack => pack.Loaded.Document?.WorkflowName).OfType<string>().Distinct().Order(StringComparer.Ordinal));
}
