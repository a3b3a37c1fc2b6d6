using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.OpenApi;

/// <summary>The example of executing a workflow is what really goes in and comes out. With PERFEVAL_UPDATE_DOCS=1 the answer is rewritten.</summary>
public sealed class WorkflowExampleTests : IDisposable
{
    private const string Examples = "../src/PerfEval.Rules.Server/OpenApi/examples/";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly TemporaryFolder packs = Some.Packs();
    private readonly TestServer server;

    public WorkflowExampleTests() => server = new(packs.Root);

    public void Dispose()
    {
        server.Dispose();
        packs.Dispose();
    }

    [Fact]
    public async Task The_example_gives_the_answer_that_is_shown()
    {
        using var department = await server.CreateClientAsync(Roles.Department, Some.Region, "甲单位");
        using var response = await department.PostAsync("/workflows/execute", await File.ReadAllTextAsync(Path.Combine(Docs.Folder, Examples + "workflow-request.json")));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        Docs.Check(Examples + "workflow.json", JsonSerializer.Serialize(await response.ReadJsonAsync(), Indented).ReplaceLineEndings("\n") + "\n");
    }
}
