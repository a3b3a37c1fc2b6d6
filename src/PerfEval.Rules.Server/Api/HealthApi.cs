using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Api;

/// <summary>Whether the process lives, and whether it can serve.</summary>
internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").WithTags("Health").CheckQuery().RequireAuthorization(Policies.Anyone);
        group.MapGet("/live", () => new Liveness("Live")).WithName("Live").WithSummary("Whether the process answers");
        group.MapGet("/ready", Ready).WithName("Ready").WithSummary("Whether rubrics serve, and which files do not")
            .WithDescription("200 Ready; 200 Degraded when some file does not serve but others do; 503 Unavailable when nothing serves.")
            .Produces<Readiness>().Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
    }

    private static JsonHttpResult<Readiness> Ready(HttpRequest request, RubricCatalogue catalogue)
    {
        var language = AcceptedLanguage.Of(request);
        var broken = catalogue.Broken.Select(fault => new BrokenFile(fault.File, fault.Line, fault.Column, fault.Code, fault.Message.For(language)));
        var (status, code) = (catalogue.Keys.IsEmpty, catalogue.Broken.IsEmpty) switch
        {
            (true, _) => ("Unavailable", StatusCodes.Status503ServiceUnavailable),
            (_, false) => ("Degraded", StatusCodes.Status200OK),
            _ => ("Ready", StatusCodes.Status200OK),
        };
        return TypedResults.Json(new Readiness(status, catalogue.Keys.Length, [.. broken]), statusCode: code);
    }
}

/// <summary>The process answers.</summary>
internal sealed record Liveness(string Status);

/// <summary>What serves.</summary>
/// <param name="Status">Ready, Degraded or Unavailable.</param>
/// <param name="Rubrics">How many rubrics have a version that serves.</param>
/// <param name="Broken">Why files do not serve.</param>
internal sealed record Readiness(string Status, int Rubrics, ImmutableArray<BrokenFile> Broken);

/// <summary>One reason for which a file does not serve; line and column from 1.</summary>
internal sealed record BrokenFile(string File, int Line, int Column, string Code, string Message);
