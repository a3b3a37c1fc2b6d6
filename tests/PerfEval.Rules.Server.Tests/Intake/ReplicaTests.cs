using System.Net;
using System.Text;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Evaluations;
using PerfEval.Rules.Storage.Identity;
using PerfEval.Rules.Tests.Shared;

namespace PerfEval.Rules.Server.Tests.Intake;

/// <summary>Two servers as processes of their own over one PostgreSQL.</summary>
public sealed class ReplicaTests : IDisposable
{
    private readonly TemporaryFolder packs = JudgedRubric.Packs();

    [Fact]
    public async Task A_request_raced_on_both_under_one_key_is_filed_once_and_answered_alike()
    {
        var store = PostgresServer.Shared.CreateDatabase();
        var key = await IssueKeyAsync(store);
        using var first = await RunningServer.StartAsync(packs.Root, store, "--Limits:PerCaller=0");
        using var second = await RunningServer.StartAsync(packs.Root, store, "--Limits:PerCaller=0");
        using var one = ClientOf(first, key);
        using var two = ClientOf(second, key);
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => FileAsync(i % 2 == 0 ? one : two)));
        Assert.Single(answers.Distinct(StringComparer.Ordinal));

        await using var database = await StoreDatabase.OpenAsync(store);
        Assert.Single(await new EvaluationStore(database).ListAsync(new(), null, 10, CancellationToken.None));
        Assert.Null((await new AuditTrail(database).VerifyAsync(CancellationToken.None)).BrokenAt);
    }

    public void Dispose() => packs.Dispose();

    private static HttpClient ClientOf(RunningServer server, string key)
    {
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add(KeyAuthentication.Header, key);
        return client;
    }

    private static async Task<string> FileAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/evaluate") { Content = new StringContent(JudgedRubric.Body(), Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", "raced");
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return text;
    }

    private static async Task<string> IssueKeyAsync(string store)
    {
        await using var database = await StoreDatabase.OpenAsync(store);
        var issued = await new ApiKeyStore(database).IssueAsync(
            new("driver", Roles.Bureau, "000000", null, null), new(Actor.Service, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), CancellationToken.None);
        return issued.Text;
    }
}
