using System.Text.Encodings.Web;
using System.Text.Json;

namespace PerfEval.Rules.Server.Http;

/// <summary>An answer that writes its JSON itself, whole before the first byte is sent: its length is told, and what fails half-way is no answer.</summary>
internal abstract record JsonAnswer : IResult
{
    /// <summary>Chinese as it is; what is written is in order by construction.</summary>
    public static JsonWriterOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

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

    protected abstract void Write(Utf8JsonWriter json);

    private void Write(PooledBuffer buffer)
    {
        using var json = new Utf8JsonWriter(buffer, Readable);
        Write(json);
    }
}
