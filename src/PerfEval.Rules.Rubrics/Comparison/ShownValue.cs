using System.Text;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Comparison;

/// <summary>A JSON value as a message shows it: in one line, cut where it is long.</summary>
internal sealed record ShownValue(string Zh, string En)
{
    private const int Most = 80;

    public static ShownValue? Of(JsonNode? node, ReadOnlySpan<byte> utf8)
    {
        switch (node)
        {
            case null:
                return null;
            case JsonText text:
                return new($"“{Cut(text.Value)}”", $"`{Cut(text.Value)}`");
            case JsonFlag flag:
                return new(flag.Value ? "是" : "否", flag.Value ? "true" : "false");
            case JsonArray array when array.Items.All(item => item is JsonText):
                var texts = array.Items.OfType<JsonText>().Select(item => item.Value).ToList();
                return new($"“{Cut(string.Join('、', texts))}”", $"`{Cut(string.Join(", ", texts))}`");
            default:
                var raw = Cut(Raw(node, utf8)!); // a node has a text
                return new(raw, raw);
        }
    }

    /// <summary>The whole value: a text as it is, anything else as JSON; null: none.</summary>
    public static string? Whole(JsonNode? node, ReadOnlySpan<byte> utf8) => node is JsonText text ? text.Value : Raw(node, utf8);

    public static string? Raw(JsonNode? node, ReadOnlySpan<byte> utf8) =>
        node is null ? null : Encoding.UTF8.GetString(utf8[node.Start..node.End]);

    private static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= Most)
            return line;
        var end = char.IsHighSurrogate(line[Most - 1]) ? Most - 1 : Most;
        return line[..end] + "…";
    }
}
