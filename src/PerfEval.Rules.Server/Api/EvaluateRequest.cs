using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Api;

/// <summary>The body of POST /evaluate, read.</summary>
/// <param name="Found">The rubric, or why there is none.</param>
/// <param name="Reading">The submission read against that rubric; null without one.</param>
/// <param name="Faults">What is wrong around the submission.</param>
internal sealed record EvaluateRequest(RubricFound Found, SubmissionReading? Reading, ImmutableArray<ApiFault> Faults)
{
    /// <summary>The region that was asked for.</summary>
    public string? Region { get; init; }

    /// <summary>Where the submission stands in the body.</summary>
    public Range Submission { get; init; }
}
