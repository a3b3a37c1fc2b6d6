using System.CommandLine;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Scripting;
using PerfEval.Rules.Storage.Packs;

namespace PerfEval.Rules.Cli;

/// <summary>Options that every command hears.</summary>
internal static class CommonOptions
{
    public static Option<string?> Rubrics { get; } = new("--rubrics")
    {
        Description = "Folder of the rubric packs (default: rubrics beside the solution, then beside the program)",
        Recursive = true,
    };

    public static Option<string?> Language { get; } = new Option<string?>("--lang")
    {
        Description = "Language of messages (default: by the environment's LANG)",
        Recursive = true,
    }.AcceptOnlyFromAmong("zh", "en");

    public static Option<bool> Scripts { get; } = new("--scripts")
    {
        Description = "Run rules written in C# (docs/scripts.md); without it they fail",
        Recursive = true,
    };

    public static PackFolder FolderOf(ParseResult parsed) => PackFolder.Find(parsed.GetValue(Rubrics), ScriptsOf(parsed));

    /// <summary>What compiles rules written in C#; null: they are not to run.</summary>
    public static IScriptCompiler? ScriptsOf(ParseResult parsed) => parsed.GetValue(Scripts) ? new CSharpScripts() : null;

    /// <summary><c>zh</c> unless asked for otherwise or the environment speaks something else.</summary>
    public static string LanguageOf(ParseResult parsed)
    {
        var asked = parsed.GetValue(Language) ?? Environment.GetEnvironmentVariable("LANG") ?? "";
        return asked.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "zh";
    }
}
