using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Api;

/// <summary>Scoring a submission.</summary>
internal static class EvaluateApi
{
    private static readonly QueryParameter DryRun = QueryParameter.Flag("dryRun", "Score without filing: what is missing stays open instead of being refused.");
    private static readonly QueryParameter Fallback = QueryParameter.Flag("fallback", "Let a rubric of the city, the province or the nation answer where the region has none.");
    private static readonly QueryParameter Explain = new("explain", ["summary", "none", "tree"], "How much of the reasoning the scorecard carries.");

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static void MapEvaluate(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/evaluate").WithTags("Evaluate").CheckQuery().RequireAuthorization(Policies.Evaluate);
        group.MapPost("", Evaluate).WithName("Evaluate").WithQuery(DryRun, Fallback, Explain)
            .WithSummary("Score a submission")
            .WithDescription("Without a version, the highest version that is in force scores it. Filing demands every required input; a dry run does not.")
            .WithMetadata(new Body("EvaluateRequest", "evaluate-request"), new Answer("Evaluation", "evaluation"), new Refusals(400, 404, 413, 415, 422));
    }

    private static async Task<IResult> Evaluate(HttpContext context, RubricLookup rubrics, TimeProvider clock)
    {
        var request = context.Request;
        using var body = new PooledBuffer();
        if (await RequestBody.ReadAsync(request, body, context.RequestAborted) is { } unreadable)
            return unreadable;
        var read = Read(body.Written.Span, rubrics, Fallback.IsSet(request));
        if (FindProblem(read) is { } problem)
            return problem;
        var (reading, explain) = (read.Reading!, ExplainLevelOf(request)); // without a problem there is a reading
        var resolvedFrom = read.Found.Key.Region == read.Region ? null : read.Found.Key.ToString();
        var comparison = rubrics.ContextOf(read.Found.Key, reading.Submission!); // likewise
        if (DryRun.IsSet(request))
            return new Evaluation(Scorer.Score(reading.Submission!, explain, comparison), null, resolvedFrom); // likewise
        if (!Caller.Of(context).MayFile(reading.Submission!.Department, read.Region!)) // a request without faults names its region
            return Problems.Forbidden([ApiFaults.NotYourDepartment("/submission/department")]);
        var decision = Filing.Decide(reading, explain, comparison);
        return decision is { Scorecard: { } scorecard, Refusals.IsEmpty: true }
            ? new Evaluation(scorecard, clock.GetUtcNow(), resolvedFrom)
            : Problems.SubmissionRefused(Place(decision.Refusals));
    }

    private static EvaluateRequest Read(ReadOnlySpan<byte> utf8, RubricLookup rubrics, bool canFallBack) =>
        new EvaluateReader(rubrics, canFallBack).Read(utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8);

    private static Problem? FindProblem(EvaluateRequest read)
    {
        var inside = Place(read.Reading?.Faults ?? []);
        if (!read.Faults.IsEmpty)
            return Problems.InvalidRequest([.. read.Faults, .. inside]);
        if (read.Found.Fault is { } notFound)
            return Problems.RubricNotFound([notFound]);
        if (read.Reading!.Faults.Any(IsOfShape)) // a rubric that was found has read the submission
            return Problems.InvalidRequest(inside);
        return inside.IsEmpty ? null : Problems.SubmissionRefused(inside);
    }

    // What is wrong inside the data is a matter of the rubric (422); around it, of the format (400).
    private static bool IsOfShape(SubmissionFault fault) =>
        fault.Code is "PS0001" or "PS0003" || (fault.Code == "PS0002" && !fault.Path.StartsWith("/data/", StringComparison.Ordinal));

    private static ImmutableArray<ApiFault> Place(ImmutableArray<SubmissionFault> faults) =>
        [.. faults.Select(fault => ApiFault.Of(fault, "/submission"))];

    private static ExplainLevel ExplainLevelOf(HttpRequest request) => Explain.Of(request) switch
    {
        "none" => ExplainLevel.None,
        "tree" => ExplainLevel.Tree,
        _ => ExplainLevel.Summary,
    };
}
