using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace PerfEval.Rules.Server.Http;

/// <summary>Reads a JSON body as it is, without a second copy.</summary>
internal static class RequestBody
{
    /// <summary>Bodies larger than this are refused: 1 MB.</summary>
    public const int MaxBytes = 1024 * 1024;

    // Of a body that is refused, so much is still taken in and thrown away: closing the connection while the caller still sends would tear the answer from its hands.
    private const long MaxDrainedBytes = 32 * 1024 * 1024;

    private const string Json = "application/json";
    private const string Utf8 = "utf-8";

    /// <summary>Reads the whole body into <paramref name="buffer"/>; the problem for which it can't be, or null.</summary>
    public static async ValueTask<Problem?> ReadAsync(HttpRequest request, PooledBuffer buffer, CancellationToken cancellation)
    {
        if (!IsOfType(request, Json))
            return Problems.UnsupportedMediaType;
        if (request.ContentLength is null or > MaxBytes)
            LetDrain(request);
        if (request.ContentLength > MaxBytes)
            return Problems.TooLarge;
        while (true)
        {
            var count = await request.Body.ReadAsync(buffer.GetMemory(), cancellation);
            if (count == 0)
                return null;
            buffer.Advance(count);
            if (buffer.Written.Length > MaxBytes) // a body that does not tell its length beforehand
                return Problems.TooLarge;
        }
    }

    /// <summary>Has the server take in more than may be sent, for whoever refuses it to say so.</summary>
    public static void LetDrain(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxDrainedBytes;
    }

    /// <summary>The body as text without a byte order mark, or null: it is no valid UTF-8, or holds U+0000.</summary>
    public static string? FindText(ReadOnlySpan<byte> utf8)
    {
        var text = System.Text.Unicode.Utf8.IsValid(utf8) ? Encoding.UTF8.GetString(utf8).TrimStart('\uFEFF') : null;
        return text?.Contains('\0', StringComparison.Ordinal) == true ? null : text;
    }

    /// <summary>Whether a body is of a type, in UTF-8 and not compressed.</summary>
    public static bool IsOfType(HttpRequest request, string mediaType)
    {
        if (request.Headers.ContentEncoding.Count > 0 && request.Headers.ContentEncoding != "identity")
            return false;
        if (request.ContentType == mediaType || (mediaType == Json && request.ContentType == "application/json; charset=utf-8")) // nearly always
            return true;
        return request.GetTypedHeaders().ContentType is { } type
            && type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals(Utf8, StringComparison.OrdinalIgnoreCase) || type.Charset.Equals($"\"{Utf8}\"", StringComparison.OrdinalIgnoreCase));
    }
}
