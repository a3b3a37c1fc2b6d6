using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Telemetry;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Intake;

/// <summary>Files submissions: who may, what is complete, what is filled in, and the scorecard that is stored with it.</summary>
/// <remarks>Six dependencies: each step of filing is one.</remarks>
internal sealed class Filer(EvaluationStore evaluations, OriginFiller origins, RubricLookup rubrics, EvaluationIds ids, Instruments instruments, TimeProvider clock)
{
    /// <summary>Files a submission that could be read. What is answered is on the disk.</summary>
    public async Task<FilingOutcome> FileAsync(FilingRequest request, CancellationToken cancellation)
    {
        if (FindNamelessness(request.Reading.Submission!) is { IsEmpty: false } nameless) // it could be read
            return new FilingOutcome.Refused([.. nameless, .. Filing.Decide(request.Reading, ExplainLevel.None).Refusals]);
        if (!request.Caller.MayFile(request.Reading.Submission!.Department, request.Scope.Region)) // likewise
            return new FilingOutcome.NotYours();
        var filled = await origins.FillAsync(request, cancellation);
        var time = instruments.BeginScoring(filled.Rubric, isDryRun: false);
        var decision = Filing.Decide(filled.Reading, request.Explain);
        instruments.Scored(time, decision.Scorecard);
        if (decision is not { Scorecard: { } scorecard, Refusals.IsEmpty: true })
            return new FilingOutcome.Refused(decision.Refusals);
        var evaluation = Describe(filled, scorecard);
        return await evaluations.FileAsync(evaluation, cancellation) switch
        {
            FilingResult.Filed filed => new FilingOutcome.Stored(evaluation.Id, evaluation.FiledAt, filed.Revision, filled.Reading.Submission!, scorecard),
            FilingResult.Repeated repeated => await RepeatAsync(repeated.Id, request.Explain, cancellation),
            FilingResult.AlreadyConfirmed confirmed => new FilingOutcome.AlreadyConfirmed(confirmed.Id),
            _ => new FilingOutcome.KeyReused(),
        };
    }

    private NewEvaluation Describe(FilingRequest request, Scorecard scorecard)
    {
        var (at, submission) = (clock.GetUtcNow(), request.Reading.Submission!); // it was scored
        return new()
        {
            Id = ids.Next(),
            FiledAt = at,
            Identity = new(request.Rubric.Compiled.Document.WorkflowName, submission.Department!, submission.Subject ?? "", submission.Period ?? ""), // checked
            Version = request.Rubric.Version,
            Hash = request.Rubric.Compiled.Hash,
            Scope = request.Scope,
            Submission = request.Submission,
            Scorecard = ScorecardWriter.Write(scorecard, ExplainLevel.None),
            Total = scorecard.Total,
            Grade = scorecard.Grade,
            Complete = scorecard.Complete,
            FiledBy = request.Caller.Actor,
            Key = request.Key,
        };
    }

    private async Task<FilingOutcome> RepeatAsync(string id, ExplainLevel explain, CancellationToken cancellation)
    {
        var stored = await evaluations.FindAsync(id, cancellation) ?? throw new InvalidOperationException($"evaluation {id} answered a request and is gone");
        var rubric = rubrics.Get(stored.Summary);
        var submission = SubmissionReader.Read(stored.Submission.Span, rubric.Compiled).Submission!; // it was filed
        return new FilingOutcome.Stored(id, stored.Summary.FiledAt, stored.Summary.Revision, submission, Scorer.Score(submission, explain));
    }

    private static ImmutableArray<SubmissionFault> FindNamelessness(Submission submission)
    {
        var faults = ImmutableArray.CreateBuilder<SubmissionFault>();
        foreach (var (property, text, isNeeded) in ((string, string?, bool)[])
            [("department", submission.Department, true), ("subject", submission.Subject, false), ("period", submission.Period, false)])
        {
            if (!FiledName.IsValid(text, isNeeded))
                faults.Add(SubmissionFaults.NotAName(property, FiledName.Longest));
        }

        return faults.DrainToImmutable();
    }
}
