using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PerfEval.Rules.Server.Studio.Pages.Authoring;

/// <summary>A document's values as forms show them, however broken its meaning is.</summary>
public sealed class DocumentTree
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject root;

    private DocumentTree(JsonObject root) => this.root = root;

    /// <summary>A document without anything in it.</summary>
    public static DocumentTree Empty { get; } = new(new JsonObject());

    /// <summary>Reads a text, or gives null where it is no JSON object.</summary>
    public static DocumentTree? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Lenient) is JsonObject root ? new(root) : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null; // not JSON, or the same property twice: the text tab says where
        }
    }

    /// <summary>The value at a JSON Pointer, or null.</summary>
    public JsonNode? Find(string path)
    {
        JsonNode? node = root;
        foreach (var step in path.Split('/').Skip(1))
        {
            node = node switch
            {
                JsonObject owner => owner[step],
                JsonArray list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>The text of a value: lines joined, a number as written; empty where there is none.</summary>
    public string TextAt(string path) => Find(path) switch
    {
        null => "",
        JsonArray lines => string.Join('\n', lines.Select(TextOf)),
        var node => TextOf(node),
    };

    /// <summary>A value as JSON.</summary>
    public static string? Write(JsonNode? value) => value?.ToJsonString(Readable);

    /// <summary>A text as the document holds it: several lines as a list.</summary>
    public static JsonNode? OfText(string text) =>
        text.Length == 0 ? null
        : text.Contains('\n', StringComparison.Ordinal) ? new JsonArray([.. text.Split('\n').Select(line => (JsonNode)line)])
        : (JsonNode)text;

    /// <summary>A number where the text is one, also with full-width digits or thousands separators; else the text, for the reader to complain of.</summary>
    public static JsonNode? OfNumber(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim();
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : OfText(text.Trim());
    }

    private static string TextOf(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(Readable),
    };
}
