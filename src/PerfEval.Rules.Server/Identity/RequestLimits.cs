using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;
using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Identity;

/// <summary>How often somebody may ask; the section <c>Limits</c> of the settings. 0: as often as they like.</summary>
internal sealed record RequestLimits
{
    /// <summary>Names the limit of endpoints that compare passwords.</summary>
    public const string SignIn = "sign-in";

    private const string UnknownAddress = "unknown";

    /// <summary>Requests a second of one key or account; twice as many at once.</summary>
    public int PerCaller { get; init; } = 1000;

    /// <summary>Requests a second from one address without either; twice as many at once.</summary>
    public int PerAddress { get; init; } = 200;

    /// <summary>Attempts to sign in a minute from one address.</summary>
    public int SignInsPerMinute { get; init; } = 20;

    public void Apply(RateLimiterOptions options)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
        options.AddPolicy(SignIn, context => SignInsPerMinute == 0
            ? RateLimitPartition.GetNoLimiter(UnknownAddress)
            : RateLimitPartition.GetFixedWindowLimiter(AddressOf(context), _ => new() { PermitLimit = SignInsPerMinute, Window = TimeSpan.FromMinutes(1) }));
        options.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await Problems.TooManyRequests.ExecuteAsync(rejected.HttpContext);
        };
    }

    private RateLimitPartition<string> PartitionOf(HttpContext context)
    {
        var caller = Caller.Of(context);
        var (who, perSecond) = caller.IsSignedIn ? (caller.Actor.Id, PerCaller) : (AddressOf(context), PerAddress);
        return perSecond == 0 || IsAsset(context) ? RateLimitPartition.GetNoLimiter(UnknownAddress) : RateLimitPartition.GetTokenBucketLimiter(who, _ => Bucket(perSecond));
    }

    private static TokenBucketRateLimiterOptions Bucket(int perSecond) =>
        new() { TokensPerPeriod = perSecond, TokenLimit = 2 * perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) };

    // A page of the studio asks for dozens of them.
    private static bool IsAsset(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? UnknownAddress;
}
