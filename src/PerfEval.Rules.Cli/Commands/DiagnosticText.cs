using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Cli.Commands;

/// <summary>Diagnostics as compilers print them: <c>file:line:column: error PE0103: message</c>.</summary>
internal static class DiagnosticText
{
    public static void Write(TextWriter output, string file, LoadedRubric loaded, string language)
    {
        foreach (var diagnostic in loaded.Diagnostics)
        {
            var place = loaded.Positions.Locate(diagnostic.Path, diagnostic.Span).Start;
            output.WriteLine($"{file}:{place.Line}:{place.Column}: {Word(diagnostic.Severity)} {diagnostic.Code}: {diagnostic.Message.For(language)} [{diagnostic.Path}]");
        }
    }

    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "hint",
    };
}
