using System.CommandLine;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Cli.Commands;

/// <summary><c>perfeval fmt</c>: rewrites rubric files the way the house writes them.</summary>
internal static class FormatCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Rubric files", Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = "Change nothing; name the files that are not formatted and end with 1" };
        var command = new Command("fmt", "Rewrite rubric files the way the house writes them; a file with errors or comments is left alone") { files, check };
        command.SetAction(parsed => parsed.GetRequiredValue(files).Select(file => Run(file, parsed.GetValue(check), CommonOptions.LanguageOf(parsed))).Max());
        return command;
    }

    private static int Run(string file, bool check, string language)
    {
        if (InputFile.Read(file, language) is not { } before)
            return ExitCodes.Usage;
        if (RubricFormatter.Format(before) is not { } after)
        {
            Console.Error.WriteLine(language == "zh" ? $"{file}：有错误（见 check），或含有注释，整理会丢失内容，未改动" : $"{file}: has errors (see check) or comments, of which something would be lost; left alone");
            return ExitCodes.Findings;
        }

        if (before.AsSpan().SequenceEqual(after))
            return ExitCodes.Ok;
        Console.WriteLine(file);
        if (check)
            return ExitCodes.Findings;
        File.WriteAllBytes(file, after);
        return ExitCodes.Ok;
    }
}
