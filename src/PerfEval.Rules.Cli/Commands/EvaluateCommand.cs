using System.Buffers;
using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Cli.Output;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Cli.Commands;

/// <summary><c>perfeval evaluate</c>: scores a submission or the submission of a case, as a dry run.</summary>
internal static class EvaluateCommand
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var rubric = new Argument<string>("rubric") { Description = "<region>/<year>/<scope>[@version], or a rubric file" };
        var file = new Argument<string>("file") { Description = "A submission or a case, as JSON; - reads standard input" };
        var json = new Option<bool>("--json") { Description = "Print the scorecard alone, as JSON" };
        var filing = new Option<bool>("--filing") { Description = "Refuse what filing would refuse: required inputs that are absent, failed Reject checks" };
        var explain = new Option<ExplainLevel>("--explain") { Description = "How much of the reasoning to give", DefaultValueFactory = _ => ExplainLevel.Summary };
        var command = new Command("evaluate", "Score a submission under a rubric") { rubric, file, json, filing, explain };
        command.SetAction(parsed => Run(parsed, parsed.GetRequiredValue(rubric), parsed.GetRequiredValue(file), parsed.GetValue(json), parsed.GetValue(filing), parsed.GetValue(explain)));
        return command;
    }

    private static int Run(ParseResult parsed, string name, string file, bool json, bool filing, ExplainLevel explain)
    {
        var language = CommonOptions.LanguageOf(parsed);
        if (Read(file) is not { } bytes)
            return ExitCodes.Usage;
        var (submission, versions) = Open(bytes);
        if (RubricFinder.Find(CommonOptions.FolderOf(parsed), name, versions, language) is not { } rubric)
            return ExitCodes.Usage;
        var decision = Decide(submission, rubric, filing, explain);
        if (decision.Scorecard is not { } card || !decision.Refusals.IsEmpty)
        {
            foreach (var fault in decision.Refusals)
                Console.Error.WriteLine($"{fault.Code} {fault.Path}: {fault.Message.For(language)}");
            return ExitCodes.Refused;
        }

        if (json)
            WriteJson(card);
        else
            ScorecardText.Write(Console.Out, card, language);
        return ExitCodes.Ok;
    }

    private static FilingDecision Decide(ReadOnlyMemory<byte> submission, CompiledRubric rubric, bool filing, ExplainLevel explain)
    {
        var reading = SubmissionReader.Read(submission.Span, rubric);
        if (filing)
            return Filing.Decide(reading, explain);
        return reading.Submission is { } read && reading.Faults.IsEmpty ? new(Scorer.Score(read, explain), []) : new(null, reading.Faults);
    }

    private static byte[]? Read(string file)
    {
        try
        {
            if (file != "-")
                return File.ReadAllBytes(file);
            using var buffer = new MemoryStream();
            using var input = Console.OpenStandardInput();
            input.CopyTo(buffer);
            return buffer.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(exception.Message);
            return null;
        }
    }

    // A case holds its submission in a property, with the versions it is for; anything else is a submission itself, good or bad.
    private static (ReadOnlyMemory<byte> Submission, ImmutableArray<string> Versions) Open(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("Submission", out var submission))
                return (bytes, []);
            var versions = document.RootElement.TryGetProperty("Versions", out var named) && named.ValueKind == JsonValueKind.Array ? named.EnumerateArray().ToList() : [];
            return (System.Text.Encoding.UTF8.GetBytes(submission.GetRawText()), [.. versions.Where(version => version.ValueKind == JsonValueKind.String).Select(version => version.GetString()!)]); // filtered: texts
        }
        catch (JsonException)
        {
            return (bytes, []); // the submission reader says what is wrong, and where
        }
    }

    private static void WriteJson(Scorecard card)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
            ScorecardWriter.Write(writer, card);
        using var output = Console.OpenStandardOutput();
        output.Write(buffer.WrittenSpan);
        output.WriteByte((byte)'\n');
    }
}
