using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Intake;

/// <summary>What scoring a stored submission again gave.</summary>
internal abstract record RescoreOutcome
{
    private RescoreOutcome()
    {
    }

    public sealed record Rescored(string Id, int Revision, string Version, string Hash, decimal? Total, string? Grade) : RescoreOutcome;

    /// <summary>There is no such version.</summary>
    public sealed record NoVersion(ApiFault Fault) : RescoreOutcome;

    /// <summary>The version does not take the submission.</summary>
    public sealed record Unreadable(ImmutableArray<SubmissionFault> Faults) : RescoreOutcome;

    /// <summary>The bureau has confirmed an evaluation of the same.</summary>
    public sealed record Confirmed : RescoreOutcome;
}

/// <summary>Scores a stored submission under another version of its rubric, as a new revision; only when asked to, never by itself.</summary>
internal sealed class Rescorer(EvaluationStore evaluations, RubricLookup rubrics, EvaluationIds ids, TimeProvider clock)
{
    /// <param name="version">Null: the highest in force.</param>
    public async Task<RescoreOutcome> RescoreAsync(StoredEvaluation evaluation, string? version, Caller caller, CancellationToken cancellation)
    {
        var key = RubricKey.Find(evaluation.Summary.Identity.Rubric) ?? throw new InvalidOperationException($"{evaluation.Summary.Identity.Rubric} names no rubric");
        var found = rubrics.Find(key, version, canFallBack: false);
        if (found.Rubric is not { } rubric)
            return new RescoreOutcome.NoVersion(found.Fault!); // the one or the other
        var reading = SubmissionReader.Read(evaluation.Submission.Span, rubric.Compiled);
        if (reading.Submission is not { } submission || !reading.Faults.IsEmpty)
            return new RescoreOutcome.Unreadable(reading.Faults);
        var scorecard = Scorer.Score(submission, ExplainLevel.None);
        var rescored = new NewEvaluation
        {
            Id = ids.Next(),
            FiledAt = clock.GetUtcNow(),
            Identity = evaluation.Summary.Identity,
            Version = rubric.Version,
            Hash = rubric.Compiled.Hash,
            Scope = evaluation.Summary.Scope,
            Submission = evaluation.Submission,
            Scorecard = ScorecardWriter.Write(scorecard),
            Total = scorecard.Total,
            Grade = scorecard.Grade,
            Complete = scorecard.Complete,
            FiledBy = caller.Actor,
            RescoredFrom = evaluation.Summary.Id,
        };
        return await evaluations.FileAsync(rescored, cancellation) is FilingResult.Filed filed
            ? new RescoreOutcome.Rescored(rescored.Id, filed.Revision, rescored.Version, rescored.Hash, scorecard.Total, scorecard.Grade)
            : new RescoreOutcome.Confirmed();
    }
}
