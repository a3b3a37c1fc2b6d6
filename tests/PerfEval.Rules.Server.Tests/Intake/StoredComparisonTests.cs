using System.Net;
using System.Text.Json;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Intake;

/// <summary>A figure that was typed is held against the stored one that it comes from.</summary>
public sealed class StoredComparisonTests : IAsyncLifetime, IDisposable
{
    // 一号项目 was executed to 90 %.
    private const string Typed = """{"region":"440300","year":2021,"scope":"department","submission":{"department":"甲单位","data":{"项目表":[{"项目":"一号项目","执行率":87},{"项目":"三号项目","执行率":50}]}}}""";

    private readonly TemporaryFolder packs = JudgedRubric.Packs();
    private readonly TestServer server;
    private HttpClient department = null!; // made before each test

    public StoredComparisonTests() => server = new(packs.Root);

    public async Task InitializeAsync()
    {
        department = await server.CreateClientAsync(Roles.Department, JudgedRubric.Region, "甲单位");
        using var filed = await department.PostAsync("/evaluate", JudgedRubric.Body(subject: "一号项目"));
        Assert.Equal(HttpStatusCode.OK, filed.StatusCode);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        server.Dispose();
        packs.Dispose();
    }

    [Theory]
    [InlineData("/evaluate?dryRun=true")]
    [InlineData("/evaluate")]
    public async Task A_difference_is_a_finding_of_the_answer(string address)
    {
        var finding = Assert.Single(FindingsOf(await AskAsync(department, address, Typed)));
        Assert.Equal(("PF0011", "/data/项目表/0/执行率"), (finding.GetProperty("code").GetString(), finding.GetProperty("path").GetString()));
        Assert.Matches("^87% was typed where evaluation [0-9a-f-]{36} \\(440300/2020/project, revision 1\\) gives 90%$", finding.GetProperty("message").GetProperty("en").GetString());
        Assert.Empty(FindingsOf(await AskAsync(department, address, Typed.Replace("87", "90", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("/evaluate/batch?dryRun=true")]
    [InlineData("/evaluate/batch")]
    public async Task A_line_of_a_batch_is_held_against_what_was_filed_before_it(string address)
    {
        var lines = string.Join('\n', Typed, "no JSON", Typed.Replace("87", "90", StringComparison.Ordinal), Typed.Replace("87", "91", StringComparison.Ordinal));
        using var content = new StringContent(lines);
        content.Headers.ContentType = new("application/x-ndjson");
        using var response = await department.PostAsync(new Uri(address, UriKind.Relative), content);
        var answers = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.Equal("invalid-request", answers[1].GetProperty("code").GetString());
        Assert.Equal("PF0011", Assert.Single(FindingsOf(answers[0])).GetProperty("code").GetString());
        Assert.Empty(FindingsOf(answers[2]));
        Assert.StartsWith("91% was typed", Assert.Single(FindingsOf(answers[3])).GetProperty("message").GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stored_has_no_such_finding_and_computes_again()
    {
        var id = (await AskAsync(department, "/evaluate", Typed)).GetProperty("id").GetString();
        using var stored = await department.GetAsync("/evaluations/" + id);
        Assert.Empty(FindingsOf(await stored.ReadJsonAsync()));
        using var verified = await department.GetAsync($"/evaluations/{id}/verification");
        Assert.Equal("same", (await verified.ReadJsonAsync())[0].GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Nobody_learns_so_what_another_department_filed()
    {
        using var other = await server.CreateClientAsync(Roles.Department, JudgedRubric.Region, "乙单位");
        Assert.Empty(FindingsOf(await AskAsync(other, "/evaluate?dryRun=true", Typed)));
        Assert.Empty(FindingsOf(await AskAsync(server.CreateClient(), "/evaluate?dryRun=true", Typed)));
        using var elsewhere = await server.CreateClientAsync(Roles.Bureau, "110000");
        Assert.Empty(FindingsOf(await AskAsync(elsewhere, "/evaluate?dryRun=true", Typed)));
        using var bureau = await server.CreateClientAsync(Roles.Bureau, JudgedRubric.Region);
        Assert.Single(FindingsOf(await AskAsync(bureau, "/evaluate?dryRun=true", Typed)));
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, string address, string body)
    {
        using var answer = await client.PostAsync(address, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.ReadJsonAsync();
    }

    private static JsonElement[] FindingsOf(JsonElement answer) =>
        answer.GetProperty("scorecard").TryGetProperty("audit", out var audit) && audit.TryGetProperty("findings", out var findings) ? [.. findings.EnumerateArray()] : [];
}
