using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Server.Api;

/// <summary>Whether the process lives, and whether it can serve.</summary>
internal static class HealthApi
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").WithTags("Health").CheckQuery().RequireAuthorization(Policies.Anyone);
        group.MapGet("/live", () => new Liveness("Live")).WithName("Live").WithSummary("Whether the process answers");
        group.MapGet("/ready", Ready).WithName("Ready").WithSummary("Whether rubrics serve, which files do not, and whether the store answers")
            .WithDescription("200 Ready; 200 Degraded when some file does not serve but others do, or when the store does not answer: dry runs go on, filing and signing in are 503. 503 Unavailable when nothing serves.")
            .Produces<Readiness>().Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<JsonHttpResult<Readiness>> Ready(HttpRequest request, RubricCatalogue catalogue, StoreDatabase store)
    {
        var storeAnswers = await store.AnswersAsync(Patience, request.HttpContext.RequestAborted);
        var language = AcceptedLanguage.Of(request);
        var broken = catalogue.Broken.Select(fault => new BrokenFile(fault.File, fault.Line, fault.Column, fault.Code, fault.Message.For(language)));
        var (status, code) = (catalogue.Keys.IsEmpty, catalogue.Broken.IsEmpty && storeAnswers) switch
        {
            (true, _) => ("Unavailable", StatusCodes.Status503ServiceUnavailable),
            (_, false) => ("Degraded", StatusCodes.Status200OK),
            _ => ("Ready", StatusCodes.Status200OK),
        };
        return TypedResults.Json(new Readiness(status, catalogue.Keys.Length, [.. broken], storeAnswers), statusCode: code);
    }
}

/// <summary>The process answers.</summary>
internal sealed record Liveness(string Status);

/// <summary>What serves.</summary>
/// <param name="Status">Ready, Degraded or Unavailable.</param>
/// <param name="Rubrics">How many rubrics have a version that serves.</param>
/// <param name="Broken">Why files do not serve.</param>
/// <param name="StoreAnswers">Whether the store answers within two seconds.</param>
internal sealed record Readiness(string Status, int Rubrics, ImmutableArray<BrokenFile> Broken, bool StoreAnswers);

/// <summary>One reason for which a file does not serve; line and column from 1.</summary>
internal sealed record BrokenFile(string File, int Line, int Column, string Code, string Message);
