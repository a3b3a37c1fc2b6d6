using System.Collections.Immutable;
using System.Text.Json;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>Where and why a text is no JSON.</summary>
internal sealed record JsonFault(int Offset, Bilingual Message);

/// <summary>Bytes to a tree with places. Comments and trailing commas are passed over; nesting is limited, so passes over the tree may recurse.</summary>
internal static class JsonTreeReader
{
    public const int MaxDepth = 64;

    public static (JsonNode? Root, JsonFault? Fault) Read(ReadOnlySpan<byte> utf8)
    {
        var start = utf8.StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(utf8[start..], new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            var root = ReadValue(ref reader, start);
            reader.Read(); // anything but white space behind the value is an error
            return (root, null);
        }
        catch (JsonException exception)
        {
            return (null, new(OffsetOf(utf8, exception), Explain(exception, OffsetOf(utf8, exception) >= utf8.Length)));
        }
        catch (InvalidOperationException) // a text that is no Unicode: an invalid byte or half of a surrogate pair
        {
            return (null, new(start + (int)reader.TokenStartIndex, new("文本不是有效的 Unicode", "the text is not valid Unicode")));
        }
    }

    private static JsonNode ReadValue(ref Utf8JsonReader reader, int shift)
    {
        var start = shift + (int)reader.TokenStartIndex;
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, shift, start),
            JsonTokenType.StartArray => ReadArray(ref reader, shift, start),
            JsonTokenType.String => new JsonText(start, shift + (int)reader.BytesConsumed, reader.GetString()!), // a string token has a text
            JsonTokenType.Number => new JsonNumber(start, shift + (int)reader.BytesConsumed, reader.TryGetDecimal(out var number) ? number : null),
            JsonTokenType.True or JsonTokenType.False => new JsonFlag(start, shift + (int)reader.BytesConsumed, reader.TokenType == JsonTokenType.True),
            _ => new JsonNull(start, shift + (int)reader.BytesConsumed),
        };
    }

    private static JsonObject ReadObject(ref Utf8JsonReader reader, int shift, int start)
    {
        var members = ImmutableArray.CreateBuilder<JsonMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, nameStart) = (reader.GetString()!, shift + (int)reader.TokenStartIndex); // a name token has a text
            reader.Read();
            members.Add(new(name, nameStart, ReadValue(ref reader, shift)));
        }

        return new(start, shift + (int)reader.BytesConsumed, members.ToImmutable());
    }

    private static JsonArray ReadArray(ref Utf8JsonReader reader, int shift, int start)
    {
        var items = ImmutableArray.CreateBuilder<JsonNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue(ref reader, shift));
        return new(start, shift + (int)reader.BytesConsumed, items.ToImmutable());
    }

    // The framework's own words are in its language, not in ours; what they tell apart from a slip in the text is nesting alone.
    private static Bilingual Explain(JsonException exception, bool isAtEnd)
    {
        if (exception.Message.Contains("depth of", StringComparison.Ordinal))
            return new($"嵌套超过 {MaxDepth} 层", $"nested more than {MaxDepth} deep");
        return isAtEnd ? new("内容不完整", "the text ends too soon") : new("此处有语法错误", "there is a syntax error here");
    }

    private static int OffsetOf(ReadOnlySpan<byte> utf8, JsonException exception)
    {
        var offset = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
        {
            var next = utf8[offset..].IndexOf((byte)'\n');
            if (next < 0)
                break;
            offset += next + 1;
        }

        return Math.Min(offset + (int)(exception.BytePositionInLine ?? 0), utf8.Length);
    }
}
