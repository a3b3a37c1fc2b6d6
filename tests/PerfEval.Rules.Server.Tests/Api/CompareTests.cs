using System.Text.Json;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

/// <summary>The small rubric has three versions that differ in the weights of its two rules.</summary>
public sealed class CompareTests : DraftServer
{
    private const string Three = $"[\"{Some.Name}@1.0.0\",\"{Some.Name}@1.1.0\",\"{Some.Name}@2.0.0\"]";
    private const string WithDraft = $"[\"{Some.Name}@2.0.0\",\"{Some.Name}@draft:修订\"]";

    [Fact]
    public async Task Anyone_sees_the_scores_side_by_side_with_what_changed()
    {
        using var anyone = Server.CreateClient();
        var answer = await CompareAsync(anyone, Body(Three));
        Assert.Equal(["1.0.0 94", "1.1.0 95", "2.0.0 96"], answer.GetProperty("rubrics").EnumerateArray().Select(column => $"{column.GetProperty("rubric").GetProperty("version").GetString()} {column.GetProperty("total").GetRawText()}"));
        Assert.StartsWith("sha256:", answer.GetProperty("rubrics")[2].GetProperty("rubric").GetProperty("hash").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, answer.GetProperty("rubrics")[2].GetProperty("difference").GetInt32());
        var executed = answer.GetProperty("rules")[0];
        Assert.Equal(("R1", "预算执行率"), (executed.GetProperty("code").GetString(), executed.GetProperty("name").GetString()));
        Assert.Equal(
            """{"column":2,"weight":40,"status":"Scored","score":36,"range":{"min":36,"max":36},"difference":-18}""",
            executed.GetProperty("scores")[2].GetRawText());
        Assert.Equal("指标“预算执行率”（R1）的分值由 60 改为 50", executed.GetProperty("changed")[0].GetProperty("message").GetProperty("zh").GetString());
        Assert.Contains(answer.GetProperty("changes").EnumerateArray(), change => change.GetProperty("message").GetProperty("en").GetString() == "`Version` changed from `1.0.0` to `2.0.0`");
    }

    [Fact]
    public async Task The_scores_are_those_of_evaluating()
    {
        using var anyone = Server.CreateClient();
        using var evaluated = await anyone.PostAsync("/evaluate?dryRun=true", Some.Body("""{"data":{"预算数":100,"执行数":"80..90"}}""", version: "1.1.0"));
        var card = (await evaluated.ReadJsonAsync()).GetProperty("scorecard");
        var column = (await CompareAsync(anyone, Body(Three, """{"data":{"预算数":100,"执行数":"80..90"}}"""))).GetProperty("rubrics")[1];
        foreach (var property in (string[])["rubric", "complete", "total", "range", "grade"])
            Assert.Equal(card.GetProperty(property).GetRawText(), column.GetProperty(property).GetRawText());
        Assert.Equal(JsonValueKind.Null, column.GetProperty("total").ValueKind);
    }

    [Fact]
    public async Task A_draft_is_compared_as_it_stands_for_those_who_may_read_it()
    {
        await Author.BeginAsync(Drafting.Changed);
        var answer = await CompareAsync(Reviewer, Body(WithDraft, """{"data":{"预算数":100,"执行数":90,"满意度":87}}"""));
        Assert.Equal([36, 96], answer.GetProperty("rubrics").EnumerateArray().Select(column => column.GetProperty("total").GetInt32()));
        Assert.Equal("in indicator `满意度` (R2), `Expression`: 90% became 85%", answer.GetProperty("rules")[1].GetProperty("changed")[0].GetProperty("message").GetProperty("en").GetString());
        using var anyone = Server.CreateClient();
        using var refused = await anyone.PostAsync("/compare", Body(WithDraft));
        Assert.Equal("not-signed-in", (await refused.ReadProblemAsync(401)).Code);
        using var absent = await Author.PostAsync("/compare", Body(WithDraft.Replace("修订", "没有", StringComparison.Ordinal)));
        Assert.Equal(["PA0020 /rubrics/1: there is no version or draft `draft:没有`"], (await absent.ReadProblemAsync(404)).Errors);
    }

    [Fact]
    public async Task A_version_that_does_not_know_an_input_says_where_and_the_other_scores()
    {
        var wider = Drafting.Changed.Replace("\"Inputs\": [", "\"Inputs\": [ { \"Name\": \"备注\", \"Type\": \"Text\", \"Required\": false },", StringComparison.Ordinal);
        await Author.BeginAsync(wider);
        var answer = await CompareAsync(Author, Body(WithDraft, """{"data":{"预算数":100,"执行数":90,"满意度":95,"备注":"无"}}"""));
        var (old, draft) = (answer.GetProperty("rubrics")[0], answer.GetProperty("rubrics")[1]);
        var fault = Assert.Single(old.GetProperty("faults").EnumerateArray());
        Assert.Equal(("PS0004", "/submission/data/备注"), (fault.GetProperty("code").GetString(), fault.GetProperty("path").GetString()));
        Assert.False(old.TryGetProperty("total", out _));
        Assert.Equal(96, draft.GetProperty("total").GetInt32());
        Assert.False(draft.TryGetProperty("difference", out _));
        Assert.Equal([1], answer.GetProperty("rules")[0].GetProperty("scores").EnumerateArray().Select(cell => cell.GetProperty("column").GetInt32()));
    }

    [Fact]
    public async Task A_draft_with_errors_is_told_with_all_of_them()
    {
        await Author.BeginAsync(Drafting.Changed.Replace("满意度 >=", "满意 >=", StringComparison.Ordinal));
        using var response = await Author.PostAsync("/compare", Body(WithDraft));
        var (code, errors) = await response.ReadProblemAsync(422);
        Assert.Equal("draft-unsound", code);
        Assert.StartsWith("PE0101 /Rules/1/Expression", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_submission_is_taken_for_those_who_may_see_it_and_is_not_there_for_others()
    {
        using var department = await Server.CreateClientAsync(Roles.Department, Some.Region, "某单位");
        using var filed = await department.PostAsync("/evaluate", Some.Body());
        var id = (await filed.ReadJsonAsync()).GetProperty("id").GetString();
        var body = $$"""{"evaluation":"{{id}}","rubrics":{{Three}}}""";
        Assert.Equal([94, 95, 96], (await CompareAsync(department, body)).GetProperty("rubrics").EnumerateArray().Select(column => column.GetProperty("total").GetInt32()));

        using var other = await Server.CreateClientAsync(Roles.Department, Some.Region, "别的单位");
        using var anyone = Server.CreateClient();
        foreach (var client in (HttpClient[])[other, anyone, Author])
        {
            using var hidden = await client.PostAsync("/compare", body);
            Assert.Equal("not-found", (await hidden.ReadProblemAsync(404)).Code);
        }
    }

    [Fact]
    public async Task Nothing_is_stored()
    {
        using var bureau = await Server.CreateClientAsync(Roles.Bureau);
        await CompareAsync(bureau, Body(Three));
        using var listed = await bureau.GetAsync("/evaluations");
        Assert.Empty((await listed.ReadJsonAsync()).GetProperty("items").EnumerateArray());
    }

    private static string Body(string rubrics, string submission = Some.Submission) => $$"""{"submission":{{submission}},"rubrics":{{rubrics}}}""";

    private static async Task<JsonElement> CompareAsync(HttpClient client, string body)
    {
        using var response = await client.PostAsync("/compare", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.ReadJsonAsync();
    }
}
