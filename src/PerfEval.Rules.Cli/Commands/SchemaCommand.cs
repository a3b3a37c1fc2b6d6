using System.CommandLine;

namespace PerfEval.Rules.Cli.Commands;

internal static class SchemaCommand
{
    public static Command Create() => new("schema", "Print the JSON Schema of rubric files, or of a rubric's submissions");
}
