using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Telemetry;

namespace PerfEval.Rules.Server.Api;

/// <summary>Scoring many submissions in one request, line by line.</summary>
internal static class BatchApi
{
    private const string NdJson = "application/x-ndjson";

    private static readonly QueryParameter Explain = EvaluateOptions.ExplainParameter("none", "summary", "tree");

    // A source may pause between lines longer than the server's own rate allows, but not keep a connection for nothing: a minute first, then a byte a second on the whole.
    private static readonly MinDataRate SlowestSource = new(bytesPerSecond: 1, gracePeriod: TimeSpan.FromMinutes(1));

    /// <summary>Adds the endpoint to those of evaluating.</summary>
    public static void MapBatch(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/batch", Evaluate).WithName("EvaluateBatch").WithQuery(EvaluateOptions.DryRun, EvaluateOptions.Fallback, Explain)
            .WithSummary("Score many submissions, one JSON object a line")
            .WithDescription("NDJSON in and NDJSON out: every line is a body of POST /evaluate, of at most 256 KB, and gets one line in the same order; the schemas are those of a line. Empty lines are counted and not answered. A line with faults gets its code and errors, and the stream goes on. Answers flow while lines still arrive, so read them while sending: whoever does not read is not read either. With an Idempotency-Key, a batch sent again gives the first answers and files nothing twice.")
            .WithMetadata(new Body("EvaluateRequest", "evaluate-request", NdJson), new Answer("BatchAnswer", null, NdJson), new Refusals(400, 415), new DisableRequestSizeLimitAttribute());

    private static async Task<IResult> Evaluate(HttpContext context, RubricLookup rubrics, Filer filer, StoredComparison comparison, Instruments instruments)
    {
        var (request, response) = (context.Request, context.Response);
        if (!RequestBody.IsOfType(request, NdJson))
            return Problems.UnsupportedMediaType with { Title = new($"请求体应为 UTF-8 编码、未压缩的 {NdJson}", $"the body must be {NdJson} in UTF-8, not compressed") };
        if (!RequestKey.TryRead(request, out var key))
            return Problems.InvalidRequest([ApiFaults.BadIdempotencyKey]);
        // HTTP/2 has one rate for a connection, which no single request may set.
        if (HttpProtocol.IsHttp11(request.Protocol) && context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = SlowestSource;
        response.ContentType = NdJson;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no"; // else a proxy might hold the answers back until the end
        using var activity = Instruments.Begin(Instruments.Activity.Batch);
        var answers = new BatchWriter(response.BodyWriter, instruments, AcceptedLanguage.Of(request));
        var run = new BatchRun(new(rubrics, filer, instruments, EvaluateOptions.Of(context, Explain)), comparison, answers, key);
        await run.RunAsync(request.BodyReader, context.RequestAborted);
        return Results.Empty;
    }
}
