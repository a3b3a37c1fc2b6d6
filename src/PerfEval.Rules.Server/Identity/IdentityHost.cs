using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Identity;

/// <summary>Puts identity into the host: who calls, and what they may.</summary>
internal static class IdentityHost
{
    /// <summary>The scheme of sessions.</summary>
    public const string CookieScheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>The cookie of a session.</summary>
    public const string SessionCookie = "perfeval-session";

    private const string CallerScheme = "caller";

    // A working day; each use begins it anew.
    private static readonly TimeSpan SessionLasts = TimeSpan.FromHours(8);

    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        var (services, settings) = (builder.Services, AccessSettings.Of(builder.Configuration, builder.Environment));
        services.AddSingleton(settings).AddSingleton<ApiKeyStore>().AddSingleton<AccountStore>().AddSingleton<ProtectionKeyStore>();
        services.AddSingleton<KnownKeys>().AddSingleton<AccountSessions>().AddSingleton<Passwords>().AddSingleton<SignIn>();
        services.AddSingleton<AccountKeeper>().AddSingleton<KeyKeeper>();
        services.AddAuthentication(CallerScheme)
            .AddPolicyScheme(CallerScheme, null, choice => choice.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.Scheme, null)
            .AddCookie(CookieScheme, ConfigureSession);
        services.AddPolicies(settings);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusals>();
        services.AddAntiforgery(tokens =>
        {
            (tokens.HeaderName, tokens.Cookie.Name) = (RequestForgery.Header, "perfeval-antiforgery");
            tokens.SuppressXFrameOptionsHeader = true; // every answer has it
        });
        services.AddRateLimiter((builder.Configuration.GetSection("Limits").Get<RequestLimits>() ?? new()).Apply);
        services.AddSharedProtectionKeys();
    }

    /// <summary>Ahead of every endpoint.</summary>
    public static void UseIdentity(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseRateLimiter();
        app.Use(RefuseBadKeys);
        app.UseAuthorization();
        app.Use(RequestForgery.Refuse);
    }

    private static void AddSharedProtectionKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("perfeval");
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeyStore>((keys, store) => keys.XmlRepository = new SharedProtectionKeys(store));
    }

    private static void ConfigureSession(CookieAuthenticationOptions session)
    {
        session.Cookie.Name = SessionCookie;
        session.Cookie.HttpOnly = true;
        session.Cookie.SameSite = SameSiteMode.Lax;
        session.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        (session.ExpireTimeSpan, session.SlidingExpiration) = (SessionLasts, true);
        session.Events.OnValidatePrincipal = AccountSessions.ValidateAsync;
    }

    private static string SchemeOf(HttpContext context) => KeyAuthentication.IsGiven(context.Request) ? KeyAuthentication.Scheme : CookieScheme;

    // Also where anyone gets in: who sends a key means to be known by it, and should hear that it no longer works.
    private static Task RefuseBadKeys(HttpContext context, RequestDelegate next) =>
        KeyAuthentication.IsGiven(context.Request) && !Caller.Of(context).IsSignedIn ? AccessRefusals.Challenge(context) : next(context);
}
