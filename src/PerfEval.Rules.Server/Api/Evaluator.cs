using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Telemetry;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Api;

/// <summary>Reads, scores and files bodies of POST /evaluate under the options of one request. An answer is an <see cref="Evaluation"/> or a <see cref="Problem"/>.</summary>
internal sealed class Evaluator(RubricLookup rubrics, Filer filer, Instruments instruments, EvaluateOptions options)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public bool IsDryRun => options.IsDryRun;

    /// <summary>The length of the byte order mark in front of a text.</summary>
    public static int MarkOf(ReadOnlySpan<byte> utf8) => utf8.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;

    public EvaluateRequest Read(ReadOnlySpan<byte> utf8) => new EvaluateReader(rubrics, options.CanFallBack).Read(utf8);

    /// <summary>Why what was read can't be evaluated, or null.</summary>
    public Problem? FindProblem(EvaluateRequest read)
    {
        var problem = read.FindProblem();
        if (problem is not null)
            instruments.Answered(read.Found.Rubric, options.IsDryRun, null);
        return problem;
    }

    /// <summary>What was read without a problem, as a filing.</summary>
    public FilingRequest FilingOf(EvaluateRequest read, ReadOnlyMemory<byte> submission, IdempotencyKey? key = null)
    {
        var scope = new EvaluationScope(read.Region!, read.Found.Key.Year, read.Found.Key.Scope); // a request without faults names its region
        return new(read.Found.Rubric!, scope, submission, read.Reading!, options.Caller, key) { Explain = options.Explain }; // likewise its rubric, which read the submission
    }

    /// <summary>Scores what was read without a problem.</summary>
    /// <param name="stored">What its department's stored evaluations gave for inputs that it typed.</param>
    public Evaluation Score(EvaluateRequest read, ImmutableArray<StoredValue> stored = default)
    {
        var (submission, rubric) = (read.Reading!.Submission!, read.Found.Rubric!); // without a problem there are both
        var time = instruments.BeginScoring(rubric, isDryRun: true);
        var scorecard = Scorer.Score(submission, options.Explain, rubrics.ContextOf(read.Found.Key, submission) with { Stored = stored.IsDefault ? [] : stored });
        instruments.Scored(time, scorecard);
        instruments.Answered(rubric, isDryRun: true, scorecard);
        return new(scorecard, null, read.ResolvedFrom);
    }

    /// <summary>Files what was read without a problem.</summary>
    /// <param name="filing">Its bytes must last until the answer.</param>
    /// <param name="stored">What its department's stored evaluations gave for inputs that it typed.</param>
    public async Task<IResult> FileAsync(EvaluateRequest read, FilingRequest filing, ImmutableArray<StoredValue> stored, CancellationToken cancellation)
    {
        // What is stored depends on nothing but the rubric and the submission, so that it can be computed again years later; only the answer tells of more.
        using var activity = Instruments.Begin(Instruments.Activity.File);
        var outcome = await filer.FileAsync(filing, cancellation);
        var scorecard = outcome is FilingOutcome.Stored scored ? Answer(scored, stored) : null;
        instruments.Answered(read.Found.Rubric, isDryRun: false, scorecard);
        return outcome switch
        {
            FilingOutcome.Stored kept => new Evaluation(scorecard!, kept, read.ResolvedFrom), // scored above
            FilingOutcome.Refused refused => Problems.SubmissionRefused(EvaluateRequest.Place(refused.Faults)),
            FilingOutcome.NotYours => Problems.Forbidden([ApiFaults.NotYourDepartment("/submission/department")]),
            FilingOutcome.AlreadyConfirmed confirmed => Problems.Conflict(ApiFaults.Confirmed(confirmed.Id)),
            _ => Problems.Conflict(ApiFaults.KeyReused),
        };
    }

    private Scorecard Answer(FilingOutcome.Stored filed, ImmutableArray<StoredValue> stored) =>
        stored.IsEmpty ? filed.Scorecard : Scorer.Score(filed.Filed, options.Explain, new() { Stored = stored });
}
