using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Api;

/// <summary>Scoring a submission.</summary>
internal static class EvaluateApi
{
    private static readonly QueryParameter DryRun = QueryParameter.Flag("dryRun", "Score without filing: what is missing stays open instead of being refused.");
    private static readonly QueryParameter Fallback = QueryParameter.Flag("fallback", "Let a rubric of the city, the province or the nation answer where the region has none.");
    private static readonly QueryParameter Explain = new("explain", ["summary", "none", "tree"], "How much of the reasoning the scorecard carries.");

    private const string IdempotencyHeader = "Idempotency-Key";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static void MapEvaluate(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/evaluate").WithTags("Evaluate").CheckQuery().RequireAuthorization(Policies.Evaluate);
        group.MapPost("", Evaluate).WithName("Evaluate").WithQuery(DryRun, Fallback, Explain)
            .WithSummary("Score a submission")
            .WithDescription("Without a version, the highest version that is in force scores it. Filing demands every required input; a dry run does not. A request sent again with the same Idempotency-Key gives the first answer and files nothing.")
            .WithMetadata(new Body("EvaluateRequest", "evaluate-request"), new Answer("Evaluation", "evaluation"), new Refusals(400, 404, 409, 413, 415, 422));
    }

    private static async Task<IResult> Evaluate(HttpContext context, RubricLookup rubrics, Filer filer)
    {
        var request = context.Request;
        using var body = new PooledBuffer();
        if (await RequestBody.ReadAsync(request, body, context.RequestAborted) is { } unreadable)
            return unreadable;
        var read = new EvaluateReader(rubrics, Fallback.IsSet(request)).Read(WithoutMark(body.Written).Span);
        if (FindProblem(read) is { } problem)
            return problem;
        var (reading, explain) = (read.Reading!, ExplainLevelOf(request)); // without a problem there is a reading
        var resolvedFrom = read.Found.Key.Region == read.Region ? null : read.Found.Key.ToString();
        if (DryRun.IsSet(request))
            return new Evaluation(Scorer.Score(reading.Submission!, explain, rubrics.ContextOf(read.Found.Key, reading.Submission!)), null, resolvedFrom); // likewise

        // What is stored depends on nothing but the rubric and the submission, so that it can be computed again years later.
        if (!TryReadKey(request, body.Written.Span, out var key))
            return Problems.InvalidRequest([ApiFaults.BadIdempotencyKey]);
        var scope = new EvaluationScope(read.Region!, read.Found.Key.Year, read.Found.Key.Scope); // a request without faults names its region
        var submission = WithoutMark(body.Written)[read.Submission];
        var filing = new FilingRequest(read.Found.Rubric!, scope, submission, reading, Caller.Of(context), key); // likewise its rubric
        return await filer.FileAsync(filing, context.RequestAborted) switch
        {
            FilingOutcome.Stored stored => new Evaluation(Scorer.Score(stored.Filed, explain), stored, resolvedFrom),
            FilingOutcome.Refused refused => Problems.SubmissionRefused(Place(refused.Faults)),
            FilingOutcome.NotYours => Problems.Forbidden([ApiFaults.NotYourDepartment("/submission/department")]),
            FilingOutcome.AlreadyConfirmed confirmed => Problems.Conflict(ApiFaults.Confirmed(confirmed.Id)),
            _ => Problems.Conflict(ApiFaults.KeyReused),
        };
    }

    // The same key for other bytes, or for other parameters, is another request.
    private static bool TryReadKey(HttpRequest request, ReadOnlySpan<byte> body, out IdempotencyKey? key)
    {
        key = null;
        if (!request.Headers.TryGetValue(IdempotencyHeader, out var values))
            return true;
        if (values is not [{ Length: >= 1 and <= 200 } text] || !text.All(char.IsAscii) || text.Any(char.IsControl))
            return false;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Fallback.Of(request)));
        hash.AppendData(body);
        key = new(text, Convert.ToHexStringLower(hash.GetHashAndReset()));
        return true;
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) => utf8.Span.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;

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
