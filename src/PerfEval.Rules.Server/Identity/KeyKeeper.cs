using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Identity;

/// <summary>Keeps the keys of systems: one that is revoked ends at once. Safe to share between threads.</summary>
internal sealed class KeyKeeper(ApiKeyStore keys, KnownKeys known, TimeProvider clock)
{
    /// <summary>Makes a key without faults.</summary>
    public Task<IssuedKey> IssueAsync(NewKey wanted, Actor by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return keys.IssueAsync(wanted.ToGrant(now), new(by, now), cancellation);
    }

    /// <summary>Ends a key for good; false when there is none.</summary>
    public async Task<bool> RevokeAsync(string id, Actor by, CancellationToken cancellation)
    {
        var isThere = await keys.RevokeAsync(id, new(by, clock.GetUtcNow()), cancellation);
        known.Clear();
        return isThere;
    }
}
