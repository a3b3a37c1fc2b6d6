using System.Text.Json;
using System.Text.RegularExpressions;
using PerfEval.Rules.Server.Tests.OpenApi;

namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>Holds every answer that a client gets against the committed OpenAPI document: its operation, status, type and schema.</summary>
internal sealed class DocumentedAnswers : DelegatingHandler
{
    // Whatever address is asked, these may be the answer: no such operation, and a bug, which no document announces.
    private static readonly int[] Unannounced = [404, 405, 500];

    private static readonly JsonElement Document = Read();
    private static readonly SchemaCheck Schemas = new(Document);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (FindOperation(request.Method, request.RequestUri!.AbsolutePath) is { } operation)
            await CheckAsync($"{request.Method} {request.RequestUri} {(int)response.StatusCode}", operation.GetProperty("responses"), response, cancellationToken);
        return response;
    }

    private static async Task CheckAsync(string what, JsonElement responses, HttpResponseMessage response, CancellationToken cancellation)
    {
        if (!responses.TryGetProperty(((int)response.StatusCode).ToString(null, null), out var described))
        {
            Assert.True(Unannounced.Contains((int)response.StatusCode), $"{what} is not in the document");
            return;
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellation); // buffered: the test reads it again
        if (body.Length == 0)
            return;
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        Assert.True(described.TryGetProperty("content", out var content) && content.TryGetProperty(type, out _), $"{what}: the document has no {type}");
        var schema = content.GetProperty(type).GetProperty("schema");
        if (!type.EndsWith("json", StringComparison.Ordinal) || type == "application/x-ndjson" || schema.GetRawText().Contains("/AsSent", StringComparison.Ordinal))
            return;
        using var answer = JsonDocument.Parse(body);
        Assert.Empty(Schemas.Find(schema, answer.RootElement).Select(fault => what + fault));
    }

    private static JsonElement? FindOperation(HttpMethod method, string path)
    {
        foreach (var template in Document.GetProperty("paths").EnumerateObject())
        {
            if (Regex.IsMatch(path, "^" + Regex.Replace(template.Name, @"\{[^}]+\}", "[^/]+") + "$") && template.Value.TryGetProperty(method.Method.ToLowerInvariant(), out var operation))
                return operation;
        }

        return null;
    }

    private static JsonElement Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Docs.Folder, "openapi.json")));
        return document.RootElement.Clone();
    }
}
