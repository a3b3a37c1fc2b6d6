using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Identity;

/// <summary>
/// Whether sessions still hold: the account is in use and its security stamp is the one of the session. What is known of an account is a second old at most:
/// that long a session ended on another replica goes on; on this one it ends at once. Safe to share between threads.
/// </summary>
internal sealed class AccountSessions(AccountStore accounts, AccessSettings settings, TimeProvider clock)
{
    private const string AccountMark = "account:";

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    // Holds only accounts that exist: it cannot outgrow the table.
    private readonly ConcurrentDictionary<string, Seen> seen = new(StringComparer.Ordinal);

    /// <summary>The id of the account that somebody signed in with, or null: a key, or nobody.</summary>
    public static string? FindAccountId(Caller caller) =>
        caller.Actor.Id.StartsWith(AccountMark, StringComparison.Ordinal) ? caller.Actor.Id[AccountMark.Length..] : null;

    /// <summary>Whether somebody who signed in would still be let in as they are.</summary>
    public async ValueTask<bool> StillHoldsAsync(ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (FindAccountId(Caller.Of(user)) is not { } id || user.FindFirst(CallerClaims.Stamp) is not { Value: var stamp })
            return false;
        if (!seen.TryGetValue(id, out var known) || clock.GetElapsedTime(known.At) > Kept)
        {
            var at = clock.GetTimestamp();
            if (await accounts.FindAsync(id, cancellation) is not { } account)
                return false;
            known = new(account.DisabledAt is null, account.SecurityStamp, at);
            seen[id] = known;
        }

        return known.IsInUse && known.Stamp == stamp && settings.Admits(id);
    }

    /// <summary>Forgets all, because an account has changed.</summary>
    public void Clear() => seen.Clear();

    /// <summary>Ends a session that no longer holds.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<AccountSessions>();
        if (context.Principal is { } user && await sessions.StillHoldsAsync(user, context.HttpContext.RequestAborted))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityHost.CookieScheme);
    }

    private sealed record Seen(bool IsInUse, string Stamp, long At);
}
