using System.Net;
using System.Text.Json;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Identity;

public sealed class SessionTests : IDisposable
{
    private const string Next = "another good password";

    private readonly TemporaryFolder packs = Some.Packs();
    private readonly MovedClock clock = new();
    private readonly TestServer server;

    public SessionTests() => server = new(packs.Root, clock);

    [Fact]
    public async Task Who_signs_in_is_known_until_they_sign_out()
    {
        await server.AddAccountAsync("wang", Roles.Author, Roles.Reviewer);
        using var client = await server.SignInAsync(" Wang ");
        using var session = await client.GetAsync("/session");
        var who = await session.ReadJsonAsync();
        Assert.Equal("account:id-of-wang", who.GetProperty("id").GetString());
        Assert.Equal(["author", "reviewer"], who.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        using var ended = await client.DeleteAsync(new Uri("/session", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        using var after = await client.GetAsync("/session");
        Assert.Equal("not-signed-in", (await after.ReadProblemAsync(401)).Code);
    }

    [Fact]
    public async Task The_cookie_of_a_session_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        await server.AddAccountAsync("wang", Roles.Author);
        using var client = server.CreateClient();
        using var response = await client.TrySignInAsync("wang", Sessions.Password);
        var cookie = response.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith(IdentityHost.SessionCookie, StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        await server.AddAccountAsync("wang", Roles.Author);
        using var client = server.CreateClient();
        using var wrong = await client.TrySignInAsync("wang", "wrong");
        using var unknown = await client.TrySignInAsync("li", "wrong");
        Assert.Equal(await wrong.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
        Assert.Equal("sign-in-failed", (await wrong.ReadProblemAsync(401)).Code);
        Assert.False(wrong.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Five_failures_lock_an_account_for_five_minutes_even_for_the_right_password()
    {
        await server.AddAccountAsync("wang", Roles.Author);
        using var client = server.CreateClient();
        for (var i = 0; i < 5; i++)
            (await client.TrySignInAsync("wang", "wrong")).Dispose();
        using var locked = await client.TrySignInAsync("wang", Sessions.Password);
        Assert.Equal("sign-in-failed", (await locked.ReadProblemAsync(401)).Code);
        clock.Move(TimeSpan.FromMinutes(5));
        using var open = await client.TrySignInAsync("wang", Sessions.Password);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task A_change_under_a_session_needs_the_token_that_only_our_pages_have()
    {
        await server.AddAccountAsync("boss", Roles.Admin);
        using var client = await server.SignInAsync("boss");
        client.DefaultRequestHeaders.Remove(RequestForgery.Header);
        using var forged = await client.PostAsync("/keys", """{"name":"x","role":"admin"}""");
        Assert.Equal("antiforgery", (await forged.ReadProblemAsync(403)).Code);
        client.DefaultRequestHeaders.Add(RequestForgery.Header, "CfDJ8-guessed");
        using var guessed = await client.PostAsync("/keys", """{"name":"x","role":"admin"}""");
        Assert.Equal("antiforgery", (await guessed.ReadProblemAsync(403)).Code);
        using var session = await client.GetAsync("/session");
        client.UseToken(await session.ReadJsonAsync());
        using var made = await client.PostAsync("/keys", """{"name":"x","role":"admin"}""");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }

    [Fact]
    public async Task A_token_of_somebody_else_does_not_do()
    {
        await server.AddAccountAsync("boss", Roles.Admin);
        await server.AddAccountAsync("wang", Roles.Admin);
        using var client = await server.SignInAsync("boss");
        using var other = await server.SignInAsync("wang");
        var token = other.DefaultRequestHeaders.GetValues(RequestForgery.Header).Single();
        client.DefaultRequestHeaders.Remove(RequestForgery.Header);
        client.DefaultRequestHeaders.Add(RequestForgery.Header, token);
        using var forged = await client.PostAsync("/keys", """{"name":"x","role":"admin"}""");
        Assert.Equal("antiforgery", (await forged.ReadProblemAsync(403)).Code);
    }

    [Fact]
    public async Task Keys_need_no_token()
    {
        using var client = await server.CreateClientAsync(Roles.Admin, null);
        using var made = await client.PostAsync("/keys", """{"name":"x","role":"admin"}""");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_of_the_account()
    {
        await server.AddAccountAsync("wang", Roles.Author);
        using var here = await server.SignInAsync("wang");
        using var elsewhere = await server.SignInAsync("wang");
        using var changed = await here.PutAsync("/session/password", Passwords(Sessions.Password, Next));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var kept = await here.GetAsync("/session");
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        using var ended = await elsewhere.GetAsync("/session");
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        using var again = await server.SignInAsync("wang", Next);
    }

    [Theory]
    [InlineData("wrong", Next, 401, "sign-in-failed")]
    [InlineData(Sessions.Password, "short", 400, "invalid-request")]
    [InlineData(Sessions.Password, "aaaaaaaaaaaaaaa", 400, "invalid-request")]
    [InlineData(Sessions.Password, Sessions.Password, 400, "invalid-request")]
    public async Task A_password_is_changed_only_by_who_knows_it_and_into_a_good_one(string current, string next, int status, string code)
    {
        await server.AddAccountAsync("wang", Roles.Author);
        using var client = await server.SignInAsync("wang");
        using var response = await client.PutAsync("/session/password", Passwords(current, next));
        Assert.Equal(code, (await response.ReadProblemAsync(status)).Code);
        using var again = await server.SignInAsync("wang");
    }

    [Fact]
    public async Task A_key_has_no_password_to_change()
    {
        using var client = await server.CreateClientAsync(Roles.Admin, null);
        using var response = await client.PutAsync("/session/password", Passwords(Sessions.Password, Next));
        Assert.Equal("forbidden", (await response.ReadProblemAsync(403)).Code);
    }

    public void Dispose()
    {
        server.Dispose();
        packs.Dispose();
    }

    private static StringContent Passwords(string current, string next) => new(JsonSerializer.Serialize(new { current, next }), System.Text.Encoding.UTF8, "application/json");
}
