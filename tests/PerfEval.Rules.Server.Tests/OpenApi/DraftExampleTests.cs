using System.Net;
using System.Text.Json;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.OpenApi;

/// <summary>The examples about drafts in the OpenAPI document, sent as they stand to a server with the rubrics that ship.</summary>
public sealed class DraftExampleTests : IAsyncLifetime
{
    private const string Begun = "/rubrics/440303/2020/department/drafts";
    private const string Draft = "/rubrics/440303/2026/project/drafts/示例";

    private TestServer Server { get; } = new(Path.Combine(Docs.Folder, "../rubrics"));
    private HttpClient author = null!; // made before each test
    private JsonElement document;

    public async Task InitializeAsync()
    {
        author = await Server.CreateClientAsync(Roles.Author);
        using var response = await author.GetAsync("/openapi/v1.json");
        document = await response.ReadJsonAsync();
    }

    [Fact]
    public async Task A_draft_begins_from_a_version_that_ships()
    {
        using var created = await author.SendAsync(HttpMethod.Post, Begun, ExampleOf("post", ""));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
    }

    [Fact]
    public async Task A_text_with_a_case_and_a_comment_is_submitted()
    {
        using var saved = await author.SendAsync(HttpMethod.Put, Draft, ExampleOf("put", "/{name}"), isNew: true);
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        using var put = await author.SendAsync(HttpMethod.Put, Draft + "/cases/全部执行", ExampleOf("put", "/{name}/cases/{case}"), isNew: true);
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        using var tested = await author.SendAsync(HttpMethod.Post, Draft + "/test");
        Assert.Equal(1, (await tested.ReadJsonAsync()).GetProperty("passed").GetInt32());
        using var submitted = await author.SendAsync(HttpMethod.Post, Draft + "/submit", ExampleOf("post", "/{name}/submit"));
        Assert.True(submitted.IsSuccessStatusCode, await submitted.Content.ReadAsStringAsync());
    }

    public async Task DisposeAsync()
    {
        author.Dispose();
        await Server.DisposeAsync();
    }

    private string ExampleOf(string method, string path) => document
        .GetProperty("paths").GetProperty("/rubrics/{region}/{year}/{scope}/drafts" + path).GetProperty(method)
        .GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText();
}
