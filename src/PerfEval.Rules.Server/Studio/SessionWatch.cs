using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using PerfEval.Rules.Server.Identity;

namespace PerfEval.Rules.Server.Studio;

/// <summary>
/// Who is at a page. A page lives longer than a request: every few seconds, and before each write, it is asked again whether the session still holds. One that was
/// ended elsewhere (the account disabled, its roles or password changed) ends here, too, and says so.
/// </summary>
internal sealed class SessionWatch(ILoggerFactory loggers, AccountSessions sessions) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    /// <summary>Whether somebody was signed in here and no longer is.</summary>
    public bool HasEnded { get; private set; }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(5);

    /// <summary>Who is about to write something; null, and the session is over, when they no longer may.</summary>
    public async Task<Caller?> AdmitAsync(CancellationToken cancellation)
    {
        var state = await GetAuthenticationStateAsync();
        if (await ValidateAuthenticationStateAsync(state, cancellation))
            return Caller.Of(state.User);
        SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
        return null;
    }

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(authenticationState);
        var holds = await sessions.StillHoldsAsync(authenticationState.User, cancellationToken);
        HasEnded |= !holds;
        return holds;
    }
}
