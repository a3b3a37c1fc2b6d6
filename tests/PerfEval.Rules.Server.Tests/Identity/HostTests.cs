using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Tests.Identity;

/// <summary>What a server does at its start, beside other servers, and under load.</summary>
public sealed class HostTests : IDisposable
{
    private readonly TemporaryFolder packs = Some.Packs();
    private readonly TemporaryFolder data = new();

    private string Store => Path.Combine(data.Root, "shared.db");

    [Fact]
    public async Task Two_servers_that_start_together_on_one_store_share_their_sessions()
    {
        await using var one = new TestServer(packs.Root, store: Store);
        await using var other = new TestServer(packs.Root, store: Store);
        await Task.WhenAll(Task.Run(() => one.Services), Task.Run(() => other.Services));
        await one.AddAccountAsync("wang", Roles.Reviewer);
        foreach (var (here, there) in new[] { (one, other), (other, one) })
        {
            using var client = here.CreateClient();
            using var response = await client.TrySignInAsync("wang", Sessions.Password);
            using var elsewhere = there.CreateClient(new() { HandleCookies = false });
            elsewhere.DefaultRequestHeaders.Add("Cookie", response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
            using var audit = await elsewhere.GetAsync("/audit");
            Assert.Equal(HttpStatusCode.OK, audit.StatusCode);
        }
    }

    [Fact]
    public async Task Development_makes_an_account_for_every_role_and_a_key_that_files()
    {
        await using var server = new TestServer(packs.Root);
        foreach (var name in DemoAccounts.Names)
        {
            using var client = await server.SignInAsync(name, DemoAccounts.Password);
            using var session = await client.GetAsync("/session");
            Assert.Equal(["demo-" + (await session.ReadJsonAsync()).GetProperty("roles")[0].GetString()], [name]);
        }

        Assert.Equal(Roles.All.Order(), DemoAccounts.Names.Select(name => name["demo-".Length..]).Order());
        using var key = server.CreateClient();
        key.DefaultRequestHeaders.Add(KeyAuthentication.Header, DemoAccounts.Key);
        using var open = await key.GetAsync("/session");
        Assert.Equal(DemoAccounts.Department, (await open.ReadJsonAsync()).GetProperty("department").GetString());
    }

    [Fact]
    public async Task What_development_made_opens_nothing_in_production()
    {
        await using (var development = new TestServer(packs.Root, store: Store))
            Assert.NotEmpty(await development.Services.GetRequiredService<AccountStore>().ListAsync(CancellationToken.None));
        await using var production = Production();
        using var client = production.CreateClient();
        foreach (var name in DemoAccounts.Names)
        {
            using var refused = await client.TrySignInAsync(name, DemoAccounts.Password);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        client.DefaultRequestHeaders.Add(KeyAuthentication.Header, DemoAccounts.Key);
        using var rubrics = await client.GetAsync("/rubrics");
        Assert.Equal(HttpStatusCode.Unauthorized, rubrics.StatusCode);
    }

    [Fact]
    public async Task The_first_start_in_production_makes_one_account_that_must_choose_its_password()
    {
        await using (var first = Production())
            Assert.Single(await first.Services.GetRequiredService<AccountStore>().ListAsync(CancellationToken.None));
        await using var second = Production();
        var account = Assert.Single(await second.Services.GetRequiredService<AccountStore>().ListAsync(CancellationToken.None));
        Assert.Equal((FirstStart.Admin, true), (account.Name, account.MustChangePassword));
        Assert.Equal([Roles.Admin], account.Roles.AsEnumerable());
    }

    [Fact]
    public async Task Too_many_requests_of_one_caller_are_429_with_when_to_come_again_and_leave_others_alone()
    {
        await using var server = new TestServer(packs.Root, settings: [("Limits:PerCaller", "2"), ("Access:Demo", "false")]);
        using var greedy = await server.CreateClientAsync(Roles.Bureau);
        using var modest = await server.CreateClientAsync(Roles.Bureau);
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 200 && refused is null; i++)
        {
            var response = await greedy.GetAsync("/rubrics");
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                refused = response;
            else
                response.Dispose();
        }

        Assert.NotNull(refused);
        Assert.Equal("too-many-requests", (await refused.ReadProblemAsync(429)).Code);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        refused.Dispose();
        using var other = await modest.GetAsync("/rubrics");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var anonymous = await server.CreateClient().GetAsync("/rubrics");
        Assert.Equal(HttpStatusCode.OK, anonymous.StatusCode);
    }

    [Fact]
    public async Task Passwords_are_not_guessed_by_the_hundred()
    {
        await using var server = new TestServer(packs.Root, settings: [("Limits:SignInsPerMinute", "3")]);
        using var client = server.CreateClient();
        for (var i = 0; i < 3; i++)
            Assert.Equal("sign-in-failed", (await (await client.TrySignInAsync($"name{i}", "wrong")).ReadProblemAsync(401)).Code);
        using var refused = await client.TrySignInAsync("another", "wrong");
        Assert.Equal("too-many-requests", (await refused.ReadProblemAsync(429)).Code);
    }

    [Fact]
    public async Task Production_insists_on_https_once_it_was_used()
    {
        await using var production = Production();
        using var client = production.CreateClient(new() { BaseAddress = new("https://perfeval.example") });
        using var response = await client.GetAsync("/health/live");
        Assert.True(response.Headers.Contains("Strict-Transport-Security"));
        using var signIn = await client.TrySignInAsync("nobody", "wrong");
        using var unsafely = production.CreateClient(new() { BaseAddress = new("http://perfeval.example") });
        using var plain = await unsafely.GetAsync("/health/live");
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    public void Dispose()
    {
        packs.Dispose();
        data.Dispose();
    }

    private TestServer Production() => new(packs.Root, store: Store, settings: [(WebHostDefaults.EnvironmentKey, "Production")]);
}
