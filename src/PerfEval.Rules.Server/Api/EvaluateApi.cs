using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Telemetry;

namespace PerfEval.Rules.Server.Api;

/// <summary>Scoring a submission.</summary>
internal static class EvaluateApi
{
    private static readonly QueryParameter Explain = EvaluateOptions.ExplainParameter("summary", "none", "tree");

    public static void MapEvaluate(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/evaluate").WithTags("Evaluate").CheckQuery().RequireAuthorization(Policies.Evaluate);
        group.MapPost("", Evaluate).WithName("Evaluate").WithQuery(EvaluateOptions.DryRun, EvaluateOptions.Fallback, Explain)
            .WithSummary("Score a submission")
            .WithDescription("Without a version, the highest version that is in force scores it. Filing demands every required input; a dry run does not. A request sent again with the same Idempotency-Key gives the first answer and files nothing.")
            .WithMetadata(new Body("EvaluateRequest", "evaluate-request"), new Answer("Evaluation", "evaluation"), new Refusals(400, 404, 409, 413, 415, 422));
        group.MapBatch();
    }

    private static async Task<IResult> Evaluate(HttpContext context, RubricLookup rubrics, Filer filer, StoredComparison comparison, Instruments instruments)
    {
        var (request, cancellation) = (context.Request, context.RequestAborted);
        using var body = new PooledBuffer();
        if (await RequestBody.ReadAsync(request, body, cancellation) is { } unreadable)
            return unreadable;
        var evaluator = new Evaluator(rubrics, filer, instruments, EvaluateOptions.Of(context, Explain));
        var json = body.Written[Evaluator.MarkOf(body.Written.Span)..];
        var read = evaluator.Read(json.Span);
        if (evaluator.FindProblem(read) is { } problem)
            return problem;
        if (!RequestKey.TryRead(request, out var key) && !evaluator.IsDryRun)
            return Problems.InvalidRequest([ApiFaults.BadIdempotencyKey]);
        var filing = evaluator.FilingOf(read, json[read.Submission], key?.For(body.Written.Span));
        var stored = await comparison.FindAsync(filing, cancellation);
        return evaluator.IsDryRun ? evaluator.Score(read, stored) : await evaluator.FileAsync(read, filing, stored, cancellation);
    }
}
