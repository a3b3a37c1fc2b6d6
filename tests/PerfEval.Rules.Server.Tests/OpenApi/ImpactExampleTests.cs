using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.OpenApi;

/// <summary>The examples of measuring an impact are what really goes in and comes out, but for ids. With PERFEVAL_UPDATE_DOCS=1 the answers are rewritten.</summary>
public sealed class ImpactExampleTests : IDisposable
{
    private const string Examples = "../src/PerfEval.Rules.Server/OpenApi/examples/";
    private const string Department = "../rubrics/440303-luohu/2020/department/cases/";

    private static readonly string[] Cases = ["quarters", "quarters-ahead", "procurement-half", "satisfaction-90"];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TestServer server = new(Path.Combine(Docs.Folder, "../rubrics"));

    [Fact]
    public async Task The_example_gives_the_answers_that_are_shown()
    {
        using var bureau = await server.CreateClientAsync(Roles.Bureau, "440300");
        foreach (var name in Cases)
            await FileAsync(bureau, name);
        using var started = await bureau.PostAsync("/impact", await File.ReadAllTextAsync(Path.Combine(Docs.Folder, Examples + "impact-request.json")));
        Assert.True(started.IsSuccessStatusCode, await started.Content.ReadAsStringAsync());
        Check("impact-started.json", await started.ReadJsonAsync());
        Check("impact.json", await bureau.WaitForImpactAsync(started.Headers.Location!.ToString()));
    }

    public void Dispose() => server.Dispose();

    // Each under a name of its own.
    private static async Task FileAsync(HttpClient bureau, string name)
    {
        var node = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Docs.Folder, Department, name + ".json")))!; // an object
        var submission = node["Submission"]!.AsObject();
        submission["department"] = "示例单位：" + name;
        var body = new JsonObject { ["region"] = "440303", ["year"] = 2020, ["scope"] = "department", ["version"] = "1.0.0", ["submission"] = submission.DeepClone() };
        using var response = await bureau.PostAsync("/evaluate?explain=none", body.ToJsonString());
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static void Check(string example, JsonElement answer)
    {
        var node = JsonNode.Parse(answer.GetRawText())!; // an object
        node["id"] = "019f195d-b740-7000-8000-000000000001";
        foreach (var side in (string[])["risen", "fallen"])
        {
            foreach (var (place, mover) in (node["report"]?[side]?.AsArray() ?? []).Index())
                mover!["evaluation"] = $"019f195d-b740-7000-8000-00000000010{place}";
        }

        Docs.Check(Examples + example, JsonSerializer.Serialize(node, Indented).ReplaceLineEndings("\n") + "\n");
    }
}
