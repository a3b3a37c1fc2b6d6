using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Api;

/// <summary>Scores side by side, as JSON in both languages.</summary>
internal sealed record ComparisonAnswer(SubmissionComparison Comparison) : IResult
{
    /// <summary>Where the submission stands: in the body of the request, and in a stored evaluation as it is read.</summary>
    public const string SubmissionPath = "/submission";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var buffer = new PooledBuffer();
        Write(buffer);
        httpContext.Response.ContentType = "application/json";
        httpContext.Response.ContentLength = buffer.Written.Length;
        httpContext.Response.Headers.CacheControl = "no-store";
        await httpContext.Response.Body.WriteAsync(buffer.Written, httpContext.RequestAborted);
    }

    private void Write(PooledBuffer buffer)
    {
        using var json = new Utf8JsonWriter(buffer, Readable);
        SubmissionComparisonWriter.Write(json, Comparison, SubmissionPath);
    }
}
