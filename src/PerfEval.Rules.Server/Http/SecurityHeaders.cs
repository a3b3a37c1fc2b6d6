namespace PerfEval.Rules.Server.Http;

/// <summary>What a browser may do with what this host sends: headers of every answer.</summary>
internal static class SecurityHeaders
{
    // Everything comes from this host. Monaco writes style elements and keeps its pictures in its style sheet; scripts are files only, never inline or evaluated.
    private const string Content =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "worker-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; manifest-src 'self'";

    /// <summary>Outermost. The headers are added as an answer starts, since an error clears what was set before; a policy that a page sets itself is kept.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(Apply, context);
            return next(context);
        });
    }

    private static Task Apply(object state)
    {
        var headers = ((HttpContext)state).Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = Content;
        return Task.CompletedTask;
    }
}
