using Microsoft.AspNetCore.Authentication;
using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Identity;

/// <summary>Signing in and out by the forms of pages; programs use /session. Every form carries an antiforgery token, the first one too.</summary>
internal static class SignInForms
{
    /// <summary>The page with the form of <c>POST /sign-in</c>: name, password, returnUrl.</summary>
    public const string SignInPage = "/studio/sign-in";

    /// <summary>The page with the form of <c>POST /sign-in/password</c>: current, next, returnUrl.</summary>
    public const string PasswordPage = "/studio/password";

    /// <summary>The page for who is signed in and may not see the one they asked for.</summary>
    public const string NoAccessPage = "/studio/no-access";

    private const string Home = "/";

    public static void MapSignInForms(this IEndpointRouteBuilder routes)
    {
        // Who takes nothing but the context would be taken for one that writes the answer itself, were it not for the cast. The handlers check the token themselves, to answer with a page instead of an error.
        routes.MapPost("/sign-in", SignIn).RequireAuthorization(Policies.Anyone).RequireRateLimiting(RequestLimits.SignIn).ExcludeFromDescription();
        routes.MapPost("/sign-in/password", ChangePassword).RequireAuthorization(Policies.OwnAccount).RequireRateLimiting(RequestLimits.SignIn).ExcludeFromDescription();
        routes.MapPost("/sign-out", (Delegate)SignOut).RequireAuthorization(Policies.Anyone).ExcludeFromDescription();
    }

    /// <summary>A page that comes back to another when it is done.</summary>
    public static string PageWith(string page, string returnUrl, bool hasFailed = false) =>
        page + "?returnUrl=" + Uri.EscapeDataString(returnUrl) + (hasFailed ? "&failed=1" : "");

    /// <summary>Whether an address leads nowhere but to this host.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] && !(address is [_, '/' or '\\', ..]) && !address.Any(char.IsControl);

    private static async Task<IResult> SignIn(HttpContext context, SignIn signIn)
    {
        if (await ReadAsync(context) is not { } form)
            return Problems.Forged;
        var account = await signIn.TryAsync(form["name"].ToString(), form["password"].ToString(), context.RequestAborted);
        if (account is null)
            return TypedResults.LocalRedirect(PageWith(SignInPage, ReturnUrlOf(form), hasFailed: true));
        await context.SignInAsync(IdentityHost.CookieScheme, Identity.SignIn.PrincipalOf(account));
        return TypedResults.LocalRedirect(account.MustChangePassword ? PageWith(PasswordPage, ReturnUrlOf(form)) : ReturnUrlOf(form));
    }

    private static async Task<IResult> ChangePassword(HttpContext context, SignIn signIn, AccountSessions sessions)
    {
        if (await ReadAsync(context) is not { } form)
            return Problems.Forged;
        if (AccountSessions.FindAccountId(Caller.Of(context)) is not { } id)
            return Problems.Forbidden([]);
        var (current, next) = (form["current"].ToString(), form["next"].ToString());
        var isMeant = !form.TryGetValue("again", out var again) || again == next; // the page asks twice, as nobody sees what they type
        var account = isMeant && GrantFaults.OfPassword("/next", next, current).IsEmpty ? await signIn.ChangePasswordAsync(id, current, next, context.RequestAborted) : null;
        if (account is null)
            return TypedResults.LocalRedirect(PageWith(PasswordPage, ReturnUrlOf(form), hasFailed: true));
        sessions.Clear();
        await context.SignInAsync(IdentityHost.CookieScheme, Identity.SignIn.PrincipalOf(account));
        return TypedResults.LocalRedirect(ReturnUrlOf(form));
    }

    private static async Task<IResult> SignOut(HttpContext context)
    {
        if (await ReadAsync(context) is not { } form)
            return Problems.Forged;
        await context.SignOutAsync(IdentityHost.CookieScheme);
        return TypedResults.LocalRedirect(ReturnUrlOf(form));
    }

    /// <summary>The form, or null when another site sent it, or it cannot be read.</summary>
    private static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasFormContentType && await RequestForgery.HasTokenAsync(context) ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string ReturnUrlOf(IFormCollection form) => form["returnUrl"].ToString() is var address && IsLocal(address) ? address : Home;
}
