using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Identity;

/// <summary>Answers requests that a policy turns away: 401 for who is not known, 403 for who may not; a browser that asks for a page is sent to one that says so, or to sign in.</summary>
internal sealed class AccessRefusals : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);
        var mustChange = Caller.Of(context).MustChangePassword;
        if (IsPage(context.Request))
        {
            var page = mustChange ? SignInForms.PasswordPage : authorizeResult.Forbidden ? SignInForms.NoAccessPage : SignInForms.SignInPage;
            context.Response.Redirect(SignInForms.PageWith(page, context.Request.Path + context.Request.QueryString));
            return Task.CompletedTask;
        }

        return authorizeResult.Forbidden ? (mustChange ? Problems.PasswordChangeRequired : Problems.Forbidden([])).ExecuteAsync(context) : Challenge(context);
    }

    /// <summary>401, with how to be known.</summary>
    public static Task Challenge(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.NotSignedIn.ExecuteAsync(context);
    }

    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.StartsWithSegments("/studio", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
