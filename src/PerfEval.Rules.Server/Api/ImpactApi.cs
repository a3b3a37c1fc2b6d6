using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Jobs;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Api;

/// <summary>The impact of a rubric change over all stored submissions, computed in the background.</summary>
internal static class ImpactApi
{
    public static void MapImpact(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/impact").WithTags("Impact").CheckQuery().RequireAuthorization(Policies.Impact);
        group.MapPost("", Start).WithName("StartImpact").WithSummary("Score all stored submissions under two versions or drafts")
            .WithDescription("The latest revision of every submission to the rubric, of the caller's region and below. Versions and drafts are fixed by their hashes when the impact is asked for. Answers at once with where to look; see GET.")
            .WithMetadata(new Body("ImpactRequest", "impact-request"), new Answer("Impact", "impact-started", Status: StatusCodes.Status202Accepted), new Refusals(400, 403, 404, 413, 415, 422));
        group.MapGet("", List).WithName("ListImpacts").WithSummary("The newest impacts of the caller's region, without their reports; at most 50")
            .WithQuery(QueryParameter.Region, QueryParameter.Year, QueryParameter.Scope).WithMetadata(new Answer("Impacts", null), new Refusals(400));
        group.MapGet("/{id}", Get).WithName("GetImpact").WithSummary("How far an impact has come, and its report over what is scored so far")
            .WithDescription("Distribution of the totals, migrations between grades, who moves most, and what each rule brings to the change. Who moves most is told only to callers who may see submissions.")
            .WithMetadata(new Answer("Impact", "impact"), new Refusals(404));
        group.MapDelete("/{id}", Cancel).WithName("CancelImpact").WithSummary("Call an impact off; once it has ended nothing happens").WithMetadata(new Refusals(403, 404)).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Start(HttpContext context, Impacts impacts)
    {
        var (body, problem) = await JsonBody.ReadAsync<ImpactRequest>(context.Request);
        if (body is null)
            return problem!; // one or the other
        if (body.FindFaults() is { IsEmpty: false } faults)
            return Problems.InvalidRequest(faults);
        return await impacts.StartAsync(Caller.Of(context), body.Key, body.From, body.To, context.RequestAborted) switch
        {
            ImpactStart.Started started => TypedResults.Accepted($"/impact/{started.Impact.Id}", ImpactView.Of(started.Impact)),
            ImpactStart.Missing missing => Problems.RubricNotFound(missing.Faults),
            ImpactStart.Unsound unsound => Problems.DraftUnsound(unsound.Faults),
            _ => Problems.Forbidden([]),
        };
    }

    private static async Task<IResult> List(HttpContext context, Impacts impacts)
    {
        QueryParameter[] parts = [QueryParameter.Region, QueryParameter.Year, QueryParameter.Scope];
        var given = parts.Select(part => part.Find(context.Request)).ToList();
        RubricKey? key = null;
        if (given is [{ } region, { } year, { } scope])
            key = new(region, int.Parse(year, CultureInfo.InvariantCulture), scope);
        else if (given.Exists(part => part is not null))
            return Problems.InvalidRequest([.. parts.Where((_, i) => given[i] is null).Select(part => ApiFaults.MissingQuery(part.Name))]);
        var listed = await impacts.ListAsync(Caller.Of(context), key, context.RequestAborted);
        return TypedResults.Ok(listed.Select(impact => ImpactView.Of(impact)).ToImmutableArray());
    }

    private static async Task<IResult> Get(string id, HttpContext context, Impacts impacts)
    {
        var caller = Caller.Of(context);
        if (await impacts.FindAsync(caller, id, context.RequestAborted) is not { } impact)
            return Problems.NotFound;
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(ImpactView.Of(impact, await impacts.ReadReportAsync(caller, impact, context.RequestAborted), Impacts.MaySeeMovers(caller, impact)));
    }

    private static async Task<IResult> Cancel(string id, HttpContext context, Impacts impacts) =>
        await impacts.CancelAsync(Caller.Of(context), id, context.RequestAborted) switch
        {
            ImpactCancellation.Done => TypedResults.NoContent(),
            ImpactCancellation.Forbidden => Problems.Forbidden([]),
            _ => Problems.NotFound,
        };
}
