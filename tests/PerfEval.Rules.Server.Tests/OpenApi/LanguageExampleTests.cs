using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.OpenApi;

/// <summary>The examples of the language's calls are what really goes in and comes out. With PERFEVAL_UPDATE_DOCS=1 the answers are rewritten.</summary>
public sealed class LanguageExampleTests : IDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly TestServer server = new(Path.Combine(Docs.Folder, "../rubrics"));

    [Fact]
    public async Task Every_example_gives_the_answer_that_is_shown()
    {
        using var author = await server.CreateClientAsync(Roles.Author);
        foreach (var call in (string[])["check", "complete", "hover", "signature", "format", "rename"])
        {
            using var response = await author.PostAsync($"/language/{call}", await File.ReadAllTextAsync(Path.Combine(Docs.Folder, $"../src/PerfEval.Rules.Server/OpenApi/examples/language-{call}-request.json")));
            Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
            Docs.Check($"../src/PerfEval.Rules.Server/OpenApi/examples/language-{call}.json", JsonSerializer.Serialize(await response.ReadJsonAsync(), Indented).ReplaceLineEndings("\n") + "\n");
        }
    }

    public void Dispose() => server.Dispose();
}
