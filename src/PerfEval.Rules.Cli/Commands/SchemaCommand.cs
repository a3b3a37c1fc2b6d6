using System.CommandLine;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Cli.Commands;

/// <summary><c>perfeval schema</c>: the JSON Schema of rubric files, or of a rubric's submissions.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var rubric = new Argument<string?>("rubric") { Description = "<region>/<year>/<scope>[@version]: the schema of its submissions' data; none: of rubric files", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("schema", "Print the JSON Schema of rubric files, or of a rubric's submissions") { rubric };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(rubric)));
        return command;
    }

    private static int Run(ParseResult parsed, string? name)
    {
        if (name is null)
            return Print(RubricSchema.Write());
        var found = RubricFinder.Find(CommonOptions.FolderOf(parsed), name, [], CommonOptions.LanguageOf(parsed));
        return found.Rubric is { } rubric ? Print(SubmissionSchema.Write(rubric)) : found.ExitCode;
    }

    private static int Print(ReadOnlySpan<byte> schema)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(schema);
        return ExitCodes.Ok;
    }
}
