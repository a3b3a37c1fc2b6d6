using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Tests.Infra;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Rubrics;
using PerfEval.Rules.Tests.Shared;

namespace PerfEval.Rules.Server.Tests.Published;

public sealed class CatalogueFeedTests : IDisposable
{
    private static readonly RubricKey Key = new(Some.Region, 2020, "project");

    private readonly TemporaryFolder packs = Some.Packs();

    [Fact]
    public async Task A_pack_that_was_edited_after_its_publication_is_reported_and_the_published_one_serves()
    {
        using var data = new TemporaryFolder();
        var store = Path.Combine(data.Root, "store.db");
        string hash;
        await using (var first = new TestServer(packs.Root, store: store))
            hash = first.Services.GetRequiredService<RubricCatalogue>().Find(Key, "1.0.0")!.Compiled.Hash;
        packs.Write("440300-shenzhen/2020/project/1.0.0.json", Some.Rubric(firstWeight: 70));
        await using var second = new TestServer(packs.Root, store: store);
        var catalogue = second.Services.GetRequiredService<RubricCatalogue>();
        Assert.Equal(hash, catalogue.Find(Key, "1.0.0")!.Compiled.Hash);
        var broken = Assert.Single(catalogue.Broken);
        Assert.Equal((BrokenPack.ConflictCode, "440300-shenzhen/2020/project/1.0.0.json"), (broken.Code, broken.File));
        Assert.Contains(hash, broken.Message.En, StringComparison.Ordinal);
        using var client = second.CreateClient();
        using var response = await client.GetAsync("/health/ready");
        Assert.Equal("Degraded", (await response.ReadJsonAsync()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_version_whose_pack_is_gone_keeps_serving()
    {
        using var data = new TemporaryFolder();
        using var empty = new TemporaryFolder();
        var store = Path.Combine(data.Root, "store.db");
        await using (var first = new TestServer(packs.Root, store: store))
            Assert.Equal(3, first.Services.GetRequiredService<RubricCatalogue>().FindVersions(Key).Length);
        await using var second = new TestServer(empty.Root, store: store);
        Assert.Equal(3, second.Services.GetRequiredService<RubricCatalogue>().FindVersions(Key).Length);
    }

    [Fact]
    public async Task A_retired_version_is_not_in_force_and_stays_addressable()
    {
        await using var server = new TestServer(packs.Root);
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        await RetireAsync(server, "1.1.0");
        using var listing = await client.GetAsync(Some.Address);
        var rubric = await listing.ReadJsonAsync();
        Assert.Equal("1.0.0", rubric.GetProperty("inForce").GetString());
        var version = rubric.GetProperty("versions")[1];
        Assert.Equal(("Retired", "换新"), (version.GetProperty("state").GetString(), version.GetProperty("retired").GetProperty("comment").GetString()));
        using var document = await client.GetAsync(Some.Address + "/versions/1.1.0");
        Assert.Equal(HttpStatusCode.OK, document.StatusCode);
        using var named = await client.PostAsync("/evaluate?dryRun=true", Some.Body(version: "1.1.0"));
        Assert.Equal("1.1.0", (await named.ReadJsonAsync()).GetProperty("scorecard").GetProperty("rubric").GetProperty("version").GetString());
    }

    [Fact]
    public async Task A_rubric_all_of_whose_versions_are_retired_says_so()
    {
        await using var server = new TestServer(packs.Root);
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        foreach (var version in (string[])["1.0.0", "1.1.0", "2.0.0"])
            await RetireAsync(server, version);
        using var response = await client.PostAsync("/evaluate?dryRun=true", Some.Body());
        var (_, errors) = await response.ReadProblemAsync(404);
        Assert.Equal([$"PA0017 : every version of `{Some.Name}` is retired"], errors);
    }

    [Fact]
    public async Task What_one_replica_retires_the_other_stops_choosing_without_a_restart()
    {
        Assert.True(CatalogueFeed.Interval < TimeSpan.FromSeconds(0.5)); // so it knows within a second

        var store = PostgresServer.Shared.CreateDatabase();
        await using var one = new TestServer(packs.Root, store: store);
        await using var other = new TestServer(packs.Root, store: store);
        var feed = other.Services.GetRequiredService<CatalogueFeed>();
        Assert.Equal("1.1.0", feed.Current.FindInForce(Key, new(2026, 7, 1))!.Version);
        await RetireAsync(one, "1.1.0");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (feed.Current.FindInForce(Key, new(2026, 7, 1))!.Version != "1.0.0")
            await Task.Delay(10, limit.Token);
    }

    public void Dispose() => packs.Dispose();

    private static async Task RetireAsync(TestServer server, string version)
    {
        var actor = new Actor("account:li", "李四");
        var outcome = await server.Services.GetRequiredService<RubricStore>()
            .RetireAsync(Some.Name, version, actor, FixedClock.JulyInChina.GetUtcNow(), "换新", CancellationToken.None);
        Assert.Equal(RetireOutcome.Done, outcome);
        await server.Services.GetRequiredService<CatalogueFeed>().RefreshAsync(CancellationToken.None);
    }
}
