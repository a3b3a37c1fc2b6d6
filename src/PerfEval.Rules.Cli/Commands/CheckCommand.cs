using System.CommandLine;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Storage.Packs;

namespace PerfEval.Rules.Cli.Commands;

/// <summary><c>perfeval check</c>: every diagnostic of rubric files.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Rubric files, or folders of packs", Arity = ArgumentArity.OneOrMore };
        var command = new Command("check", "Report everything that is wrong with rubric files") { files };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), CommonOptions.ScriptsOf(parsed), CommonOptions.LanguageOf(parsed)));
        return command;
    }

    private static int Run(string[] paths, IScriptCompiler? scripts, string language)
    {
        var code = ExitCodes.Ok;
        foreach (var path in paths)
            code = Math.Max(code, Check(path, scripts, language));
        return code;
    }

    private static int Check(string path, IScriptCompiler? scripts, string language)
    {
        if (Directory.Exists(path))
        {
            var folder = PackFolder.At(path, scripts);
            return folder.ReadPacks().Select(pack => Report(folder.FullPath(pack.Path), pack.Loaded, language)).Append(ExitCodes.Ok).Max();
        }

        return InputFile.Read(path, language) is { } bytes ? Report(path, RubricLoader.Load(bytes, PackFolder.FindPath(path), scripts), language) : ExitCodes.Usage;
    }

    private static int Report(string file, LoadedRubric loaded, string language)
    {
        DiagnosticText.Write(Console.Out, file, loaded.Diagnostics, loaded.Positions, language);
        return loaded.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? ExitCodes.Findings : ExitCodes.Ok;
    }
}
