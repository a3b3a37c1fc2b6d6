using System.Collections.Immutable;

namespace PerfEval.Rules.Rubrics.Reading;

// A JSON document with the place of everything in it: what System.Text.Json's own trees do not keep.

/// <summary>Any JSON value with the byte offsets of its first character and behind its last.</summary>
internal abstract record JsonNode(int Start, int End);

/// <summary>A property; <paramref name="NameStart"/> is the offset of the opening quotation mark of its name.</summary>
internal sealed record JsonMember(string Name, int NameStart, JsonNode Value);

internal sealed record JsonObject(int Start, int End, ImmutableArray<JsonMember> Members) : JsonNode(Start, End)
{
    public JsonNode? Find(string name) => Members.FirstOrDefault(member => member.Name == name)?.Value;
}

internal sealed record JsonArray(int Start, int End, ImmutableArray<JsonNode> Items) : JsonNode(Start, End);

internal sealed record JsonText(int Start, int End, string Value) : JsonNode(Start, End);

/// <summary>A number; null where System.Decimal cannot hold it exactly enough.</summary>
internal sealed record JsonNumber(int Start, int End, decimal? Value) : JsonNode(Start, End);

internal sealed record JsonFlag(int Start, int End, bool Value) : JsonNode(Start, End);

internal sealed record JsonNull(int Start, int End) : JsonNode(Start, End);
