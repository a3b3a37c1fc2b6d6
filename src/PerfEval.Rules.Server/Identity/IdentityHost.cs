using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Identity;

/// <summary>Puts identity into the host: who calls, and what they may.</summary>
internal static class IdentityHost
{
    public static void AddIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ApiKeyStore>();
        services.AddSingleton<KnownKeys>();
        services.AddAuthentication(KeyAuthentication.Scheme).AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.Scheme, null);
        services.AddPolicies(AccessSettings.Of(configuration));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusals>();
    }

    /// <summary>Ahead of every endpoint.</summary>
    public static void UseIdentity(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(RefuseBadKeys);
        app.UseAuthorization();
    }

    // Also where anyone gets in: who sends a key means to be known by it, and should hear that it no longer works.
    private static Task RefuseBadKeys(HttpContext context, RequestDelegate next) =>
        KeyAuthentication.IsGiven(context.Request) && !Caller.Of(context).IsSignedIn
            ? AccessRefusals.Challenge(context)
            : next(context);
}
