using System.Collections.Immutable;
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
            .WithDescription("Its text is shown this once. It works for a year unless said otherwise.").WithMetadata(new Refusals(400, 415));
        group.MapDelete("/{id}", Revoke).WithName("RevokeKey").WithSummary("Revoke a key for good").WithMetadata(new Refusals(404));
    }

    private static async Task<IEnumerable<KeyListing>> List(ApiKeyStore keys, CancellationToken cancellation) => (await keys.ListAsync(cancellation)).Select(KeyListing.Of);

    private static async Task<Results<Created<CreatedKey>, Problem>> Issue(HttpContext context, ApiKeyStore keys, TimeProvider clock)
    {
        var (body, problem) = await JsonBody.ReadAsync<NewKey>(context.Request);
        if (body is null)
            return problem!; // the one or the other
        if (body.FindFaults() is { IsEmpty: false } faults)
            return Problems.InvalidRequest(faults);
        var now = clock.GetUtcNow();
        var issued = await keys.IssueAsync(body.ToGrant(now), new(Caller.Of(context).Actor, now), context.RequestAborted);
        return TypedResults.Created($"/keys/{issued.Key.Id}", new CreatedKey(KeyListing.Of(issued.Key), issued.Text));
    }

    private static async Task<Results<NoContent, Problem>> Revoke(string id, HttpContext context, ApiKeyStore keys, KnownKeys known, TimeProvider clock)
    {
        var isThere = await keys.RevokeAsync(id, new(Caller.Of(context).Actor, clock.GetUtcNow()), context.RequestAborted);
        known.Clear();
        return isThere ? TypedResults.NoContent() : Problems.NotFound;
    }
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

/// <summary>A key to be made.</summary>
/// <param name="Region">For department, bureau and viewer; 000000 is the nation.</param>
/// <param name="Department">For department.</param>
/// <param name="ExpiresInDays">1 to 1095.</param>
internal sealed record NewKey(string Name, string Role, string? Region = null, string? Department = null, int ExpiresInDays = 365)
{
    private const int LongestDays = 1095;

    public ImmutableArray<ApiFault> FindFaults()
    {
        ImmutableArray<ApiFault> days = ExpiresInDays is > 0 and <= LongestDays ? [] : [ApiFaults.NotAllowed("/expiresInDays", new("1 至 1095 之间的天数", "a number of days from 1 to 1095"))];
        return [.. GrantFaults.OfText("/name", Name), .. GrantFaults.Of("/role", [Role], Region, Department), .. days];
    }

    public KeyGrant ToGrant(DateTimeOffset now) => new(Name.Trim(), Role, Region, Department, now.AddDays(ExpiresInDays));
}

/// <summary>A new key and its text, which is shown this once.</summary>
internal sealed record CreatedKey(KeyListing Key, string Text);
