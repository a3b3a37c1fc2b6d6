using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;
using PerfEval.Rules.Storage.Databases;

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
    public void A_database_server_that_does_not_answer_is_unavailable_and_a_wrong_statement_is_not()
    {
        Assert.True(StoreDatabase.IsUnavailable(new NpgsqlException("gone", new SocketException())));
        Assert.False(StoreDatabase.IsUnavailable(new NpgsqlException("wrong")));
        Assert.False(StoreDatabase.IsUnavailable(new InvalidOperationException()));
    }
}
