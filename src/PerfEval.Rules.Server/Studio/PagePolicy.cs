namespace PerfEval.Rules.Server.Studio;

/// <summary>What a browser may do with what this host sends.</summary>
internal static class PagePolicy
{
    // Everything comes from this host. Monaco writes style elements and keeps its pictures in its style sheet; scripts are files only, never inline or evaluated.
    private const string Content =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "worker-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; manifest-src 'self'";

    // The page of Swagger starts itself by a script in the page.
    private const string Swagger = "/swagger";

    public static void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        if (!context.Request.Path.StartsWithSegments(Swagger, StringComparison.OrdinalIgnoreCase))
            headers.ContentSecurityPolicy = Content;
    }
}
