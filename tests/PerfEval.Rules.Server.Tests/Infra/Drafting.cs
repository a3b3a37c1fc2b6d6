using System.Net.Http.Headers;
using System.Text;

namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>Requests about drafts.</summary>
internal static class Drafting
{
    public const string Drafts = Some.Address + "/drafts";

    public const string Draft = Drafts + "/修订";

    /// <summary>Version 2.0.0 without its date, and with another threshold: a minor change.</summary>
    public static string Changed { get; } = Some.Rubric("2.0.0", null, 40).Replace("满意度 >= 90%", "满意度 >= 85%", StringComparison.Ordinal);

    /// <summary>A case that the change makes true: 36 of 40 and 60 of 60 points.</summary>
    public const string Case = """{ "Name": "满意度八十七", "Submission": { "data": { "预算数": 100, "执行数": 90, "满意度": 87 } }, "Expect": { "Total": 96 } }""";

    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string address, string? body = null, string? match = null, bool isNew = false)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        if (match is not null)
            request.Headers.TryAddWithoutValidation("If-Match", match);
        if (isNew)
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        return await client.SendAsync(request);
    }

    /// <summary>Begins the draft from a version and saves a text as its second revision.</summary>
    public static async Task BeginAsync(this HttpClient author, string text, string from = "2.0.0")
    {
        using var created = await author.SendAsync(HttpMethod.Post, Drafts, $$"""{"name":"修订","from":"{{from}}"}""");
        Assert.True(created.IsSuccessStatusCode, await created.Content.ReadAsStringAsync());
        using var saved = await author.SendAsync(HttpMethod.Put, Draft, text, created.Headers.ETag!.Tag);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
    }

    /// <summary>Submits the draft; the validator of what was submitted.</summary>
    public static async Task<string> SubmitAsync(this HttpClient author)
    {
        using var response = await author.SendAsync(HttpMethod.Post, Draft + "/submit", """{"comment":"请审"}""");
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return response.Headers.ETag!.Tag;
    }

    /// <summary>Approves what was submitted.</summary>
    public static async Task ApproveAsync(this HttpClient reviewer, string tag)
    {
        using var response = await reviewer.SendAsync(HttpMethod.Post, Draft + "/approve", """{"comment":"同意"}""", tag);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
