using System.Text.Json;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

public sealed class EvaluateTests(SmallServer server) : IClassFixture<SmallServer>
{
    private readonly HttpClient client = server.Client;

    [Fact]
    public async Task A_dry_run_is_scored_and_gets_no_id()
    {
        var answer = await Evaluate("?dryRun=true", Some.Body(version: "1.0.0"));
        var card = answer.GetProperty("scorecard");
        Assert.False(answer.TryGetProperty("id", out _));
        Assert.False(answer.TryGetProperty("at", out _));
        Assert.Equal(94m, card.GetProperty("total").GetDecimal());
        Assert.Equal("某单位", card.GetProperty("department").GetString());
        var rubric = card.GetProperty("rubric");
        Assert.Equal((Some.Name, "1.0.0"), (rubric.GetProperty("name").GetString(), rubric.GetProperty("version").GetString()));
        Assert.StartsWith("sha256:", rubric.GetProperty("hash").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filing_gives_an_id_ordered_by_time_and_the_time()
    {
        var answer = await Evaluate("", Some.Body());
        Assert.Equal(7, answer.GetProperty("id").GetGuid().Version);
        Assert.Equal("2026-06-30T16:30:00.000Z", answer.GetProperty("at").GetString());
    }

    [Fact]
    public async Task Without_a_version_the_highest_in_force_in_china_scores() => Assert.Equal("1.1.0", VersionOf(await Evaluate("", Some.Body())));

    [Fact]
    public async Task A_version_that_is_not_in_force_yet_scores_when_asked_for() => Assert.Equal("2.0.0", VersionOf(await Evaluate("", Some.Body(version: "2.0.0"))));

    [Theory]
    [InlineData("""{"submission":SUBMISSION,"scope":"project","year":2020,"region":"440300","version":"2.0.0"}""")]
    [InlineData("""{"region":"440300","year":2020,"scope":"project","submission":SUBMISSION,"version":"2.0.0"}""")]
    [InlineData("""{"Region":"440300","YEAR":2020,"version":"2.0.0","Submission":SUBMISSION,"scope":"project"}""")]
    public async Task Properties_come_in_any_order_and_case(string body)
    {
        var answer = await Evaluate("", body.Replace("SUBMISSION", Some.Submission, StringComparison.Ordinal));
        Assert.Equal("2.0.0", VersionOf(answer));
        Assert.Equal(96m, answer.GetProperty("scorecard").GetProperty("total").GetDecimal());
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over() => Assert.Equal("1.1.0", VersionOf(await Evaluate("", "\uFEFF" + Some.Body())));

    [Fact]
    public async Task A_wider_region_answers_only_when_asked_to()
    {
        var refused = await client.PostAsync("/evaluate", Some.Body(region: "440303"));
        var (code, errors) = await refused.ReadProblemAsync(404);
        Assert.Equal("rubric-not-found", code);
        Assert.Equal(["PA0010 : no rubric `440303/2020/project`, the nearest are 440300/2020/project"], errors);

        var answer = await Evaluate("?fallback=true", Some.Body(region: "440303"));
        Assert.Equal(Some.Name, answer.GetProperty("resolvedFrom").GetString());
        Assert.False((await Evaluate("?fallback=true", Some.Body())).TryGetProperty("resolvedFrom", out _));
    }

    [Theory]
    [InlineData("?explain=none", false, false)]
    [InlineData("", true, false)]
    [InlineData("?explain=summary", true, false)]
    [InlineData("?explain=tree", true, true)]
    public async Task The_reasoning_is_as_long_as_asked_for(string query, bool figures, bool explanation)
    {
        var rule = (await Evaluate(query, Some.Body())).GetProperty("scorecard").GetProperty("rules")[0];
        Assert.Equal(figures, rule.TryGetProperty("figures", out _));
        Assert.Equal(explanation, rule.TryGetProperty("explanation", out _));
    }

    [Fact]
    public async Task What_is_missing_stays_open_in_a_dry_run_and_is_refused_on_filing()
    {
        var body = Some.Body("""{"department":"某单位","data":{"预算数":100,"执行数":90}}""");
        var card = (await Evaluate("?dryRun=true", body)).GetProperty("scorecard");
        Assert.False(card.GetProperty("complete").GetBoolean());
        Assert.Equal(JsonValueKind.Null, card.GetProperty("total").ValueKind);

        using var refused = await client.PostAsync("/evaluate", body);
        var (code, errors) = await refused.ReadProblemAsync(422);
        Assert.Equal("submission-refused", code);
        Assert.Equal(["PS0101 /submission/data/满意度: `满意度` is required"], errors);
    }

    [Fact]
    public async Task A_dry_run_audits_reported_figures_against_every_version()
    {
        const string Submission = """{"data":{"预算数":100.00,"执行数":90.00,"满意度":95},"reported":{"scores":{"R1":45,"R2":40},"total":85}}""";
        var lines = (await Evaluate("?dryRun=true", Some.Body(Submission, version: "1.0.0"))).GetProperty("scorecard").GetProperty("audit").GetProperty("reconciliation");

        Assert.Equal(("Differs", "/reported/scores/R1", "OtherVersion"), (Text(lines[0], "verdict"), Text(lines[0], "path"), Text(lines[0].GetProperty("slip"), "kind")));
        Assert.Equal("与 1.1.0 版的结果一致", Text(lines[0].GetProperty("slip"), "zh"));
        Assert.Equal("Agrees", Text(lines[1], "verdict"));
        Assert.Equal(("Differs", "FromParts"), (Text(lines[2], "verdict"), Text(lines[2].GetProperty("slip"), "kind")));

        static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
    }

    [Fact]
    public async Task What_is_filed_is_audited_by_its_own_version_alone_so_that_it_can_be_computed_again()
    {
        const string Submission = """{"department":"某单位","data":{"预算数":100.00,"执行数":90.00,"满意度":95},"reported":{"scores":{"R1":45}}}""";
        var lines = (await Evaluate("", Some.Body(Submission, version: "1.0.0"))).GetProperty("scorecard").GetProperty("audit").GetProperty("reconciliation");
        Assert.Equal("Differs", lines[0].GetProperty("verdict").GetString());
        Assert.False(lines[0].TryGetProperty("slip", out _));
    }

    [Fact]
    public async Task The_same_request_gets_the_same_bytes()
    {
        using var first = await client.PostAsync("/evaluate?dryRun=true&explain=tree", Some.Body());
        using var second = await client.PostAsync("/evaluate?dryRun=true&explain=tree", Some.Body());
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
    }

    private async Task<JsonElement> Evaluate(string query, string body)
    {
        using var response = await client.PostAsync("/evaluate" + query, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.ReadJsonAsync();
    }

    private static string? VersionOf(JsonElement answer) => answer.GetProperty("scorecard").GetProperty("rubric").GetProperty("version").GetString();
}
