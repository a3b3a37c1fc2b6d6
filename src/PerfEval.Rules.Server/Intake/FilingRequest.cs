using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Intake;

/// <summary>A submission to be filed.</summary>
/// <param name="Rubric">What scores it.</param>
/// <param name="Scope">Region, year and scope that were asked for; the rubric's own unless a wider region's answered.</param>
/// <param name="Submission">Its JSON, as sent.</param>
/// <param name="Reading">The same, read.</param>
/// <param name="Key">The caller's name for the request, or null.</param>
internal sealed record FilingRequest(
    PublishedRubric Rubric, EvaluationScope Scope, ReadOnlyMemory<byte> Submission, SubmissionReading Reading, Caller Caller, IdempotencyKey? Key)
{
    /// <summary>How much the answer explains; what is stored carries no more than the sentences.</summary>
    public ExplainLevel Explain { get; init; } = ExplainLevel.Summary;
}

/// <summary>What came of it.</summary>
internal abstract record FilingOutcome
{
    private FilingOutcome()
    {
    }

    /// <summary>It is stored.</summary>
    /// <param name="Filed">What was scored: with figures from earlier evaluations filled in.</param>
    /// <param name="Scorecard">What it came to, explained as was asked.</param>
    public sealed record Stored(string Id, DateTimeOffset At, int Revision, Submission Filed, Scorecard Scorecard) : FilingOutcome;

    /// <summary>The submission may not be filed as it is.</summary>
    public sealed record Refused(ImmutableArray<SubmissionFault> Faults) : FilingOutcome;

    /// <summary>The caller does not file for this department.</summary>
    public sealed record NotYours : FilingOutcome;

    /// <summary>The key was used for another request.</summary>
    public sealed record KeyReused : FilingOutcome;

    /// <summary>The bureau has confirmed an evaluation of the same.</summary>
    public sealed record AlreadyConfirmed(string Id) : FilingOutcome;
}
