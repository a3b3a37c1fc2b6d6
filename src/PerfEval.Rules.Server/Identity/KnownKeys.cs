using System.Collections.Concurrent;
using System.Security.Claims;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Identity;

/// <summary>
/// The keys seen lately, so that a request does not wait for the store. What is kept is a second old at most: that long a key revoked on another replica
/// still works; on this one it ends at once.
/// </summary>
internal sealed class KnownKeys(ApiKeyStore store, AccessSettings settings, TimeProvider clock)
{
    // Mark and prefix: what finds a key, without its secret.
    private const int PlaceLength = 13;

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    // Holds only keys that exist: it cannot outgrow the table.
    private readonly ConcurrentDictionary<string, Seen> seen = new(StringComparer.Ordinal);

    /// <summary>The principal of whoever sent a key, or null when there is no such key, or it no longer works.</summary>
    public async ValueTask<ClaimsPrincipal?> FindAsync(string text, CancellationToken cancellation)
    {
        var place = text[..Math.Min(text.Length, PlaceLength)];
        if (!seen.TryGetValue(place, out var known) || clock.GetElapsedTime(known.At) > Kept)
        {
            var at = clock.GetTimestamp();
            if (await store.FindAsync(text, cancellation) is not { } key)
                return null;
            known = new(key, PrincipalOf(key), at);
            seen[place] = known;
        }

        return known.Key.Matches(text) && known.Key.WorksAt(clock.GetUtcNow()) && settings.Admits(known.Key.Id) ? known.Principal : null;
    }

    /// <summary>Forgets all, because a key has changed.</summary>
    public void Clear() => seen.Clear();

    private static ClaimsPrincipal PrincipalOf(ApiKey key) =>
        CallerClaims.PrincipalOf(new(key.Actor, [key.Grant.Role], key.Grant.Region, key.Grant.Department), KeyAuthentication.Scheme);

    private sealed record Seen(ApiKey Key, ClaimsPrincipal Principal, long At);
}
