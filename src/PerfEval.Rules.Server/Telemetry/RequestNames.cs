using Microsoft.AspNetCore.Http.Features;

namespace PerfEval.Rules.Server.Telemetry;

/// <summary>Names the framework's activity of a request as the conventions of OpenTelemetry say: by method and route, with the status. The framework leaves this to others.</summary>
internal static class RequestNames
{
    public static void UseRequestNames(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } activity)
            return;
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern })
        {
            var route = "/" + pattern.Trim('/');
            activity.DisplayName = context.Request.Method + " " + route;
            activity.SetTag("http.route", route);
        }

        activity.SetTag("http.response.status_code", context.Response.StatusCode);
    });
}
