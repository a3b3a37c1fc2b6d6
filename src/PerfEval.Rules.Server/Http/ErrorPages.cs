using Microsoft.AspNetCore.Diagnostics;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Server.Http;

/// <summary>Turns whatever no handler explained into a problem.</summary>
internal static partial class ErrorPages
{
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(handler => handler.Run(context =>
        {
            var exception = context.Features.Get<IExceptionHandlerFeature>()?.Error;
            return Problems.Of(exception is null ? StatusCodes.Status500InternalServerError : StatusOf(exception)).ExecuteAsync(context);
        }));
        app.UseStatusCodePages(context => Problems.Of(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
    }

    // The framework throws for bodies over the limit or cut short; their status is kept. A store that takes nothing now may do so later. Everything else is ours to answer for.
    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when StoreDatabase.IsUnavailable(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>One line per request: a warning where the service failed, else for those who ask for detail.</summary>
    public static void UseRequestLog(this WebApplication app)
    {
        var (logger, clock) = (app.Logger, app.Services.GetRequiredService<TimeProvider>());
        app.Use(async (context, next) =>
        {
            var start = clock.GetTimestamp();
            await next(context);
            var (request, status) = (context.Request, context.Response.StatusCode);
            var level = status >= 500 ? LogLevel.Warning : LogLevel.Debug;
            if (logger.IsEnabled(level))
                LogRequest(logger, level, request.Method, request.Path, status, clock.GetElapsedTime(start).TotalMilliseconds);
        });
    }

    [LoggerMessage(Message = "{Method} {Path} {Status} in {Milliseconds:0.0} ms")]
    private static partial void LogRequest(ILogger logger, LogLevel level, string method, string path, int status, double milliseconds);
}
