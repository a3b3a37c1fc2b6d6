using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Api;

public sealed class LanguageTests(SmallServer server) : IClassFixture<SmallServer>, IAsyncLifetime
{
    private const string Rubric = """ "rubric": { "region": "440300", "year": 2020, "scope": "project", "version": "1.0.0" } """;

    private HttpClient author = null!; // set before each test

    public async Task InitializeAsync() => author = await server.Host.CreateClientAsync(Roles.Author);

    public Task DisposeAsync()
    {
        author.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_sound_expression_has_a_type_and_a_unit()
    {
        var answer = await AskAsync("check", $$"""{ "expression": "预算数 - 执行数", {{Rubric}} }""");
        Assert.Equal((true, "money", "万元", 0), (answer.GetProperty("isValid").GetBoolean(), answer.GetProperty("type").GetString(), answer.GetProperty("unit").GetString(), answer.GetProperty("diagnostics").GetArrayLength()));
    }

    [Fact]
    public async Task A_mistake_comes_with_its_place_and_a_fix_that_works()
    {
        var answer = await AskAsync("check", $$"""{ "expression": "执行数 》 预算数", {{Rubric}} }""");
        var found = answer.GetProperty("diagnostics")[0];
        Assert.Equal((4, 1, "Error"), (found.GetProperty("start").GetInt32(), found.GetProperty("length").GetInt32(), found.GetProperty("severity").GetString()));
        Assert.Equal(">", found.GetProperty("fixes")[0].GetProperty("changes")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("/Rules/0/Score", "满意度 >= 90%", "PE")]
    [InlineData("/Rules/0/ZeroWhen", "满意度 >= 90%", null)]
    [InlineData("/Rules/1/Expression", "Weight > 1", null)]
    public async Task The_path_decides_what_is_seen_and_demanded(string path, string expression, string? code)
    {
        var answer = await AskAsync("check", $$"""{ "expression": "{{expression}}", "path": "{{path}}", {{Rubric}} }""");
        var codes = answer.GetProperty("diagnostics").EnumerateArray().Select(found => found.GetProperty("code").GetString()![..2]);
        Assert.Equal(code is null ? [] : [code], codes);
    }

    [Fact]
    public async Task Names_are_offered_for_the_word_at_the_caret()
    {
        var answer = await AskAsync("complete", $$"""{ "expression": "1 + 执行 / 2", "caret": 6, {{Rubric}} }""");
        Assert.Equal((4, 2), (answer.GetProperty("start").GetInt32(), answer.GetProperty("length").GetInt32()));
        var item = Assert.Single(answer.GetProperty("items").EnumerateArray());
        Assert.Equal(("执行数", "Input", "万元"), (item.GetProperty("label").GetString(), item.GetProperty("kind").GetString(), item.GetProperty("unit").GetString()));
    }

    [Fact]
    public async Task Hover_signature_and_format_answer()
    {
        var hover = await AskAsync("hover", $$"""{ "expression": "满意度 > 1", "caret": 1, {{Rubric}} }""");
        Assert.Equal(("满意度", "input", "%"), (hover.GetProperty("hover").GetProperty("title").GetString(), hover.GetProperty("hover").GetProperty("kind").GetString(), hover.GetProperty("hover").GetProperty("unit").GetString()));
        Assert.False((await AskAsync("hover", $$"""{ "expression": "满意度 > 1", "caret": 4, {{Rubric}} }""")).TryGetProperty("hover", out _));
        var signature = await AskAsync("signature", $$"""{ "expression": "clamp(1, ", "caret": 9, {{Rubric}} }""");
        Assert.Equal(("clamp(x, low, high)", 1), (signature.GetProperty("signatures")[0].GetProperty("label").GetString(), signature.GetProperty("parameter").GetInt32()));
        Assert.Equal("min(满意度, 1)", (await AskAsync("format", $$"""{ "expression": "min（满意度，1）", {{Rubric}} }""")).GetProperty("text").GetString());
        Assert.False((await AskAsync("format", $$"""{ "expression": "min(", {{Rubric}} }""")).TryGetProperty("text", out _));
    }

    [Fact]
    public async Task A_name_is_changed_in_the_expression_or_in_the_whole_document()
    {
        var alone = await AskAsync("rename", $$"""{ "expression": "满意度 > 满意度 / 2", "caret": 1, "newName": "满意率", {{Rubric}} }""");
        Assert.Equal(("expression", 2), (alone.GetProperty("in").GetString(), alone.GetProperty("changes").GetArrayLength()));
        var body = new JsonObject { ["expression"] = "满意度", ["caret"] = 0, ["newName"] = "满意率", ["document"] = Some.Rubric() };
        var whole = await AskAsync("rename", body.ToJsonString());
        var text = Some.Rubric();
        foreach (var change in whole.GetProperty("changes").EnumerateArray().Reverse())
            text = text.Remove(change.GetProperty("start").GetInt32(), change.GetProperty("length").GetInt32()).Insert(change.GetProperty("start").GetInt32(), change.GetProperty("text").GetString()!);
        Assert.Equal(Some.Rubric().Replace("\"Name\": \"满意度\"", "\"Name\": \"满意率\"", StringComparison.Ordinal).Replace("满意度 >= 90%", "满意率 >= 90%", StringComparison.Ordinal), text);
        var taken = await AskAsync("rename", $$"""{ "expression": "满意度", "caret": 1, "newName": "预算数", {{Rubric}} }""");
        Assert.Equal("the name `预算数` is already taken", taken.GetProperty("obstacle").GetString());
    }

    [Theory]
    [InlineData("check", """{ "expression": "1" }""", "PA0005 /rubric: `rubric` is missing")]
    [InlineData("check", """{ "rubric": { "region": "440300", "year": 2020, "scope": "project" } }""", "PA0005 /expression: `expression` is missing")]
    [InlineData("check", """{ "expression": "1", "document": "{}", "rubric": { "region": "440300", "year": 2020, "scope": "project" } }""", "PA0006 /document: one of rubric and document is needed here")]
    [InlineData("complete", """{ "expression": "1", "rubric": { "region": "440300", "year": 2020, "scope": "project" } }""", "PA0005 /caret: `caret` is missing")]
    [InlineData("complete", """{ "expression": "1", "caret": 2, "rubric": { "region": "440300", "year": 2020, "scope": "project" } }""", "PA0006 /caret: a whole number from 0 to 1 is needed here")]
    [InlineData("rename", """{ "expression": "1", "caret": 0, "rubric": { "region": "440300", "year": 2020, "scope": "project" } }""", "PA0005 /newName: `newName` is missing")]
    [InlineData("check", """{ "expression": "1", "path": "/Title", "rubric": { "region": "440300", "year": 2020, "scope": "project" } }""", "PA0006 /path: the JSON Pointer of a property that holds an expression is needed here")]
    [InlineData("check", """{ "expression": "1", "carrot": 2, "document": "{}" }""", "PA0003 /carrot: no property `carrot`, did you mean `caret`")]
    public async Task A_request_of_the_wrong_shape_is_400(string call, string body, string error)
    {
        using var response = await author.PostAsync($"/language/{call}", body);
        var (code, errors) = await response.ReadProblemAsync(400);
        Assert.Equal(("invalid-request", error), (code, errors[0]));
    }

    [Fact]
    public async Task A_document_that_is_no_rubric_is_400_with_what_is_wrong()
    {
        using var response = await author.PostAsync("/language/check", """{ "expression": "1", "document": "{ \"Inputs\": [" }""");
        var (_, errors) = await response.ReadProblemAsync(400);
        Assert.StartsWith("PR0001 /document: ", errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rubric_that_is_not_there_is_404()
    {
        using var response = await author.PostAsync("/language/check", """{ "expression": "1", "rubric": { "region": "440300", "year": 2021, "scope": "project" } }""");
        Assert.Equal("rubric-not-found", (await response.ReadProblemAsync(404)).Code);
    }

    [Fact]
    public async Task Who_is_no_author_is_refused()
    {
        using var response = await server.Client.PostAsync("/language/check", $$"""{ "expression": "1", {{Rubric}} }""");
        Assert.Equal("forbidden", (await response.ReadProblemAsync(403)).Code);
        using var anonymous = await server.Anonymous.PostAsync("/language/check", $$"""{ "expression": "1", {{Rubric}} }""");
        Assert.Equal("not-signed-in", (await anonymous.ReadProblemAsync(401)).Code);
    }

    [Fact]
    public async Task Hostile_texts_are_answered()
    {
        foreach (var text in (string[])[new string('(', 9000), new string('"', 100), "\\u0000", string.Concat(Enumerable.Repeat("a?[", 500))])
        {
            var answer = await AskAsync("check", new JsonObject { ["expression"] = text, ["rubric"] = new JsonObject { ["region"] = "440300", ["year"] = 2020, ["scope"] = "project" } }.ToJsonString());
            Assert.False(answer.GetProperty("isValid").GetBoolean());
        }
    }

    private async Task<JsonElement> AskAsync(string call, string body)
    {
        using var response = await author.PostAsync($"/language/{call}", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.ReadJsonAsync();
    }
}
