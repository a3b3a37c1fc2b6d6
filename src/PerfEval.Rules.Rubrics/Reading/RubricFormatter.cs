using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>Prints rubric files the way the house writes them: properties in their fixed order, two spaces, short values on one line, a text of several lines as an array.</summary>
public static class RubricFormatter
{
    private const int Width = 110;

    /// <summary>
    /// The formatted file in UTF-8 with a newline at its end, or null: a file with errors or with comments, of which something would be lost.
    /// The content and so the hash stay the same; formatting twice changes nothing.
    /// </summary>
    public static byte[]? Format(ReadOnlyMemory<byte> utf8)
    {
        var reading = RubricReader.Read(utf8);
        if (reading.Document is not { } document || reading.Diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error) || HasComments(utf8.Span))
            return null;
        if (JsonTreeReader.Read(utf8.Span).Root is not JsonObject source)
            return null;
        if (JsonTreeReader.Read(CanonicalRubric.Write(document)).Root is not JsonObject canonical)
            return null;
        var ordered = source.Find("$schema") is { } schema ? canonical with { Members = canonical.Members.Insert(0, new("$schema", 0, schema)) } : canonical;
        var builder = new StringBuilder();
        Print(ordered, 0, builder);
        builder.Append('\n');
        return Encoding.UTF8.GetBytes(builder.ToString());
    }

    /// <summary>A value as the house writes it, for a place at some depth; its further lines are indented from 0.</summary>
    internal static string Print(JsonNode node, int depth)
    {
        var builder = new StringBuilder();
        Print(node, Math.Max(1, depth), builder);
        return builder.Replace("\n" + new string(' ', Math.Max(1, depth) * 2), "\n").ToString();
    }

    private static bool HasComments(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, new() { CommentHandling = JsonCommentHandling.Allow, AllowTrailingCommas = true });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.Comment)
                    return true;
            }
        }
        catch (JsonException)
        {
            return false; // the reader reports it
        }

        return false;
    }

    private static void Print(JsonNode node, int depth, StringBuilder builder, bool hasLines = true)
    {
        var line = OneLine(node);
        if (depth > 0 && IsShort(node, hasLines) && line is not null && line.Length + (depth * 2) <= Width)
            builder.Append(line);
        else if (node is JsonObject { Members.IsEmpty: false } parent)
            PrintAll('{', '}', parent.Members, depth, builder, member => { builder.Append(Quote(member.Name)).Append(": "); Print(member.Value, depth + 1, builder, HasLines(member)); });
        else if (node is JsonArray { Items.IsEmpty: false } array)
            PrintAll('[', ']', array.Items, depth, builder, item => Print(item, depth + 1, builder, hasLines: false));
        else if (hasLines && node is JsonText text && text.Value.Contains('\n', StringComparison.Ordinal))
            PrintAll('[', ']', text.Value.Split('\n'), depth, builder, part => builder.Append(Quote(part)));
        else
            builder.Append(line);
    }

    private static void PrintAll<T>(char open, char close, IEnumerable<T> items, int depth, StringBuilder builder, Action<T> print)
    {
        builder.Append(open);
        var separator = "\n";
        foreach (var item in items)
        {
            builder.Append(separator).Append(' ', (depth + 1) * 2);
            print(item);
            separator = ",\n";
        }

        builder.Append('\n').Append(' ', depth * 2).Append(close);
    }

    // What holds nothing but scalars may stand on one line.
    private static bool IsShort(JsonNode node, bool hasLines) => node switch
    {
        JsonObject parent => parent.Members.All(member => member.Value is not (JsonObject or JsonArray) && !(HasLines(member) && IsLines(member.Value))),
        JsonArray array => array.Items.All(item => item is not (JsonObject or JsonArray)),
        _ => !(hasLines && IsLines(node)),
    };

    private static bool IsLines(JsonNode node) => node is JsonText text && text.Value.Contains('\n', StringComparison.Ordinal);

    // A default, a cell or a choice of several lines stays one text: an array in its place would be several texts.
    private static bool HasLines(JsonMember member) => member.Name != "Default";

    private static string? OneLine(JsonNode node) => node switch
    {
        JsonObject { Members.IsEmpty: true } => "{}",
        JsonObject parent => $"{{ {string.Join(", ", parent.Members.Select(member => $"{Quote(member.Name)}: {OneLine(member.Value)}"))} }}",
        JsonArray array => $"[{string.Join(", ", array.Items.Select(OneLine))}]",
        JsonText text => Quote(text.Value),
        JsonNumber { Value: { } value } => CanonicalRubric.Plain(value),
        JsonFlag flag => flag.Value ? "true" : "false",
        _ => "null",
    };

    private static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
