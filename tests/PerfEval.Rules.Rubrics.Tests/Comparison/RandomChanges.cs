using System.Text.Json;
using System.Text.Json.Nodes;

namespace PerfEval.Rules.Rubrics.Tests.Comparison;

/// <summary>One random change of a rubric's JSON: a value, an element or property gone, two elements exchanged, an element doubled.</summary>
internal sealed class RandomChanges(Random random)
{
    public void Apply(JsonNode root)
    {
        var nodes = Below(root).ToList();
        var node = nodes[random.Next(nodes.Count)];
        switch (node.Parent)
        {
            case JsonArray array when random.Next(3) == 0 && array.Count > 1:
                Exchange(array);
                break;
            case JsonArray array when random.Next(2) == 0:
                array.Remove(node);
                break;
            case JsonArray array when node is JsonObject or JsonArray:
                array.Add(node.DeepClone());
                break;
            case JsonObject parent when random.Next(4) == 0:
                parent.Remove(node.GetPropertyName());
                break;
            default:
                if (node is JsonValue value)
                    value.ReplaceWith(Other(value));
                break;
        }
    }

    private void Exchange(JsonArray array)
    {
        var i = random.Next(array.Count - 1);
        var first = array[i];
        array.RemoveAt(i);
        array.Insert(i + 1, first);
    }

    private JsonValue Other(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => JsonValue.Create(value.GetValue<decimal>() + random.Next(1, 4)),
        JsonValueKind.True => JsonValue.Create(false),
        JsonValueKind.False => JsonValue.Create(true),
        _ => JsonValue.Create(value.GetValue<string>() + (random.Next(2) == 0 ? "改" : "1")),
    };

    private static IEnumerable<JsonNode> Below(JsonNode? node) => node switch
    {
        JsonObject parent => parent.SelectMany(member => Below(member.Value)).Append(parent),
        JsonArray parent => parent.SelectMany(Below).Append(parent),
        null => [],
        _ => [node],
    };
}
