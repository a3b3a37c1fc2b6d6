using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Cli.Commands;

/// <summary>Diagnostics as compilers print them: <c>file:line:column: error PE0103: message</c>.</summary>
internal static class DiagnosticText
{
    public static void Write(TextWriter output, string file, ImmutableArray<RubricDiagnostic> diagnostics, RubricPositions positions, string language)
    {
        foreach (var line in Lines(file, diagnostics, positions, language))
            output.WriteLine(line);
    }

    public static IEnumerable<string> Lines(string file, ImmutableArray<RubricDiagnostic> diagnostics, RubricPositions positions, string language) =>
        from diagnostic in diagnostics
        let place = positions.Locate(diagnostic.Path, diagnostic.Span).Start
        let path = diagnostic.Path.Length == 0 ? "" : $" [{diagnostic.Path}]"
        select $"{file}:{place.Line}:{place.Column}: {Word(diagnostic.Severity)} {diagnostic.Code}: {diagnostic.Message.For(language)}{path}";

    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "hint",
    };
}
