using System.CommandLine;
using PerfEval.Rules.Cli.Output;
using PerfEval.Rules.Rubrics.Comparison;

namespace PerfEval.Rules.Cli.Commands;

/// <summary><c>perfeval compare</c>: one submission under two rubrics, side by side, with what changed between them.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("before") { Description = "<region>/<year>/<scope>[@version], or a rubric file" };
        var after = new Argument<string>("after") { Description = "What is compared with it, likewise" };
        var file = new Argument<string>("file") { Description = "A submission or a case, as JSON; - reads standard input" };
        var json = new Option<bool>("--json") { Description = "Print the comparison as JSON, in both languages" };
        var command = new Command("compare", "Score a submission under two rubrics, side by side, and say what changed between them") { before, after, file, json };
        command.SetAction(parsed => Run(parsed, parsed.GetRequiredValue(before), parsed.GetRequiredValue(after), parsed.GetRequiredValue(file), parsed.GetValue(json)));
        return command;
    }

    private static int Run(ParseResult parsed, string before, string after, string file, bool json)
    {
        var (language, folder) = (CommonOptions.LanguageOf(parsed), CommonOptions.FolderOf(parsed));
        var read = SubmissionFile.Read(file, language);
        if (read.Utf8 is not { } submission)
            return read.ExitCode;
        var old = RubricFinder.Find(folder, before, read.Versions, language);
        if (old.Rubric is null)
            return old.ExitCode;
        var @new = RubricFinder.Find(folder, after, read.Versions, language);
        return @new.Rubric is null ? @new.ExitCode : Print(SubmissionComparison.Of([old.Rubric, @new.Rubric], submission), json, language);
    }

    // What one of the two refuses is still shown under the other.
    private static int Print(SubmissionComparison comparison, bool json, string language)
    {
        if (json)
            JsonOutput.Write(writer => SubmissionComparisonWriter.Write(writer, comparison));
        else if (comparison.Rubrics.Any(column => column.Scorecard is not null))
            ComparisonText.Write(Console.Out, comparison, language);
        var refusals = comparison.Rubrics.SelectMany(column => column.Faults.Select(fault => $"{column.Rubric.Name}@{column.Rubric.Version}: {fault.Code} {fault.Path}: {fault.Message.For(language)}")).ToList();
        refusals.ForEach(Console.Error.WriteLine);
        return refusals.Count > 0 ? ExitCodes.Refused : ExitCodes.Ok;
    }
}
