using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Intake;

/// <summary>From filing to confirmation, over HTTP.</summary>
public sealed class FilingTests : IAsyncLifetime
{
    private readonly TemporaryFolder packs = JudgedRubric.Packs();
    private TestServer Server { get; set; } = null!; // started before each test
    private HttpClient department = null!;
    private HttpClient other = null!;
    private HttpClient bureau = null!;

    public async Task InitializeAsync()
    {
        Server = new(packs.Root);
        department = await Server.CreateClientAsync(Roles.Department, JudgedRubric.Region, "甲单位");
        other = await Server.CreateClientAsync(Roles.Department, JudgedRubric.Region, "乙单位");
        bureau = await Server.CreateClientAsync(Roles.Bureau, "440000");
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        packs.Dispose();
    }

    [Fact]
    public async Task What_was_filed_is_there_with_its_scorecard_and_can_be_computed_again()
    {
        var filed = await FileAsync(department);
        Assert.Equal(1, filed.GetProperty("revision").GetInt32());
        var stored = await GetAsync(department, $"/evaluations/{Id(filed)}");
        Assert.Equal("甲单位", stored.GetProperty("department").GetString());
        Assert.Equal("filed", stored.GetProperty("state").GetString());
        Assert.Equal(90, stored.GetProperty("submission").GetProperty("data").GetProperty("执行数").GetDecimal());
        Assert.Equal(filed.GetProperty("scorecard").GetProperty("total").GetDecimal(), stored.GetProperty("scorecard").GetProperty("total").GetDecimal());
        Assert.False(stored.GetProperty("scorecard").GetProperty("rules")[0].TryGetProperty("figures", out _));

        var explained = await GetAsync(department, $"/evaluations/{Id(filed)}?explain=summary");
        Assert.Equal(filed.GetProperty("scorecard").GetRawText(), explained.GetProperty("scorecard").GetRawText());
        Assert.Equal("same", (await GetAsync(department, $"/evaluations/{Id(filed)}/verification"))[0].GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Filing_again_is_the_next_revision_and_a_dry_run_is_none()
    {
        var first = await FileAsync(department);
        await department.PostAsync("/evaluate?dryRun=true", JudgedRubric.Body());
        var second = await FileAsync(department, JudgedRubric.Body(executed: 80));
        Assert.Equal(2, second.GetProperty("revision").GetInt32());
        var listed = await GetAsync(department, "/evaluations");
        Assert.Equal([Id(second), Id(first)], listed.GetProperty("items").EnumerateArray().Select(Id));
        Assert.Equal([Id(second)], (await GetAsync(department, "/evaluations?latest=true")).GetProperty("items").EnumerateArray().Select(Id));
        Assert.False((await GetAsync(department, $"/evaluations/{Id(first)}")).GetProperty("isLatest").GetBoolean());
    }

    [Fact]
    public async Task A_request_sent_again_with_its_key_gives_the_same_answer_and_files_nothing()
    {
        var first = await FileAsync(department, key: "2020-1");
        var again = await FileAsync(department, key: "2020-1");
        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Single((await GetAsync(department, "/evaluations")).GetProperty("items").EnumerateArray());
        var reused = await SendAsync(department, JudgedRubric.Body(executed: 80), "2020-1");
        Assert.Equal("conflict", (await reused.ReadProblemAsync(409)).Code);
        var bad = await SendAsync(department, JudgedRubric.Body(), new string('x', 201));
        Assert.Equal(["PA0036 Idempotency-Key: 1 to 200 visible ASCII characters are needed"], (await bad.ReadProblemAsync(400)).Errors);
    }

    [Fact]
    public async Task Nobody_sees_what_another_department_filed()
    {
        var id = Id(await FileAsync(department));
        foreach (var address in (string[])[$"/evaluations/{id}", $"/evaluations/{id}/verification", $"/evaluations/{id}/reviews/1", $"/evaluations/{id}/evidence/sha256:0"])
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).StatusCode);
        Assert.Empty((await GetAsync(other, "/evaluations")).GetProperty("items").EnumerateArray());
        Assert.Empty((await GetAsync(other, "/evaluations?department=" + Uri.EscapeDataString("甲单位"))).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await PutEvidenceAsync(other, id, "执行数", "%PDF-1.7"u8.ToArray(), "application/pdf")).StatusCode);
        var stranger = await Server.CreateClientAsync(Roles.Bureau, "110000");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/evaluations/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/evaluations/{id}/confirm", "{}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await department.PostAsync($"/evaluations/{id}/confirm", "{}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostAsync("/evaluate", JudgedRubric.Body())).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Server.CreateClient().PostAsync("/evaluate", JudgedRubric.Body())).StatusCode);
    }

    [Fact]
    public async Task A_returned_evaluation_is_filed_again_and_a_confirmed_one_is_closed()
    {
        var first = Id(await FileAsync(department));
        Assert.Equal(["PA0005 /comment: `comment` is missing"], (await (await bureau.PostAsync($"/evaluations/{first}/return", "{}")).ReadProblemAsync(400)).Errors);
        Assert.Equal("returned", (await PostAsync(bureau, $"/evaluations/{first}/return", """{"comment":"执行数与决算表不符"}""")).GetProperty("state").GetString());
        var second = Id(await FileAsync(department));
        Assert.Equal("conflict", (await (await bureau.PostAsync($"/evaluations/{first}/confirm", "{}")).ReadProblemAsync(409)).Code);
        await PostAsync(bureau, $"/evaluations/{second}/confirm", "{}");
        var refused = await department.PostAsync("/evaluate", JudgedRubric.Body());
        Assert.StartsWith("PA0032", (await refused.ReadProblemAsync(409)).Errors[0], StringComparison.Ordinal);
        var events = (await GetAsync(department, $"/evaluations/{first}")).GetProperty("events");
        Assert.Equal("执行数与决算表不符", events[0].GetProperty("comment").GetString());
    }

    [Fact]
    public async Task A_review_gives_a_second_scorecard_and_leaves_the_first()
    {
        var filed = await FileAsync(department);
        var id = Id(filed);
        var review = await PostAsync(bureau, $"/evaluations/{id}/review", """{"judgements":{"管理":{"value":12,"reason":"制度未公开"}},"comment":"复评"}""");
        Assert.Equal(1, review.GetProperty("number").GetInt32());
        Assert.Equal(filed.GetProperty("scorecard").GetProperty("total").GetDecimal() - 6, review.GetProperty("scorecard").GetProperty("total").GetDecimal());
        var stored = await GetAsync(department, $"/evaluations/{id}");
        Assert.Equal(18, stored.GetProperty("submission").GetProperty("data").GetProperty("管理").GetDecimal());
        Assert.Equal("复评", stored.GetProperty("reviewed")[0].GetProperty("comment").GetString());
        var checks = await GetAsync(department, $"/evaluations/{id}/verification");
        Assert.Equal(["same", "same"], checks.EnumerateArray().Select(check => check.GetProperty("verdict").GetString()!));
    }

    [Theory]
    [InlineData("""{"judgements":{"执行数":{"value":100,"reason":"x"}}}""", "PA0031 /judgements/执行数: `执行数` is not for an assessor to judge")]
    [InlineData("""{"judgements":{"管里":{"value":1,"reason":"x"}}}""", "PA0031 /judgements/管里: `管里` is not for an assessor to judge, did you mean `管理`")]
    [InlineData("""{"judgements":{"管理":{"value":1,"reason":" "}}}""", "PA0030 /judgements/管理/reason: say why `管理` is judged so")]
    public async Task A_judgement_is_of_an_opinion_and_has_a_reason(string body, string error)
    {
        var id = Id(await FileAsync(department));
        Assert.Equal([error], (await (await bureau.PostAsync($"/evaluations/{id}/review", body)).ReadProblemAsync(422)).Errors);
    }

    [Fact]
    public async Task A_judgement_out_of_range_is_refused_at_its_place()
    {
        var id = Id(await FileAsync(department));
        var refused = await bureau.PostAsync($"/evaluations/{id}/review", """{"judgements":{"管理":{"value":21,"reason":"x"}}}""");
        Assert.StartsWith("PS0012 /judgements/管理/value:", Assert.Single((await refused.ReadProblemAsync(422)).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scoring_again_under_another_version_is_a_new_revision_only_when_asked()
    {
        var first = await FileAsync(department, JudgedRubric.Body(version: "1.0.0"));
        var rescored = await PostAsync(bureau, $"/evaluations/{Id(first)}/rescore", """{"version":"1.1.0"}""");
        Assert.Equal(2, rescored.GetProperty("revision").GetInt32());
        var stored = await GetAsync(department, $"/evaluations/{Id(rescored)}");
        Assert.Equal(("1.1.0", Id(first)), (stored.GetProperty("version").GetString(), stored.GetProperty("rescoredFrom").GetString()));
        Assert.Equal("rubric-not-found", (await (await bureau.PostAsync($"/evaluations/{Id(first)}/rescore", """{"version":"9.9.9"}""")).ReadProblemAsync(404)).Code);
    }

    [Fact]
    public async Task The_bureau_sees_who_has_not_filed()
    {
        await FileAsync(department);
        var expected = """{"region":"440300","year":2020,"scope":"project","filers":[{"department":"甲单位"},{"department":"丙单位"}]}""";
        using (var put = await bureau.SendAsync(Json(HttpMethod.Put, "/submissions/expected", expected)))
            Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        var all = await GetAsync(bureau, "/submissions?region=440300&year=2020&scope=project");
        Assert.Equal(["丙单位 missing", "甲单位 filed"], all.EnumerateArray().Select(filer => $"{filer.GetProperty("department").GetString()} {filer.GetProperty("state").GetString()}"));
        Assert.Single((await GetAsync(bureau, "/submissions?region=440300&year=2020&scope=project&state=missing")).EnumerateArray());
        Assert.Equal(["PA0024 year: the query parameter `year` is missing"], (await (await bureau.GetAsync("/submissions?region=440300&scope=project")).ReadProblemAsync(400)).Errors);
        Assert.Equal(HttpStatusCode.Forbidden, (await bureau.GetAsync("/submissions?region=110000&year=2020&scope=project")).StatusCode);
    }

    [Fact]
    public async Task Evidence_comes_back_as_it_went_to_be_saved_and_not_shown()
    {
        var id = Id(await FileAsync(department));
        byte[] content = [.. "%PDF-1.7\n"u8, 1, 2, 3];
        var put = await PutEvidenceAsync(department, id, "执行数", content, "application/pdf");
        var hash = (await put.ReadJsonAsync()).GetProperty("hash").GetString()!;
        var got = await department.GetAsync($"/evaluations/{id}/evidence/{hash}");
        Assert.Equal(content, await got.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", got.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", got.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", got.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("决算表.pdf", (await GetAsync(department, $"/evaluations/{id}")).GetProperty("evidence")[0].GetProperty("fileName").GetString());
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await PutEvidenceAsync(department, id, "执行数", "<html>"u8.ToArray(), "text/html")).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await PutEvidenceAsync(department, id, "执行数", "<html>"u8.ToArray(), "application/pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PutEvidenceAsync(department, id, "没有的", content, "application/pdf")).StatusCode);
    }

    [Theory]
    [InlineData("""{"data":{}}""", "/submission/department")]
    [InlineData("{\"department\":\"甲\\u0007单位\",\"data\":{}}", "/submission/department")]
    [InlineData("""{"department":"甲单位","subject":"a\nb","data":{}}""", "/submission/subject")]
    public async Task A_submission_without_a_proper_name_is_not_filed(string submission, string path)
    {
        var refused = await bureau.PostAsync("/evaluate", JudgedRubric.Body(submission));
        Assert.Contains((await refused.ReadProblemAsync(422)).Errors, error => error.StartsWith($"PS0107 {path}:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Figures_are_filled_in_from_what_the_department_filed_before()
    {
        await FileAsync(department, JudgedRubric.Body(subject: "一号项目"));
        await FileAsync(department, JudgedRubric.Body(subject: "二号项目", executed: 50));
        await FileAsync(other, JudgedRubric.Body("""{"department":"乙单位","subject":"别家项目","data":{"预算数":100,"执行数":10,"管理":20}}"""));
        var filed = await FileAsync(department, """{"region":"440300","year":2021,"scope":"department","submission":{"department":"甲单位","data":{}}}""");
        Assert.Equal(70m, filed.GetProperty("scorecard").GetProperty("total").GetDecimal());
        var submission = (await GetAsync(department, $"/evaluations/{Id(filed)}")).GetProperty("submission");
        var rows = submission.GetProperty("data").GetProperty("项目表").EnumerateArray();
        Assert.Equal(["一号项目 90", "二号项目 50"], rows.Select(row => $"{row.GetProperty("项目").GetString()} {row.GetProperty("执行率").GetDecimal()}").Order(StringComparer.Ordinal));
        Assert.Contains("取自评价", submission.GetProperty("evidence").GetProperty("项目表").GetString(), StringComparison.Ordinal);
        Assert.Equal("same", (await GetAsync(department, $"/evaluations/{Id(filed)}/verification"))[0].GetProperty("verdict").GetString());
    }

    private static string Id(JsonElement evaluation) => evaluation.GetProperty("id").GetString()!;

    private static HttpRequestMessage Json(HttpMethod method, string address, string body) =>
        new(method, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static async Task<JsonElement> GetAsync(HttpClient client, string address)
    {
        var response = await client.GetAsync(address);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.ReadJsonAsync();
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string address, string body)
    {
        var response = await Answers.PostAsync(client, address, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.ReadJsonAsync();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string body, string? key)
    {
        using var request = Json(HttpMethod.Post, "/evaluate", body);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> FileAsync(HttpClient client, string? body = null, string? key = null)
    {
        var response = await SendAsync(client, body ?? JudgedRubric.Body(), key);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.ReadJsonAsync();
    }

    private static async Task<HttpResponseMessage> PutEvidenceAsync(HttpClient client, string id, string input, byte[] content, string type)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        var name = Uri.EscapeDataString("决算表.pdf");
        return await client.PutAsync(new Uri($"/evaluations/{id}/evidence/{Uri.EscapeDataString(input)}?name={name}", UriKind.Relative), body);
    }
}
