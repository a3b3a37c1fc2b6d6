using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>Steps of a forward pass. A text that ends too soon is a <see cref="JsonException"/>, like every other breach of JSON's grammar.</summary>
internal static class JsonTokens
{
    /// <summary>Goes to the next token that is not a comment.</summary>
    public static void Advance(this ref Utf8JsonReader reader)
    {
        do
        {
            if (!reader.Read())
                throw new JsonException("the text ends too soon");
        }
        while (reader.TokenType == JsonTokenType.Comment);
    }

    /// <summary>Goes to the last token of the value on which the reader stands; from a property name, of that property's value.</summary>
    public static void Leave(this ref Utf8JsonReader reader)
    {
        if (!reader.TrySkip())
            throw new JsonException("the text ends too soon");
    }

    /// <summary>The bytes of the token as written, escapes and all.</summary>
    public static ReadOnlySpan<byte> RawValue(this in Utf8JsonReader reader) =>
        reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;

    /// <summary>The decoded text or name, or null when it is not valid Unicode (a lone surrogate, broken UTF-8) or holds U+0000, which no database keeps.</summary>
    public static string? FindText(this in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The decoded name for a message and a path; what is not valid Unicode is replaced.</summary>
    public static string ShownName(this in Utf8JsonReader reader) =>
        reader.FindText() ?? Encoding.UTF8.GetString(reader.RawValue());
}
