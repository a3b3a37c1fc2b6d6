using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Api;

/// <summary>A scorecard in its envelope.</summary>
/// <param name="FiledAt">When it was filed; null for a dry run, which gets neither an id nor a time.</param>
/// <param name="ResolvedFrom">The rubric of a wider region that answered, or null.</param>
internal sealed record Evaluation(Scorecard Scorecard, DateTimeOffset? FiledAt, string? ResolvedFrom) : IResult
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

    private void Write(PooledBuffer buffer)
    {
        using var json = new Utf8JsonWriter(buffer, Readable);
        json.WriteStartObject();
        if (FiledAt is { } at)
        {
            json.WriteString("id"u8, Guid.CreateVersion7(at));
            json.WriteString("at"u8, at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        }

        if (ResolvedFrom is not null)
            json.WriteString("resolvedFrom"u8, ResolvedFrom);
        json.WritePropertyName("scorecard"u8);
        ScorecardWriter.Write(json, Scorecard);
        json.WriteEndObject();
    }
}
