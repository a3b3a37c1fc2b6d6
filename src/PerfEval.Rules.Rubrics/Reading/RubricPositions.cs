using System.Globalization;
using System.Text;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>A place in a file; both 1-based, the column in UTF-16 characters.</summary>
public readonly record struct LinePosition(int Line, int Column);

/// <summary>Finds places of a JSON document: of any element by its JSON Pointer, and of any character of a decoded text inside it.</summary>
public sealed class RubricPositions
{
    private readonly ReadOnlyMemory<byte> utf8;
    private readonly JsonNode? root;
    private readonly int? faultOffset;
    private readonly Lazy<int[]> lineStarts;

    internal RubricPositions(ReadOnlyMemory<byte> utf8, JsonNode? root, int? faultOffset = null)
    {
        this.utf8 = utf8;
        this.root = root;
        this.faultOffset = faultOffset;
        lineStarts = new(() => FindLines(utf8.Span));
    }

    /// <summary>Where a diagnostic starts and ends. An unknown pointer gives its nearest known parent; a pointer that ends in a property name of no element, that name's own place.</summary>
    public (LinePosition Start, LinePosition End) Locate(string path, TextSpan? span = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (root is null)
            return (At(faultOffset ?? 0), At(faultOffset ?? 0));
        var node = Find(path);
        if (span is not { } inside)
            return (At(node.Start), At(node.End));
        return (At(OffsetIn(node, inside.Start)), At(OffsetIn(node, inside.End)));
    }

    /// <summary>Whether the element is not there, or null.</summary>
    internal bool IsAbsent(string path) => root is not null && Find(path, out var isWhole) is var node && (!isWhole || node is JsonNull);

    private JsonNode Find(string path) => Find(path, out _);

    private JsonNode Find(string path, out bool isWhole)
    {
        var node = root!; // only called with a tree
        isWhole = false;
        foreach (var step in path.Split('/').Skip(1))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            var next = node switch
            {
                JsonObject parent => parent.Find(name),
                JsonArray parent when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < parent.Items.Length => parent.Items[index],
                _ => null,
            };
            if (next is null)
                return node;
            node = next;
        }

        isWhole = true;
        return node;
    }

    // The byte offset of a character of the decoded text; the lines of an array are joined by one newline each.
    private int OffsetIn(JsonNode node, int character)
    {
        if (node is JsonArray lines)
        {
            foreach (var line in lines.Items.OfType<JsonText>())
            {
                if (character <= line.Value.Length)
                    return OffsetIn(line, character);
                character -= line.Value.Length + 1;
            }
        }

        return node is JsonText ? OffsetInText(node, character) : node.Start;
    }

    private int OffsetInText(JsonNode text, int character)
    {
        var bytes = utf8.Span;
        var offset = text.Start + 1;
        while (character > 0 && offset < text.End - 1)
        {
            if (bytes[offset] == '\\')
            {
                offset += bytes[offset + 1] == 'u' ? 6 : 2;
                character--;
                continue;
            }

            Rune.DecodeFromUtf8(bytes[offset..], out var rune, out var length);
            offset += length;
            character -= rune.Utf16SequenceLength;
        }

        return offset;
    }

    private LinePosition At(int offset)
    {
        var starts = lineStarts.Value;
        var line = Array.BinarySearch(starts, offset);
        line = line < 0 ? ~line - 1 : line;
        return new(line + 1, Encoding.UTF8.GetCharCount(utf8.Span[starts[line]..Math.Min(offset, utf8.Length)]) + 1);
    }

    private static int[] FindLines(ReadOnlySpan<byte> utf8)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '\n')
                starts.Add(i + 1);
        }

        return [.. starts];
    }
}
