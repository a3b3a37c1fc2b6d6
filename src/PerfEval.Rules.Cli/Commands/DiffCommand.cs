using System.CommandLine;
using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Cli.Commands;

/// <summary><c>perfeval diff</c>: what changed between two rubric files, in words, and which version number that calls for.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var old = new Argument<string>("old") { Description = "The earlier rubric file" };
        var @new = new Argument<string>("new") { Description = "The later rubric file" };
        var command = new Command("diff", "Say what changed between two rubric files and which version number that calls for") { old, @new };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(old), parsed.GetRequiredValue(@new), CommonOptions.LanguageOf(parsed)));
        return command;
    }

    private static int Run(string oldFile, string newFile, string language)
    {
        if (Read(oldFile, language) is not { } old || Read(newFile, language) is not { } @new)
            return ExitCodes.Usage;
        var change = VersionChange.Of(old, @new);
        foreach (var item in change.Changes)
            Console.WriteLine($"{Part(item.Consequence),-5} {item.Message.For(language)}");
        Console.WriteLine(language == "zh" ? $"{change.Rule.Zh}；至少 {change.Least}" : $"{change.Rule.En}; at least {change.Least}");
        if (change.Part == VersionPart.None || change.Allows(@new.Version))
            return ExitCodes.Ok;
        Console.Error.WriteLine(language == "zh" ? $"版本号 {@new.Version} 太低" : $"the version {@new.Version} is too low");
        return ExitCodes.Findings;
    }

    private static Rubric? Read(string file, string language)
    {
        if (!File.Exists(file))
        {
            Console.Error.WriteLine(language == "zh" ? $"没有文件 {file}" : $"there is no file {file}");
            return null;
        }

        var loaded = RubricLoader.Load(File.ReadAllBytes(file));
        if (loaded.Document is null)
            DiagnosticText.Write(Console.Error, file, loaded.Diagnostics, loaded.Positions, language);
        return loaded.Document;
    }

    private static string Part(VersionPart part) => part switch
    {
        VersionPart.Major => "major",
        VersionPart.Minor => "minor",
        VersionPart.Patch => "patch",
        _ => "-",
    };
}
