using System.Text.Json;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Intake;

/// <summary>Filing in regions that have no rubric of their own, under the one of the city.</summary>
public sealed class WiderRubricTests : IAsyncLifetime
{
    private const string Department = "甲单位";

    private readonly TemporaryFolder packs = JudgedRubric.Packs();
    private TestServer Server { get; set; } = null!; // started before each test

    public Task InitializeAsync()
    {
        Server = new(packs.Root);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        packs.Dispose();
    }

    [Fact]
    public async Task Departments_of_one_name_in_two_regions_know_nothing_of_each_other()
    {
        using var here = await Server.CreateClientAsync(Roles.Department, "440303", Department);
        using var there = await Server.CreateClientAsync(Roles.Department, "440304", Department);
        using var bureau = await Server.CreateClientAsync(Roles.Bureau, "440300");
        var first = await FileAsync(here, "440303");
        using (var confirmed = await bureau.PostAsync($"/evaluations/{first.GetProperty("id")}/confirm", "{}"))
            Assert.True(confirmed.IsSuccessStatusCode, await confirmed.Content.ReadAsStringAsync());
        var second = await FileAsync(there, "440304");
        Assert.Equal(1, second.GetProperty("revision").GetInt32());
        using var stored = await there.GetAsync($"/evaluations/{second.GetProperty("id")}");
        Assert.Equal([second.GetProperty("id").GetString()], (await stored.ReadJsonAsync()).GetProperty("revisions").EnumerateArray().Select(revision => revision.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task The_regions_own_bureau_finds_it_in_its_register()
    {
        using var county = await Server.CreateClientAsync(Roles.Bureau, "440303");
        await FileAsync(county, "440303");
        using var listed = await county.GetAsync("/submissions?region=440303&year=2020&scope=project");
        Assert.Equal(["甲单位 filed"], (await listed.ReadJsonAsync()).EnumerateArray().Select(filer => $"{filer.GetProperty("department").GetString()} {filer.GetProperty("state").GetString()}"));
    }

    private static async Task<JsonElement> FileAsync(HttpClient client, string region)
    {
        using var response = await client.PostAsync("/evaluate?fallback=true&explain=none", JudgedRubric.Body().Replace(JudgedRubric.Region, region, StringComparison.Ordinal));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.ReadJsonAsync();
    }
}
