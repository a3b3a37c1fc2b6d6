using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Api;

/// <summary>A scorecard in its envelope.</summary>
/// <param name="Filed">Under which id, when and as which revision it was filed; null for a dry run.</param>
/// <param name="ResolvedFrom">The rubric of a wider region that answered, or null.</param>
internal sealed record Evaluation(Scorecard Scorecard, FilingOutcome.Stored? Filed, string? ResolvedFrom) : IResult
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

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

    /// <summary>Writes what belongs into the envelope.</summary>
    public void WriteProperties(Utf8JsonWriter json)
    {
        if (Filed is { } filed)
        {
            json.WriteString("id"u8, filed.Id);
            json.WriteString("at"u8, ApiTime.Write(filed.At));
            json.WriteNumber("revision"u8, filed.Revision);
        }

        if (ResolvedFrom is not null)
            json.WriteString("resolvedFrom"u8, ResolvedFrom);
        json.WritePropertyName("scorecard"u8);
        ScorecardWriter.Write(json, Scorecard);
    }

    private void Write(PooledBuffer buffer)
    {
        using var json = new Utf8JsonWriter(buffer, Readable);
        json.WriteStartObject();
        WriteProperties(json);
        json.WriteEndObject();
    }
}
