using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>Requests about impacts.</summary>
internal static class Impacting
{
    /// <summary>The body of POST /impact over the small rubric.</summary>
    public static string Body(string from = "1.0.0", string to = "1.1.0", string region = Some.Region) =>
        $$"""{"region":"{{region}}","year":2020,"scope":"project","from":"{{from}}","to":"{{to}}"}""";

    /// <summary>Files submissions to the small rubric, each of a department of its own, with rates all different from their neighbours'.</summary>
    public static async Task FileAsync(this HttpClient bureau, int count, string region = Some.Region)
    {
        for (var i = 0; i < count; i++)
        {
            using var response = await bureau.PostAsync("/evaluate?explain=none", Some.Body(Submission(i), region, "1.0.0"));
            Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        }
    }

    public static string Submission(int number) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"department":"单位{{number}}","data":{"预算数":{{97 + number % 7}},"执行数":{{number * 37 % 101}},"满意度":{{80 + number % 20}} } }""");

    /// <summary>Asks for an impact; its address.</summary>
    public static async Task<string> StartImpactAsync(this HttpClient client, string body)
    {
        using var response = await client.PostAsync("/impact", body);
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.ToString();
    }

    public static async Task<JsonElement> ReadImpactAsync(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.ReadJsonAsync();
    }

    /// <summary>Waits until an impact is in a state that a condition describes.</summary>
    public static async Task<JsonElement> WaitForImpactAsync(this HttpClient client, string address, Func<JsonElement, bool> isReached)
    {
        while (true)
        {
            var impact = await client.ReadImpactAsync(address);
            if (isReached(impact))
                return impact;
            Assert.True(impact.State is "queued" or "running", impact.GetRawText());
            await Task.Delay(20);
        }
    }

    /// <summary>Waits until it is done.</summary>
    public static Task<JsonElement> WaitForImpactAsync(this HttpClient client, string address) => client.WaitForImpactAsync(address, impact => impact.State == "done");

    extension(JsonElement impact)
    {
        public string State => impact.GetProperty("state").GetString()!;

        public long Scored => impact.GetProperty("progress").GetProperty("scored").GetInt64();

        public JsonElement Report => impact.GetProperty("report");
    }
}
