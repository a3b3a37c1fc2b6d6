using System.CommandLine;
using PerfEval.Rules.Cli.Output;
using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Cli.Commands;

/// <summary><c>perfeval evaluate</c>: scores a submission or the submission of a case, as a dry run.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var rubric = new Argument<string>("rubric") { Description = "<region>/<year>/<scope>[@version], or a rubric file" };
        var file = new Argument<string>("file") { Description = "A submission or a case, as JSON; - reads standard input" };
        var json = new Option<bool>("--json") { Description = "Print the scorecard alone, as JSON" };
        var filing = new Option<bool>("--filing") { Description = "Refuse what filing would refuse: required inputs that are absent, failed Reject checks" };
        var explain = new Option<ExplainLevel>("--explain") { Description = "How much of the reasoning to give", DefaultValueFactory = _ => ExplainLevel.Summary };
        var batch = new Option<bool>("--batch") { Description = "The file has a submission in each line; print a line of JSON for each" };
        var command = new Command("evaluate", "Score a submission under a rubric") { rubric, file, json, filing, explain, batch };
        command.SetAction(parsed => parsed.GetValue(batch)
            ? RunBatch(parsed, parsed.GetRequiredValue(rubric), parsed.GetRequiredValue(file), parsed.GetValue(filing), parsed.GetResult(explain) is { Implicit: false } ? parsed.GetValue(explain) : ExplainLevel.None)
            : Run(parsed, parsed.GetRequiredValue(rubric), parsed.GetRequiredValue(file), parsed.GetValue(json), parsed.GetValue(filing), parsed.GetValue(explain)));
        return command;
    }

    private static int RunBatch(ParseResult parsed, string name, string file, bool filing, ExplainLevel explain)
    {
        var language = CommonOptions.LanguageOf(parsed);
        using var input = InputFile.OpenOrStandardInput(file, language);
        if (input is null)
            return ExitCodes.Usage;
        var found = RubricFinder.Find(CommonOptions.FolderOf(parsed), name, [], language);
        if (found.Rubric is not { } rubric)
            return found.ExitCode;
        using var output = Console.OpenStandardOutput();
        var run = new BatchRun(submission => Decide(SubmissionReader.Read(submission.Span, rubric), filing, explain, new() { Versions = found.Versions }), language);
        return run.Run(input, output) ? ExitCodes.Ok : ExitCodes.Refused;
    }

    private static int Run(ParseResult parsed, string name, string file, bool json, bool filing, ExplainLevel explain)
    {
        var language = CommonOptions.LanguageOf(parsed);
        var read = SubmissionFile.Read(file, language);
        if (read.Utf8 is not { } submission)
            return read.ExitCode;
        var found = RubricFinder.Find(CommonOptions.FolderOf(parsed), name, read.Versions, language);
        if (found.Rubric is not { } rubric)
            return found.ExitCode;
        var decision = Decide(SubmissionReader.Read(submission.Span, rubric), filing, explain, new() { Versions = found.Versions });
        return Print(decision, json, language);
    }

    private static int Print(FilingDecision decision, bool json, string language)
    {
        if (decision.Scorecard is not { } card || !decision.Refusals.IsEmpty)
        {
            foreach (var fault in decision.Refusals)
                Console.Error.WriteLine($"{fault.Code} {fault.Path}: {fault.Message.For(language)}");
            return ExitCodes.Refused;
        }

        if (json)
            JsonOutput.Write(writer => ScorecardWriter.Write(writer, card));
        else
            ScorecardText.Write(Console.Out, card, language);
        return ExitCodes.Ok;
    }

    private static FilingDecision Decide(SubmissionReading reading, bool filing, ExplainLevel explain, AuditContext context)
    {
        if (filing)
            return Filing.Decide(reading, explain, context);
        return reading.Submission is { } read && reading.Faults.IsEmpty ? new(Scorer.Score(read, explain, context), []) : new(null, reading.Faults);
    }
}
