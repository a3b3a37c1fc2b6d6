using System.CommandLine;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Storage.Packs;

namespace PerfEval.Rules.Cli.Commands;

/// <summary><c>perfeval test</c>: runs the cases of a folder of packs against every version they are for.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "A folder of rubric packs, or one within it" };
        var coverage = new Option<bool>("--coverage") { Description = "List the branches, bands, caps, grades and paths that no case reaches" };
        var command = new Command("test", "Run the cases of rubric packs; ends with a line of counts") { folder, coverage };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(coverage), CommonOptions.ScriptsOf(parsed), CommonOptions.LanguageOf(parsed)));
        return command;
    }

    private static int Run(string path, bool coverage, IScriptCompiler? scripts, string language)
    {
        if (!Directory.Exists(path))
        {
            Console.Error.WriteLine(language == "zh" ? $"没有文件夹 {path}" : $"there is no folder {path}");
            return ExitCodes.Usage;
        }

        var folder = PackFolder.At(path, scripts);
        var packs = folder.ReadPacks();
        var (passed, failed) = (0, 0);
        foreach (var broken in packs.Where(pack => pack.Loaded.Rubric is null))
        {
            DiagnosticText.Write(Console.Out, folder.FullPath(broken.Path), broken.Loaded.Diagnostics, broken.Loaded.Positions, language);
            failed++;
        }

        foreach (var problem in folder.ReadCases().SelectMany(file => Problems(folder, file, packs, language)))
        {
            (passed, failed) = problem is null ? (passed + 1, failed) : (passed, failed + 1);
            if (problem is not null)
                Console.WriteLine(problem);
        }

        if (coverage)
            CoverageText.Write(Console.Out, folder, packs, language);
        Console.WriteLine($"{passed} passed, {failed} failed, 0 skipped");
        return failed == 0 && passed > 0 ? ExitCodes.Ok : ExitCodes.Findings;
    }

    // One entry per run: null for a pass, else what went wrong.
    private static IEnumerable<string?> Problems(PackFolder folder, PackCase file, IEnumerable<Pack> packs, string language)
    {
        var reading = CaseReader.Read(file.Utf8);
        if (reading.Case is not { } testCase)
            return [string.Join('\n', DiagnosticText.Lines(folder.FullPath(file.Path), reading.Diagnostics, reading.Positions, language))];

        var versions = packs.Where(pack => Parent(pack.Path) == file.Scope).Select(pack => pack.Loaded.Rubric).OfType<CompiledRubric>();
        var runs = versions.Where(rubric => testCase.AppliesTo(rubric.Document.Version)).Select(rubric => CaseRunner.Run(rubric, testCase)).ToList();
        if (runs.Count == 0)
            return [file.Path + (language == "zh" ? "：没有适用的版本" : ": there is no version it is for")];
        return runs.Select(run => run.Passed ? null : $"{file.Path}@{run.Version}: " + string.Join("; ", run.Differences.Select(difference => difference.Message.For(language))));
    }

    internal static string Parent(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}
