using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Identity;

/// <summary>Who gets past the policy of each endpoint, as tests/cases/access.csv says. What they get there is the matter of other tests.</summary>
public sealed partial class AccessTests(OneOfEach server) : IClassFixture<OneOfEach>
{
    private const string Anyone = "anyone";

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (endpoint, who) in ReadTable())
                rows.Add(endpoint, who);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_endpoint_lets_in_whom_the_table_names_and_nobody_else(string endpoint, string who)
    {
        foreach (var (role, client) in server.Clients)
        {
            var status = await AskAsync(client, endpoint);
            var isLetIn = who == Anyone || who.Split(' ').Contains(role);
            Assert.True(isLetIn == (status is not ("401 not-signed-in" or "403 forbidden")), $"{role}: {status}");
        }

        var anonymous = await AskAsync(server.Anonymous, endpoint);
        Assert.True((who == Anyone) == (anonymous != "401 not-signed-in"), $"anonymous: {anonymous}");
    }

    [Fact]
    public void Every_endpoint_of_the_api_is_in_the_table()
    {
        var known = ReadTable().Select(row => row.Endpoint.Split('?')[0]).ToHashSet();
        Assert.Empty(Endpoints().Except(known));
        Assert.Empty(known.Except(Endpoints()));
    }

    private IEnumerable<string> Endpoints() =>
        from endpoint in server.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = "/" + endpoint.RoutePattern.RawText?.Trim('/')
        where !IsOfStudio(endpoint, path)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        select $"{method} {path}";

    // Pages and files; what they may show is the matter of the studio's tests.
    private static bool IsOfStudio(RouteEndpoint endpoint, string path) =>
        path == "/" || path.StartsWith("/studio", StringComparison.Ordinal) || path.StartsWith("/_", StringComparison.Ordinal)
        || endpoint.Metadata.Any(metadata => metadata.GetType().Namespace?.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal) == true)
        || endpoint.Metadata.Any(metadata => metadata.GetType().Name == "StaticAssetDescriptor");

    private static async Task<string> AskAsync(HttpClient client, string endpoint)
    {
        var (method, path) = endpoint.Split(' ') is [var before, var after] ? (before, after) : throw new FormatException(endpoint);
        var address = Parameter().Replace(path, match => match.Groups["name"].Value switch
        {
            "documentName" => "v1",
            "year" => "2020",
            "region" => Some.Region,
            "scope" => "project",
            "version" => "1.0.0",
            "revision" or "number" => "1",
            _ => "00000000-0000-7000-8000-000000000000",
        });
        using var request = new HttpRequestMessage(new(method), address);
        if (method is "POST" or "PUT")
            request.Content = new StringContent(path.StartsWith("/evaluate", StringComparison.Ordinal) ? Some.Body() : "", System.Text.Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        var isProblem = response.Content.Headers.ContentType?.MediaType == "application/problem+json";
        return $"{(int)response.StatusCode} {(isProblem ? (await response.ReadJsonAsync()).GetProperty("code").GetString() : "")}";
    }

    private static IEnumerable<(string Endpoint, string Who)> ReadTable([CallerFilePath] string here = "") =>
        from line in File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "../../cases/access.csv"))
        where line.Length > 0 && line[0] != '#'
        let parts = line.Split(';', StringSplitOptions.TrimEntries)
        select (parts[0], parts[1]);

    [GeneratedRegex(@"\{\**(?<name>[^}:]+)[^}]*\}")]
    private static partial Regex Parameter();
}

/// <summary>A server with one client of each role.</summary>
public sealed class OneOfEach : IAsyncLifetime
{
    private readonly SmallServer server = new();

    public Dictionary<string, HttpClient> Clients { get; } = [];

    public HttpClient Anonymous => server.Anonymous;

    internal TestServer Host => server.Host;

    public async Task InitializeAsync()
    {
        await server.InitializeAsync();
        foreach (var role in Roles.All)
            Clients[role] = await Host.CreateClientAsync(role, Some.Region, role == Roles.Department ? "某单位" : null);
    }

    public Task DisposeAsync() => server.DisposeAsync();
}
