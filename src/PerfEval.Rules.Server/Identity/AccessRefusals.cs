using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Identity;

/// <summary>Answers requests that a policy turns away: 401 for who is not known, 403 for who may not.</summary>
internal sealed class AccessRefusals : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);
        return authorizeResult.Forbidden ? Forbid(context) : Challenge(context);
    }

    /// <summary>401, with how to be known.</summary>
    public static Task Challenge(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.NotSignedIn.ExecuteAsync(context);
    }

    private static Task Forbid(HttpContext context) =>
        (Caller.Of(context).MustChangePassword ? Problems.PasswordChangeRequired : Problems.Forbidden([])).ExecuteAsync(context);
}
