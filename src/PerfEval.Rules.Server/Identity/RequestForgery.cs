using Microsoft.AspNetCore.Antiforgery;
using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Identity;

/// <summary>
/// Refuses requests that another site made a browser send. A browser adds the cookie of a session by itself, so whatever changes something under it must
/// also carry a token that only our own pages and GET /session give. Keys are not added by browsers: requests that carry one need no token.
/// </summary>
internal static class RequestForgery
{
    public const string Header = "X-Antiforgery";

    // The circuits of the studio: their messages go over a WebSocket, which the session's SameSite cookie does not follow from another site.
    private const string Circuits = "/_blazor";

    public static async Task Refuse(HttpContext context, RequestDelegate next)
    {
        if (!IsUnderSession(context) || IsSafe(context.Request.Method) || IsCheckedElsewhere(context)
            || await HasTokenAsync(context))
        {
            await next(context);
        }
        else
        {
            await Problems.Forged.ExecuteAsync(context);
        }
    }

    /// <summary>Whether a request carries a token of this host for whoever makes it. A form that cannot be read carries none.</summary>
    public static async Task<bool> HasTokenAsync(HttpContext context)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }

    private static bool IsUnderSession(HttpContext context) => context.User.Identity?.AuthenticationType == IdentityHost.CookieScheme;

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static bool IsCheckedElsewhere(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Circuits, StringComparison.Ordinal)
        || context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true };
}
