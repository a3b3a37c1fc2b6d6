using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>Staff who sign in.</summary>
internal static class Sessions
{
    public const string Password = "correct horse battery";

    /// <summary>A new account with <see cref="Password"/>.</summary>
    public static async Task<Account> AddAccountAsync(this TestServer server, string name, params string[] roles)
    {
        var account = new Account
        {
            Id = "id-of-" + name,
            Name = name,
            DisplayName = name,
            Roles = [.. roles],
            PasswordHash = new Passwords(iterations: 1).Hash(Password),
            SecurityStamp = Passwords.NewStamp(),
            CreatedAt = server.ChangeNow.At,
            CreatedBy = Actor.Service.Id,
        };
        Assert.True(await server.Services.GetRequiredService<AccountStore>().AddAsync(account, Actor.Service, CancellationToken.None));
        return account;
    }

    /// <summary>A client that has signed in and sends the antiforgery token with everything.</summary>
    public static async Task<HttpClient> SignInAsync(this TestServer server, string name, string password = Password)
    {
        var client = server.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var response = await client.TrySignInAsync(name, password);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        client.UseToken(await response.ReadJsonAsync());
        return client;
    }

    public static Task<HttpResponseMessage> TrySignInAsync(this HttpClient client, string name, string password) =>
        client.PostAsync("/session", JsonSerializer.Serialize(new { name, password }));

    /// <summary>Sends the token of a session from now on.</summary>
    public static void UseToken(this HttpClient client, JsonElement session)
    {
        client.DefaultRequestHeaders.Remove(RequestForgery.Header);
        client.DefaultRequestHeaders.Add(RequestForgery.Header, session.GetProperty("antiforgeryToken").GetString());
    }
}
