using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PerfEval.Rules.Studio.Tests.Infra;

/// <summary>A program that files with the key for trying things out.</summary>
internal static class FilingSystem
{
    public const string Department = "深圳市罗湖区智慧城市建设中心";

    /// <summary>Files a submission and gives its scorecard.</summary>
    /// <param name="version">Null: the one in force.</param>
    public static async Task<JsonElement> EvaluateAsync(RunningServer server, (string Region, int Year, string Scope) rubric, string? version, JsonNode submission)
    {
        var body = new JsonObject { ["region"] = rubric.Region, ["year"] = rubric.Year, ["scope"] = rubric.Scope, ["submission"] = submission.DeepClone() };
        if (version is not null)
            body["version"] = version;
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", "pe_demo000000_known-to-everybody");
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/evaluate", UriKind.Relative), content);
        var evaluation = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, evaluation.ToString());
        return evaluation.GetProperty("scorecard");
    }
}
