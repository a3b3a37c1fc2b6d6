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

    /// <summary>The rubric of a wider region that answers, or null.</summary>
    public string? ResolvedFrom => Found.Key.Region == Region ? null : Found.Key.ToString();

    /// <summary>Faults of the submission, where they stand in the body.</summary>
    public static ImmutableArray<ApiFault> Place(ImmutableArray<SubmissionFault> faults) =>
        [.. faults.Select(fault => ApiFault.Of(fault, "/submission"))];

    /// <summary>Why it can't be evaluated, or null.</summary>
    public Problem? FindProblem()
    {
        var inside = Place(Reading?.Faults ?? []);
        if (!Faults.IsEmpty)
            return Problems.InvalidRequest([.. Faults, .. inside]);
        if (Found.Fault is { } notFound)
            return Problems.RubricNotFound([notFound]);
        if (Reading!.Faults.Any(ApiFault.IsOfShape)) // a rubric that was found has read the submission
            return Problems.InvalidRequest(inside);
        return inside.IsEmpty ? null : Problems.SubmissionRefused(inside);
    }
}
