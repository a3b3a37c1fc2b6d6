using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;
using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Tests.Shared;

namespace PerfEval.Rules.Server.Tests.Api;

/// <summary>A store that takes nothing now may do so later: that is no bug, and the answer says so.</summary>
public sealed class UnavailableTests
{
    [Fact]
    public async Task A_filing_that_finds_the_store_closing_is_503_and_a_dry_run_goes_on()
    {
        using var packs = Some.Packs();
        await using var server = new TestServer(packs.Root);
        using var bureau = await server.CreateClientAsync(Roles.Bureau);
        await server.Services.GetRequiredService<StoreDatabase>().DisposeAsync();
        using var filed = await bureau.PostAsync("/evaluate", Some.Body());
        Assert.Equal("unavailable", (await filed.ReadProblemAsync(503)).Code);
        using var dry = await bureau.PostAsync("/evaluate?dryRun=true", Some.Body());
        Assert.True(dry.IsSuccessStatusCode, await dry.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Readiness_tells_of_a_store_that_went_away()
    {
        using var packs = Some.Packs();
        var store = PostgresServer.Shared.CreateDatabase();
        using var server = await RunningServer.StartAsync(packs.Root, store);
        using var client = new HttpClient { BaseAddress = server.Address };
        Assert.Equal("""{"status":"Ready","rubrics":1,"broken":[],"storeAnswers":true}""", await client.GetStringAsync("/health/ready"));
        PostgresServer.Shared.DropDatabase(store);
        Assert.Equal("""{"status":"Degraded","rubrics":1,"broken":[],"storeAnswers":false}""", await client.GetStringAsync("/health/ready"));
        Assert.Equal("""{"status":"Live"}""", await client.GetStringAsync("/health/live"));
    }

    [Fact]
    public void A_database_server_that_does_not_answer_is_unavailable_and_a_wrong_statement_is_not()
    {
        Assert.True(StoreDatabase.IsUnavailable(new NpgsqlException("gone", new SocketException())));
        Assert.False(StoreDatabase.IsUnavailable(new NpgsqlException("wrong")));
        Assert.False(StoreDatabase.IsUnavailable(new InvalidOperationException()));
    }
}
