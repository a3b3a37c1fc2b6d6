using Microsoft.AspNetCore.Http.HttpResults;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Api;

/// <summary>The keys by which systems are known.</summary>
internal static class KeysApi
{
    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/keys").WithTags("Keys").CheckQuery().RequireAuthorization(Policies.Admin);
        group.MapGet("", List).WithName("ListKeys").WithSummary("All keys, newest first, without their secrets");
        group.MapPost("", Issue).WithName("IssueKey").WithSummary("Make a key").Accepts<NewKey>("application/json")
            .WithDescription("Its text is shown this once. It works for a year unless said otherwise.").WithMetadata(new BodyExample("key-issue"), new Refusals(400, 413, 415));
        group.MapDelete("/{id}", Revoke).WithName("RevokeKey").WithSummary("Revoke a key for good").WithMetadata(new Refusals(404));
    }

    private static async Task<IEnumerable<KeyListing>> List(ApiKeyStore keys, CancellationToken cancellation) => (await keys.ListAsync(cancellation)).Select(KeyListing.Of);

    private static async Task<Results<Created<CreatedKey>, Problem>> Issue(HttpContext context, KeyKeeper keeper)
    {
        var (body, problem) = await JsonBody.ReadAsync<NewKey>(context.Request);
        if (body is null)
            return problem!; // the one or the other
        if (body.FindFaults() is { IsEmpty: false } faults)
            return Problems.InvalidRequest(faults);
        var issued = await keeper.IssueAsync(body, Caller.Of(context).Actor, context.RequestAborted);
        return TypedResults.Created($"/keys/{issued.Key.Id}", new CreatedKey(KeyListing.Of(issued.Key), issued.Text));
    }

    private static async Task<Results<NoContent, Problem>> Revoke(string id, HttpContext context, KeyKeeper keeper) =>
        await keeper.RevokeAsync(id, Caller.Of(context).Actor, context.RequestAborted) ? TypedResults.NoContent() : Problems.NotFound;
}

/// <summary>A key, without its secret.</summary>
/// <param name="Prefix">The part of its text that is not secret.</param>
/// <param name="ExpiresAt">When it stops working; absent: when it is revoked.</param>
/// <param name="RevokedAt">Since when it no longer works; absent: it was not revoked.</param>
internal sealed record KeyListing(
    string Id, string Prefix, string Name, string Role, string? Region, string? Department, DateTime CreatedAt, string CreatedBy, DateTime? ExpiresAt, DateTime? RevokedAt, string? RevokedBy)
{
    public static KeyListing Of(ApiKey key)
    {
        var grant = key.Grant;
        return new(
            key.Id, key.Prefix, grant.Name, grant.Role, grant.Region, grant.Department, key.CreatedAt.UtcDateTime, key.CreatedBy,
            grant.ExpiresAt?.UtcDateTime, key.RevokedAt?.UtcDateTime, key.RevokedBy);
    }
}

/// <summary>A new key and its text, which is shown this once.</summary>
internal sealed record CreatedKey(KeyListing Key, string Text);
