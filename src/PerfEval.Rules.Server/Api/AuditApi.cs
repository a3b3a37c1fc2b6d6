using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Storage.Audit;

namespace PerfEval.Rules.Server.Api;

/// <summary>The audit trail.</summary>
internal static class AuditApi
{
    private const int UsualCount = 50;

    private static readonly QueryParameter Subject = QueryParameter.Text("subject", "^.{1,200}$", "Only what was done to this: an id, or a rubric with its version.");
    private static readonly QueryParameter Before = QueryParameter.Text("before", "^[1-9][0-9]{0,17}$", "Only what came before this place in the trail; the `next` of the page before.");
    private static readonly QueryParameter Count = QueryParameter.Text("count", "^([1-9][0-9]?|[1-4][0-9][0-9]|500)$", "How many at most, up to 500; 50 unless said otherwise.");

    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/audit").WithTags("Audit").CheckQuery().RequireAuthorization(Policies.Audit);
        group.MapGet("", Read).WithName("ReadAudit").WithSummary("Who did what, newest first").WithQuery(Subject, Before, Count);
        group.MapGet("/verification", Verify).WithName("VerifyAudit").WithSummary("Recompute the chain of hashes")
            .WithDescription("Each entry seals all before it. brokenAt is the first place that does not hold; the last hash, kept elsewhere, shows when entries are missing from the end.");
    }

    private static async Task<AuditPage> Read(HttpRequest request, AuditTrail trail, CancellationToken cancellation)
    {
        var count = Count.Find(request) is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : UsualCount;
        long? before = Before.Find(request) is { } place ? long.Parse(place, CultureInfo.InvariantCulture) : null;
        var entries = await trail.ReadAsync(Subject.Find(request), before, count, cancellation);
        return new([.. entries.Select(AuditListing.Of)], entries.Length == count && entries[^1].Seq > 1 ? entries[^1].Seq : null);
    }

    private static Task<AuditVerification> Verify(AuditTrail trail, CancellationToken cancellation) => trail.VerifyAsync(cancellation);
}

/// <summary>A page of the trail.</summary>
/// <param name="Next">Where the next page goes on: its <c>before</c>; absent on the last.</param>
internal sealed record AuditPage(ImmutableArray<AuditListing> Entries, long? Next);

/// <summary>One thing that somebody did.</summary>
internal sealed record AuditListing(long Seq, DateTime At, Actor Actor, string Action, string Subject, string Detail, string PreviousHash, string Hash)
{
    public static AuditListing Of(ChainedEntry chained)
    {
        var entry = chained.Entry;
        return new(chained.Seq, entry.At.UtcDateTime, entry.Actor, entry.Action, entry.Subject, entry.Detail, chained.PreviousHash, chained.Hash);
    }
}
