using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.OpenApi;

/// <summary>The example of comparing is what really goes in and comes out. With PERFEVAL_UPDATE_DOCS=1 the answer is rewritten.</summary>
public sealed class CompareExampleTests : IDisposable
{
    private const string Examples = "../src/PerfEval.Rules.Server/OpenApi/examples/";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly TestServer server = new(Path.Combine(Docs.Folder, "../rubrics"));

    [Fact]
    public async Task The_example_gives_the_answer_that_is_shown()
    {
        using var anyone = server.CreateClient();
        using var response = await anyone.PostAsync("/compare", await File.ReadAllTextAsync(Path.Combine(Docs.Folder, Examples + "compare-request.json")));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        Docs.Check(Examples + "compare.json", JsonSerializer.Serialize(await response.ReadJsonAsync(), Indented).ReplaceLineEndings("\n") + "\n");
    }

    public void Dispose() => server.Dispose();
}
