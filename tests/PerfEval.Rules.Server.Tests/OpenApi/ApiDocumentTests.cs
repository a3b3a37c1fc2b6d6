using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.OpenApi;

public sealed class ApiDocumentTests : IDisposable
{
    private readonly TestServer server = new(Path.Combine(Docs.Folder, "../rubrics"));
    private readonly HttpClient client;

    public ApiDocumentTests() => client = server.CreateClient();

    [Fact]
    public async Task The_committed_document_is_the_one_that_is_served()
    {
        using var response = await client.GetAsync("/openapi/v1.json");
        Docs.Check("openapi.json", (await response.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").TrimEnd() + "\n");
    }

    [Fact]
    public async Task The_examples_are_what_really_goes_in_and_comes_out()
    {
        using var document = await client.GetAsync("/openapi/v1.json");
        var operation = (await document.ReadJsonAsync()).GetProperty("paths").GetProperty("/evaluate").GetProperty("post");
        var request = ExampleOf(operation.GetProperty("requestBody"));
        using var bureau = await server.CreateClientAsync(Roles.Bureau);
        using var response = await bureau.PostAsync("/evaluate", request.GetRawText());
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        var (shown, real) = (ExampleOf(operation.GetProperty("responses").GetProperty("200")), await response.ReadJsonAsync());
        Assert.Equal(Normalize(real.GetProperty("scorecard")), Normalize(shown.GetProperty("scorecard")));
        Assert.Equal(real.EnumerateObject().Select(property => property.Name), shown.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task The_page_that_shows_it_is_there()
    {
        using var response = await client.GetAsync("/swagger/index.html");
        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task There_is_no_other_document()
    {
        using var response = await client.GetAsync("/openapi/v2.json");
        Assert.Equal("not-found", (await response.ReadProblemAsync(404)).Code);
    }

    [Fact]
    public async Task Every_body_that_is_no_file_has_an_example_and_every_answer_a_schema()
    {
        using var response = await client.GetAsync("/openapi/v1.json");
        var operations = (await response.ReadJsonAsync()).GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name} {path.Name}", operation.Value)));
        var lacking = new List<string>();
        foreach (var (name, operation) in operations)
        {
            if (operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").EnumerateObject().Any(type => type.Name.EndsWith("json", StringComparison.Ordinal) && !type.Value.TryGetProperty("example", out _)))
                lacking.Add($"{name}: a body without an example");
            if (operation.GetProperty("responses").EnumerateObject().Any(answer => answer.Name is "200" or "201" or "202" && answer.Value.TryGetProperty("content", out _) == name.Contains("put", StringComparison.Ordinal) && name.EndsWith("/cases/{case}", StringComparison.Ordinal) == false && !answer.Value.TryGetProperty("content", out _)))
                lacking.Add($"{name}: an answer without a schema");
        }

        Assert.Empty(lacking);
    }

    [Fact]
    public void Problems_are_documented_from_their_catalogue() => Docs.Check("problems.md", WriteProblems());

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
    }

    private static JsonElement ExampleOf(JsonElement part) => part.GetProperty("content").GetProperty("application/json").GetProperty("example");

    /// <summary>All but the sentences, whose wording may improve.</summary>
    private static string Normalize(JsonElement element)
    {
        var node = JsonNode.Parse(element.GetRawText())!; // an object
        LeaveOutSentences(node);
        return node.ToJsonString();
    }

    private static void LeaveOutSentences(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                LeaveOutSentences(item);
        }
        else if (node is JsonObject members)
        {
            members.Remove("why");
            members.Remove("figures");
            foreach (var (_, member) in members)
                LeaveOutSentences(member);
        }
    }

    private static string WriteProblems()
    {
        var page = new StringBuilder("# Problems of the HTTP API · HTTP 接口的错误\n\n")
            .Append("Every answer of 400 and above is a problem (RFC 9457) with a `code` that never changes its meaning, and `errors` that name each place. This page is generated from the code.\n\n")
            .Append("400 及以上的应答都是问题说明（RFC 9457），`code` 固定不变，`errors` 逐一指明位置。本页由代码生成。\n\n")
            .Append("| status | code | what is wrong | 说明 |\n|---|---|---|---|\n");
        foreach (var problem in Problems.All)
            page.Append(null, $"| {problem.Status} | {problem.Code} | {problem.Title.En} | {problem.Title.Zh} |\n");
        page.Append("\n## Errors of a request · 请求中的错误\n\nThose of the submission inside it (PS…) have their own page. 填报内容的错误（PS…）另有一页。\n\n| code | what is wrong | 说明 |\n|---|---|---|\n");
        foreach (var entry in ApiFaults.Catalogue)
            page.Append(null, $"| {entry.Code} | {entry.Summary.En} | {entry.Summary.Zh} |\n");
        return page.ToString();
    }
}
