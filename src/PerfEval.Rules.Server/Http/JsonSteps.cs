using System.Text.Json;

namespace PerfEval.Rules.Server.Http;

/// <summary>Steps of a forward pass over a body.</summary>
internal static class JsonSteps
{
    /// <summary>Goes to the next token and gives its type. A text that ends too soon is a <see cref="JsonException"/>, like every other breach of JSON's grammar.</summary>
    public static JsonTokenType Next(this ref Utf8JsonReader reader) =>
        reader.Read() ? reader.TokenType : throw new JsonException("the text ends too soon");

    /// <summary>The decoded text or name, or null when it is not valid Unicode or holds U+0000.</summary>
    public static string? FindText(this in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
        }
        catch (InvalidOperationException) // a lone surrogate, broken UTF-8
        {
            return null;
        }
    }
}
