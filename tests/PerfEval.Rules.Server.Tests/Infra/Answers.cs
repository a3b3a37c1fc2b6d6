using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>Sends and reads JSON.</summary>
internal static class Answers
{
    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string address, string body) => client.PostAsync(address, Encoding.UTF8.GetBytes(body));

    public static async Task<HttpResponseMessage> PostAsync(this HttpClient client, string address, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string address, HttpContent content) => client.PutAsync(new Uri(address, UriKind.Relative), content);

    public static Task<HttpResponseMessage> GetAsync(this HttpClient client, string address) => client.GetAsync(new Uri(address, UriKind.Relative));

    public static async Task<JsonElement> ReadJsonAsync(this HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return document.RootElement.Clone();
    }

    /// <summary>The answer is a problem with this status; gives its code and, on one line each, its errors: <c>code path: message</c>.</summary>
    public static async Task<(string Code, string[] Errors)> ReadProblemAsync(this HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.ReadJsonAsync();
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        return (problem.GetProperty("code").GetString()!, [.. problem.GetProperty("errors").EnumerateArray().Select(Describe)]);
    }

    private static string Describe(JsonElement error) =>
        $"{error.GetProperty("code").GetString()} {error.GetProperty("path").GetString()}: {error.GetProperty("message").GetString()}";
}
