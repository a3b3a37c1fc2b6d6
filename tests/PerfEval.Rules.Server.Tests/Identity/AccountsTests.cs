using System.Net;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Identity;

public sealed class AccountsTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder packs = Some.Packs();
    private readonly TestServer server;
    private HttpClient admin = null!; // before each test

    public AccountsTests() => server = new(packs.Root);

    public async Task InitializeAsync() => admin = await server.CreateClientAsync(Roles.Admin, null);

    [Fact]
    public async Task A_new_account_must_choose_a_password_before_anything_else()
    {
        var password = await CreateAsync("wang", """ "roles":["author","reviewer"] """);
        using var client = await server.SignInAsync("wang", password);
        using var refused = await client.GetAsync("/audit");
        Assert.Equal("password-change-required", (await refused.ReadProblemAsync(403)).Code);
        using var changed = await client.PutAsync("/session/password", Json($$"""{"current":"{{password}}","next":"{{Sessions.Password}}"}"""));
        Assert.False((await changed.ReadJsonAsync()).GetProperty("mustChangePassword").GetBoolean());
        using var open = await client.GetAsync("/audit");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task No_answer_ever_holds_a_hash_or_a_stamp()
    {
        await CreateAsync("wang", """ "roles":["author"] """);
        using var list = await admin.GetAsync("/accounts");
        var text = await list.Content.ReadAsStringAsync();
        Assert.Contains("wang", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hash", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("stamp", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_name_is_given_once_however_it_is_typed()
    {
        await CreateAsync("wang", """ "roles":["author"] """);
        using var response = await admin.PostAsync("/accounts", """{"name":"WANG","displayName":"王","roles":["author"]}""");
        Assert.Equal("name-taken", (await response.ReadProblemAsync(409)).Code);
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once_and_stays_out()
    {
        var account = await server.AddAccountAsync("wang", Roles.Author);
        using var client = await server.SignInAsync("wang");
        using var done = await admin.PostAsync($"/accounts/{account.Id}/disable", "");
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        using var ended = await client.GetAsync("/session");
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        using var again = await client.TrySignInAsync("wang", Sessions.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        using var enabled = await admin.PostAsync($"/accounts/{account.Id}/enable", "");
        using var back = await server.SignInAsync("wang");
    }

    [Fact]
    public async Task Other_roles_take_hold_with_the_next_sign_in_and_the_old_session_ends()
    {
        var account = await server.AddAccountAsync("wang", Roles.Reviewer);
        using var before = await server.SignInAsync("wang");
        using var changed = await admin.PutAsync("/accounts/" + account.Id, Json("""{"displayName":"王","roles":["author"]}"""));
        Assert.Equal("王", (await changed.ReadJsonAsync()).GetProperty("displayName").GetString());
        using var ended = await before.GetAsync("/audit");
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        using var after = await server.SignInAsync("wang");
        using var refused = await after.GetAsync("/audit");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_password_that_an_admin_resets_serves_once()
    {
        var account = await server.AddAccountAsync("wang", Roles.Author);
        using var reset = await admin.PostAsync($"/accounts/{account.Id}/reset-password", "");
        var password = (await reset.ReadJsonAsync()).GetProperty("password").GetString()!;
        using var old = await server.CreateClient().TrySignInAsync("wang", Sessions.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        using var client = await server.SignInAsync("wang", password);
        using var session = await client.GetAsync("/session");
        Assert.True((await session.ReadJsonAsync()).GetProperty("mustChangePassword").GetBoolean());
    }

    [Fact]
    public async Task The_audit_trail_says_who_made_an_account_and_is_read_page_by_page()
    {
        await CreateAsync("wang", """ "roles":["author"] """);
        await CreateAsync("zhao", """ "roles":["author"] """);
        using var reviewer = await server.CreateClientAsync(Roles.Reviewer, null);
        using var first = await reviewer.GetAsync("/audit?count=2");
        var page = await first.ReadJsonAsync();
        var entries = page.GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(["key.issued", "account.created"], entries.Select(entry => entry.GetProperty("action").GetString()));
        Assert.Equal("admin of ", entries[1].GetProperty("actor").GetProperty("name").GetString());
        using var second = await reviewer.GetAsync($"/audit?count=2&before={page.GetProperty("next").GetInt64()}");
        Assert.Equal(entries[1].GetProperty("seq").GetInt64() - 1, (await second.ReadJsonAsync()).GetProperty("entries")[0].GetProperty("seq").GetInt64());
        using var whole = await reviewer.GetAsync("/audit/verification");
        var verification = await whole.ReadJsonAsync();
        Assert.False(verification.TryGetProperty("brokenAt", out _));
        Assert.Equal(entries[0].GetProperty("hash").GetString(), verification.GetProperty("lastHash").GetString());
        using var subject = await reviewer.GetAsync("/audit?subject=" + entries[1].GetProperty("subject").GetString());
        Assert.Single((await subject.ReadJsonAsync()).GetProperty("entries").EnumerateArray());
    }

    [Fact]
    public async Task A_key_is_shown_once_and_ends_at_once_when_it_is_revoked()
    {
        using var made = await admin.PostAsync("/keys", """{"name":"报送系统","role":"department","region":"440300","department":"某单位"}""");
        var answer = await made.ReadJsonAsync();
        var (id, text) = (answer.GetProperty("key").GetProperty("id").GetString(), answer.GetProperty("text").GetString()!);
        using var list = await admin.GetAsync("/keys");
        var listed = await list.Content.ReadAsStringAsync();
        Assert.Contains(id!, listed, StringComparison.Ordinal);
        Assert.DoesNotContain(text[14..], listed, StringComparison.Ordinal);
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.Add(KeyAuthentication.Header, text);
        using var filed = await client.PostAsync("/evaluate", Some.Body());
        Assert.Equal(HttpStatusCode.OK, filed.StatusCode);
        using var revoked = await admin.DeleteAsync(new Uri($"/keys/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        using var refused = await client.PostAsync("/evaluate", Some.Body());
        Assert.Equal("not-signed-in", (await refused.ReadProblemAsync(401)).Code);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        admin.Dispose();
        server.Dispose();
        packs.Dispose();
    }

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    private async Task<string> CreateAsync(string name, string rest)
    {
        using var response = await admin.PostAsync("/accounts", $$"""{"name":"{{name}}","displayName":"{{name}}",{{rest}}}""");
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return (await response.ReadJsonAsync()).GetProperty("password").GetString()!;
    }
}
