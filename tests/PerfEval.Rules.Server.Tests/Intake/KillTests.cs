using System.Collections.Concurrent;
using System.Globalization;
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

/// <summary>
/// The server is killed again and again while it files at full speed: what it answered is there, once. PERFEVAL_KILL_ROUNDS raises the number of rounds.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Drivers = 16;
    private const int AnsweredPerRound = 200;

    private readonly TemporaryFolder packs = JudgedRubric.Packs();
    private readonly TemporaryFolder data = new();
    private int departments;

    [Fact]
    public Task What_was_answered_survives_a_kill_on_sqlite() => RunAsync(Path.Combine(data.Root, "store.db"));

    [Fact]
    public Task What_was_answered_survives_a_kill_on_postgresql() => RunAsync(PostgresServer.Shared.CreateDatabase());

    public void Dispose()
    {
        packs.Dispose();
        data.Dispose();
    }

    private static int Rounds => int.Parse(Environment.GetEnvironmentVariable("PERFEVAL_KILL_ROUNDS") ?? "2", CultureInfo.InvariantCulture);

    private async Task RunAsync(string store)
    {
        var key = await IssueKeyAsync(store);
        var answered = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        for (var round = 1; round <= Rounds; round++)
        {
            await RunRoundAsync(store, key, answered);
            await CheckAsync(store, answered);
        }

        Assert.True(answered.Count >= Rounds * AnsweredPerRound);
    }

    private async Task RunRoundAsync(string store, string key, ConcurrentDictionary<string, string> answered)
    {
        using var server = await RunningServer.StartAsync(packs.Root, store, "--Limits:PerCaller=0");
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add(KeyAuthentication.Header, key);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var wanted = answered.Count + AnsweredPerRound;
        var drivers = Enumerable.Range(0, Drivers).Select(_ => DriveAsync(client, answered, wanted, enough)).ToList();
        var first = await Task.WhenAny(enough.Task, Task.WhenAll(drivers));
        Assert.True(first == enough.Task, "the drivers ended before the server was killed");
        await server.KillAsync(); // while every driver has a request under way
        await Task.WhenAll(drivers);
    }

    // Each request is for a department of its own: two evaluations of one would be a request done twice.
    private async Task DriveAsync(HttpClient client, ConcurrentDictionary<string, string> answered, int wanted, TaskCompletionSource enough)
    {
        try
        {
            while (true)
            {
                var department = string.Create(CultureInfo.InvariantCulture, $"单位{Interlocked.Increment(ref departments)}");
                var submission = $$$"""{"department":"{{{department}}}","data":{"预算数":100,"执行数":90,"管理":18}}""";
                using var body = new StringContent(JudgedRubric.Body(submission), Encoding.UTF8, "application/json");
                using var response = await client.PostAsync(new Uri("/evaluate?explain=none", UriKind.Relative), body);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                answered[(await response.ReadJsonAsync()).GetProperty("id").GetString()!] = department;
                if (answered.Count >= wanted)
                    enough.TrySetResult();
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // the server is gone
        }
    }

    private static async Task CheckAsync(string store, ConcurrentDictionary<string, string> answered)
    {
        await using var database = await StoreDatabase.OpenAsync(store);
        var evaluations = new EvaluationStore(database);
        var stored = new Dictionary<string, EvaluationSummary>(StringComparer.Ordinal);
        for (string? last = null; ;)
        {
            var page = await evaluations.ListAsync(new(), last, 1000, CancellationToken.None);
            foreach (var summary in page)
                stored.Add(summary.Id, summary);
            if (page.Length < 1000)
                break;
            last = page[^1].Id;
        }

        Assert.All(answered, pair => Assert.Equal(pair.Value, stored[pair.Key].Identity.Department));
        Assert.Equal(stored.Count, stored.Values.Select(summary => summary.Identity.Department).Distinct(StringComparer.Ordinal).Count());
        Assert.Null((await new AuditTrail(database).VerifyAsync(CancellationToken.None)).BrokenAt);
    }

    private static async Task<string> IssueKeyAsync(string store)
    {
        await using var database = await StoreDatabase.OpenAsync(store);
        var issued = await new ApiKeyStore(database).IssueAsync(
            new("driver", Roles.Bureau, "000000", null, null), new(Actor.Service, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), CancellationToken.None);
        return issued.Text;
    }
}
