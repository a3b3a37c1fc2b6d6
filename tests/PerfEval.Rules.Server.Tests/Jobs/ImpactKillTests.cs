using System.Net;
using System.Text;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Evaluations;
using PerfEval.Rules.Storage.Identity;
using PerfEval.Rules.Storage.Impacts;
using PerfEval.Rules.Storage.Packs;
using PerfEval.Rules.Storage.Rubrics;
using PerfEval.Rules.Tests.Shared;

namespace PerfEval.Rules.Server.Tests.Jobs;

/// <summary>A server is killed in the midst of an impact: whoever is left, or comes, finishes it, and nothing is counted twice or left out.</summary>
public sealed class ImpactKillTests : IDisposable
{
    private const int Count = 120;

    private readonly TemporaryFolder packs = Some.Packs();
    private readonly TemporaryFolder data = new();

    [Fact]
    public Task A_server_started_again_finishes_it_on_sqlite() => RunAsync(Path.Combine(data.Root, "store.db"), hasOther: false);

    [Fact]
    public Task A_server_started_again_finishes_it_on_postgresql() => RunAsync(PostgresServer.Shared.CreateDatabase(), hasOther: false);

    [Fact]
    public Task The_other_of_two_servers_finishes_it() => RunAsync(PostgresServer.Shared.CreateDatabase(), hasOther: true);

    [Fact]
    public async Task What_is_cancelled_stops_where_it_is()
    {
        var store = Path.Combine(data.Root, "store.db");
        var key = await FillAsync(store);
        using var server = await StartAsync(store);
        using var bureau = ClientOf(server, key);
        var address = await CancelInTheMidstAsync(bureau);
        await bureau.WaitForImpactAsync(await bureau.StartImpactAsync(Impacting.Body())); // behind all that waited
        var left = await bureau.ReadImpactAsync(address);
        Assert.Equal("cancelled", left.State);
        Assert.InRange(left.Scored, 1, Count - 1);
        Assert.Equal(left.Scored, left.Report.GetProperty("submissions").GetInt64());
    }

    public void Dispose()
    {
        packs.Dispose();
        data.Dispose();
    }

    private async Task RunAsync(string store, bool hasOther)
    {
        var key = await FillAsync(store);
        var other = hasOther ? await StartAsync(store) : null;
        var address = await KillInTheMidstAsync(store, key);
        using var left = other ?? await StartAsync(store);
        using var heir = ClientOf(left, key);
        var finished = await heir.WaitForImpactAsync(address);
        var again = await heir.WaitForImpactAsync(await heir.StartImpactAsync(Impacting.Body()));
        Assert.Equal(Count, finished.Report.GetProperty("submissions").GetInt64());
        Assert.Equal(again.Report.GetRawText(), finished.Report.GetRawText());
    }

    /// <summary>Starts a server, and kills it in the midst of an impact; the impact's address. Where all was done before the kill came, that proves nothing: it is done over.</summary>
    private async Task<string> KillInTheMidstAsync(string store, string key)
    {
        while (true)
        {
            using var server = await StartAsync(store);
            using var client = ClientOf(server, key);
            var address = await client.StartImpactAsync(Impacting.Body());
            await client.WaitForImpactAsync(address, impact => impact.Scored > 0);
            await server.KillAsync();
            if (!await HasEndedAsync(store, address))
                return address;
        }
    }

    /// <summary>Cancels an impact in the midst of it; its address. One that was done before is done over.</summary>
    private static async Task<string> CancelInTheMidstAsync(HttpClient bureau)
    {
        while (true)
        {
            var address = await bureau.StartImpactAsync(Impacting.Body());
            await bureau.WaitForImpactAsync(address, impact => impact.Scored > 0);
            using var cancelled = await bureau.SendAsync(HttpMethod.Delete, address);
            if ((await bureau.ReadImpactAsync(address)).State == "done")
                continue;
            Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
            return address;
        }
    }

    private static async Task<bool> HasEndedAsync(string store, string address)
    {
        await using var database = await StoreDatabase.OpenAsync(store);
        return (await new ImpactStore(database).FindAsync(address.Split('/')[^1], CancellationToken.None))!.HasEnded; // it was answered
    }

    // One submission a chunk, so that there is time to kill.
    private Task<RunningServer> StartAsync(string store) => RunningServer.StartAsync(packs.Root, store, "--Limits:PerCaller=0", "--Jobs:ChunkSize=1");

    private static HttpClient ClientOf(RunningServer server, string key)
    {
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add(KeyAuthentication.Header, key);
        return client;
    }

    /// <summary>Files evaluations past the server; a key of a bureau.</summary>
    private async Task<string> FillAsync(string store)
    {
        await using var database = await StoreDatabase.OpenAsync(store);
        var (now, clock) = (FixedClock.JulyInChina.GetUtcNow(), new EvaluationIds(FixedClock.JulyInChina));
        await new RubricStore(database).ImportAsync(new PackFolder(packs.Root, packs.Root).ReadPacks(), [], now, CancellationToken.None);
        var evaluations = new EvaluationStore(database);
        await Task.WhenAll(Enumerable.Range(0, Count).Select(i => evaluations.FileAsync(NewEvaluation(clock.Next(), i, now), CancellationToken.None)));
        return (await new ApiKeyStore(database).IssueAsync(new("driver", Roles.Bureau, "000000", null, null), new(Actor.Service, now), CancellationToken.None)).Text;
    }

    private static NewEvaluation NewEvaluation(string id, int number, DateTimeOffset at) => new()
    {
        Id = id,
        FiledAt = at,
        Identity = new(Some.Name, $"单位{number}", "", ""),
        Version = "1.0.0",
        Hash = "sha256:of-no-matter",
        Scope = new(Some.Region, 2020, "project"),
        Submission = Encoding.UTF8.GetBytes(Impacting.Submission(number)),
        Scorecard = "{}"u8.ToArray(),
        Complete = true,
        FiledBy = Actor.Service,
    };
}
