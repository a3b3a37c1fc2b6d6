using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;

namespace PerfEval.Rules.Server.Api;

/// <summary>Signing in and out, and one's own password.</summary>
internal static class SessionApi
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/session").WithTags("Session").CheckQuery();
        group.MapGet("", Get).WithName("GetSession").WithSummary("Who is signed in")
            .WithDescription("Under a session also the antiforgery token that every change has to carry as X-Antiforgery.")
            .RequireAuthorization(Policies.OwnAccount);
        group.MapPost("", Open).WithName("OpenSession").WithSummary("Sign in").Accepts<Credentials>("application/json")
            .WithDescription("Answers with a cookie. Five failures lock an account for five minutes; every failure gets the same answer.")
            .RequireAuthorization(Policies.Anyone).RequireRateLimiting(RequestLimits.SignIn).WithMetadata(new BodyExample("session"), new Refusals(400, 401, 413, 415, 429, 503));
        group.MapDelete("", Close).WithName("CloseSession").WithSummary("Sign out").RequireAuthorization(Policies.Anyone);
        group.MapPut("/password", ChangePassword).WithName("ChangePassword").WithSummary("Change one's own password").Accepts<PasswordChange>("application/json")
            .WithDescription("Every other session of the account ends.")
            .RequireAuthorization(Policies.OwnAccount).RequireRateLimiting(RequestLimits.SignIn).WithMetadata(new BodyExample("password-change"), new Refusals(400, 413, 415, 429));
    }

    private static Ok<SessionListing> Get(HttpContext context, IAntiforgery tokens) => TypedResults.Ok(Describe(context, tokens));

    private static async Task<Results<Ok<SessionListing>, Problem>> Open(HttpContext context, SignIn signIn, IAntiforgery tokens)
    {
        var (body, problem) = await JsonBody.ReadAsync<Credentials>(context.Request);
        if (body is null)
            return problem!; // the one or the other
        if (await signIn.TryAsync(body.Name, body.Password, context.RequestAborted) is not { } account)
            return Problems.SignInFailed;
        context.User = SignIn.PrincipalOf(account);
        await context.SignInAsync(IdentityHost.CookieScheme, context.User);
        return TypedResults.Ok(Describe(context, tokens));
    }

    private static async Task<NoContent> Close(HttpContext context, IAuthenticationService sessions)
    {
        await sessions.SignOutAsync(context, IdentityHost.CookieScheme, null);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<SessionListing>, Problem>> ChangePassword(HttpContext context, SignIn signIn, AccountSessions sessions, IAntiforgery tokens)
    {
        var (body, problem) = await JsonBody.ReadAsync<PasswordChange>(context.Request);
        if (body is null)
            return problem!; // the one or the other
        if (AccountSessions.FindAccountId(Caller.Of(context)) is not { } id)
            return Problems.Forbidden([]);
        if (GrantFaults.OfPassword("/next", body.Next, body.Current) is { IsEmpty: false } faults)
            return Problems.InvalidRequest(faults);
        if (await signIn.ChangePasswordAsync(id, body.Current, body.Next, context.RequestAborted) is not { } account)
            return Problems.SignInFailed;
        sessions.Clear();
        context.User = SignIn.PrincipalOf(account);
        await context.SignInAsync(IdentityHost.CookieScheme, context.User);
        return TypedResults.Ok(Describe(context, tokens));
    }

    private static SessionListing Describe(HttpContext context, IAntiforgery tokens)
    {
        context.Response.Headers.CacheControl = "no-store";
        var caller = Caller.Of(context);
        var token = AccountSessions.FindAccountId(caller) is null ? null : tokens.GetAndStoreTokens(context).RequestToken;
        return new(caller.Actor.Id, caller.Actor.Name, caller.Roles, caller.Region, caller.Department, caller.MustChangePassword, token);
    }
}

/// <summary>What is typed to sign in.</summary>
internal sealed record Credentials(string Name, string Password);

/// <summary>One's own password, before and after.</summary>
internal sealed record PasswordChange(string Current, string Next);

/// <summary>Who is signed in.</summary>
/// <param name="Id">As the audit trail names them: account:… or key:….</param>
/// <param name="MustChangePassword">Whether nothing else is open before they have chosen a password of their own.</param>
/// <param name="AntiforgeryToken">To be sent as X-Antiforgery with every change under the session; absent for keys, which need none.</param>
internal sealed record SessionListing(
    string Id, string Name, ImmutableArray<string> Roles, string? Region, string? Department, bool MustChangePassword, string? AntiforgeryToken);
