using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Workflows;
using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Api;

/// <summary>The results of a workflow.</summary>
internal sealed record WorkflowAnswer(WorkflowOutcome Outcome) : IResult
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        using var buffer = new PooledBuffer();
        Write(buffer);
        response.ContentType = "application/json";
        response.ContentLength = buffer.Written.Length;
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(buffer.Written, httpContext.RequestAborted);
    }

    private void Write(PooledBuffer buffer)
    {
        using var json = new Utf8JsonWriter(buffer, Readable);
        json.WriteStartObject();
        json.WriteString("successEvent", Outcome.SuccessEvent);
        json.WriteStartArray("results");
        foreach (var result in Outcome.Results)
            WorkflowResultWriter.Write(json, result);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
