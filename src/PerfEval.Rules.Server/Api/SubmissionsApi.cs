using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Api;

/// <summary>Who has filed, who has not, and what was returned.</summary>
internal static class SubmissionsApi
{
    private static readonly QueryParameter State = QueryParameter.Text("state", "^(missing|filed|returned|confirmed)$", "Only those that stand there; missing: not filed.");

    public static void MapSubmissions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/submissions").WithTags("Submissions").CheckQuery().RequireAuthorization(Policies.Bureau);
        group.MapGet("", List).WithName("ListSubmissions").WithSummary("Who has filed under a rubric and who has not; region, year and scope are needed")
            .WithQuery(QueryParameter.Region, QueryParameter.Year, QueryParameter.Scope, State).WithMetadata(new Refusals(400, 403)).Produces<FilerListing[]>();
        group.MapPut("/expected", Expect).WithName("SetExpectedFilers").WithSummary("Replace the list of those who are to file under a rubric")
            .Accepts<ExpectedFilers>("application/json").WithMetadata(new BodyExample("expected-filers"), new Refusals(400, 403, 413, 415)).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(HttpContext context, FilingRegister register)
    {
        var request = context.Request;
        QueryParameter[] needed = [QueryParameter.Region, QueryParameter.Year, QueryParameter.Scope];
        ImmutableArray<ApiFault> missing = [.. needed.Where(parameter => parameter.Find(request) is null).Select(parameter => ApiFaults.MissingQuery(parameter.Name))];
        if (!missing.IsEmpty)
            return Problems.InvalidRequest(missing);
        var scope = new EvaluationScope(
            QueryParameter.Region.Find(request)!, int.Parse(QueryParameter.Year.Find(request)!, CultureInfo.InvariantCulture), QueryParameter.Scope.Find(request)!); // found
        if (!Caller.Of(context).MayReview(scope.Region))
            return Problems.Forbidden([]);
        var rubric = new RubricKey(scope.Region, scope.Year, scope.Scope).ToString();
        var listed = (await register.ReadAsync(rubric, scope, context.RequestAborted)).Select(FilerListing.Of);
        return TypedResults.Ok(listed.Where(filer => State.Find(request) is not { } state || filer.State == state).ToImmutableArray());
    }

    private static async Task<IResult> Expect(HttpContext context, FilingRegister register, TimeProvider clock)
    {
        var (body, problem) = await JsonBody.ReadAsync<ExpectedFilers>(context.Request);
        if (body is null)
            return problem!; // one or the other
        if (body.FindFaults() is { IsEmpty: false } faults)
            return Problems.InvalidRequest(faults);
        var caller = Caller.Of(context);
        if (!caller.MayReview(body.Region))
            return Problems.Forbidden([]);
        var rubric = new RubricKey(body.Region, body.Year, body.Scope).ToString();
        var expected = body.Filers.OfType<ExpectedFiler>().Select(filer => new EvaluationIdentity(rubric, filer.Department, filer.Subject ?? "", filer.Period ?? ""));
        await register.ExpectAsync(rubric, [.. expected], caller.Actor, clock.GetUtcNow(), context.RequestAborted);
        return TypedResults.NoContent();
    }
}
