using Microsoft.Extensions.DependencyInjection;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>Clients that a server knows, each by a key of its own.</summary>
internal static class Callers
{
    public const string EveryRegion = "000000";

    /// <summary>A client with a new key.</summary>
    /// <param name="department">Needed for <see cref="Roles.Department"/>.</param>
    public static async Task<HttpClient> CreateClientAsync(this TestServer server, string role, string? region = EveryRegion, string? department = null)
    {
        var client = server.CreateDefaultClient(new DocumentedAnswers());
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return client.With(await server.IssueKeyAsync(role, region, department));
    }

    /// <summary>A new key.</summary>
    public static Task<IssuedKey> IssueKeyAsync(this TestServer server, string role, string? region = EveryRegion, string? department = null, DateTimeOffset? expiresAt = null)
    {
        var grant = new KeyGrant($"{role} of {department ?? region}", role, region, department, expiresAt);
        return server.Services.GetRequiredService<ApiKeyStore>().IssueAsync(grant, server.ChangeNow, CancellationToken.None);
    }

    /// <summary>The same client, known by a key.</summary>
    public static HttpClient With(this HttpClient client, IssuedKey key)
    {
        client.DefaultRequestHeaders.Remove(KeyAuthentication.Header);
        client.DefaultRequestHeaders.Add(KeyAuthentication.Header, key.Text);
        return client;
    }

    extension(TestServer server)
    {
        /// <summary>A change made by the service, now.</summary>
        public Change ChangeNow => new(Actor.Service, server.Services.GetRequiredService<TimeProvider>().GetUtcNow());
    }
}
