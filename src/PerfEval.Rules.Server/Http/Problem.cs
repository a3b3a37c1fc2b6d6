using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Server.Http;

/// <summary>An answer that something is wrong (RFC 9457), in the language of the request.</summary>
/// <param name="Code">Stable name of the kind of problem; listed in docs/problems.md.</param>
internal sealed record Problem(int Status, string Code, Bilingual Title) : IResult
{
    public const string ContentType = "application/problem+json";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Everything that is wrong; empty where the title says it all.</summary>
    public ImmutableArray<ApiFault> Errors { get; init; } = [];

    /// <summary>Texts that go with this one answer, by property name: what is stored and what was sent, where they differ.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Texts { get; init; } = [];

    /// <summary>More about this one answer, or null.</summary>
    public Bilingual? Detail { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var language = AcceptedLanguage.Of(httpContext.Request);
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.Headers.ContentLanguage = language;
        response.Headers.Vary = "Accept-Language";
        response.Headers.CacheControl = "no-store";
        using var buffer = new PooledBuffer();
        Write(buffer, language);
        response.ContentLength = buffer.Written.Length;
        await response.Body.WriteAsync(buffer.Written, httpContext.RequestAborted);
    }

    /// <summary>Writes the property that names everything that is wrong.</summary>
    public void WriteErrors(Utf8JsonWriter json, string language)
    {
        json.WriteStartArray("errors");
        foreach (var error in Errors)
        {
            json.WriteStartObject();
            json.WriteString("code", error.Code);
            json.WriteString("path", error.Path);
            json.WriteString("message", error.Message.For(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Write(PooledBuffer buffer, string language)
    {
        using var json = new Utf8JsonWriter(buffer, Readable);
        json.WriteStartObject();
        json.WriteString("type", "urn:perfeval:problem:" + Code);
        json.WriteString("title", Title.For(language));
        json.WriteNumber("status", Status);
        if (Detail is { } detail)
            json.WriteString("detail", detail.For(language));
        json.WriteString("code", Code);
        WriteErrors(json, language);
        foreach (var (name, text) in Texts)
            json.WriteString(name, text);
        json.WriteEndObject();
    }
}
