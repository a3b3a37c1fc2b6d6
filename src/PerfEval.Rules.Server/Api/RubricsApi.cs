using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Api;

/// <summary>The rubrics that serve.</summary>
internal static class RubricsApi
{
    private const string Json = "application/json";
    private const string JsonSchema = "application/schema+json";

    public static void MapRubrics(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/rubrics").WithTags("Rubrics").CheckQuery().RequireAuthorization(Policies.Public);
        group.MapGet("", List).WithName("ListRubrics").WithSummary("All rubrics with their versions");
        group.MapGet("/{region}/{year:int}/{scope}", Get).WithName("GetRubric").WithSummary("One rubric with its versions")
            .WithMetadata(new Refusals(404));
        group.MapGet("/{region}/{year:int}/{scope}/versions/{version}", GetDocument).WithName("GetRubricDocument")
            .WithSummary("The document of a version as canonical JSON")
            .WithDescription("Its ETag is the hash in quotation marks; a request with If-None-Match is answered 304 while it holds, that is: for ever.")
            .WithMetadata(new Answer("Rubric", null), new Refusals(404, 412)).Produces(StatusCodes.Status304NotModified);
        group.MapGet("/{region}/{year:int}/{scope}/versions/{version}/schema", GetSchema).WithName("GetSubmissionSchema")
            .WithSummary("JSON Schema of the data that a version takes")
            .WithMetadata(new Answer("JsonSchema", null, JsonSchema), new Refusals(404, 412)).Produces(StatusCodes.Status304NotModified);
    }

    private static IEnumerable<RubricListing> List(RubricCatalogue catalogue, RubricLookup rubrics) =>
        catalogue.Keys.Select(key => Describe(key, catalogue, rubrics));

    private static Results<Ok<RubricListing>, Problem> Get(string region, int year, string scope, RubricCatalogue catalogue, RubricLookup rubrics)
    {
        var key = new RubricKey(region, year, scope);
        if (catalogue.FindVersions(key).IsEmpty)
            return Problems.RubricNotFound([rubrics.Find(key, null, canFallBack: false).Fault!]); // nothing is found where there are no versions
        return TypedResults.Ok(Describe(key, catalogue, rubrics));
    }

    private static IResult GetDocument(string region, int year, string scope, string version, HttpResponse response, RubricLookup rubrics)
    {
        var found = rubrics.Find(new(region, year, scope), version, canFallBack: false);
        return found.Rubric is { } rubric
            ? Send(rubric.Canonical, Json, rubric.ETag, response)
            : Problems.RubricNotFound([found.Fault!]); // the one or the other
    }

    private static IResult GetSchema(string region, int year, string scope, string version, HttpResponse response, RubricLookup rubrics)
    {
        var found = rubrics.Find(new(region, year, scope), version, canFallBack: false);
        return found.Rubric is { } rubric
            ? Send(rubric.Schema, JsonSchema, rubric.ETag, response)
            : Problems.RubricNotFound([found.Fault!]); // the one or the other
    }

    private static FileContentHttpResult Send(ReadOnlyMemory<byte> bytes, string type, string tag, HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(bytes, type, entityTag: new EntityTagHeaderValue(tag));
    }

    private static RubricListing Describe(RubricKey key, RubricCatalogue catalogue, RubricLookup rubrics) =>
        RubricListing.Of(key, catalogue.FindVersions(key), catalogue.FindInForce(key, rubrics.Today));
}
