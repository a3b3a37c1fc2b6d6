using System.Text.Json;
using System.Text.RegularExpressions;

namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>Holds JSON against a schema of the OpenAPI document; as much of JSON Schema as the document uses.</summary>
internal sealed class SchemaCheck(JsonElement document)
{
    /// <summary>What does not fit, each with its place; also what the document does not mention.</summary>
    /// <param name="isWhole">Whether nothing else says more about the value.</param>
    public IEnumerable<string> Find(JsonElement schema, JsonElement value, string path = "", bool isWhole = true)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Find(Resolve(reference.GetString()!), value, path, isWhole);
        var parts = schema.TryGetProperty("allOf", out var all) ? all.EnumerateArray().SelectMany(part => Find(part, value, path, isWhole: false)) : [];
        return parts.Concat(OfValue(schema, value, path)).Concat(value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(schema, value, path, isWhole),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray().SelectMany((item, place) => Find(items, item, $"{path}/{place}")),
            _ => [],
        });
    }

    private JsonElement Resolve(string pointer) => pointer.Split('/').Skip(1).Aggregate(document, (place, step) => place.GetProperty(step));

    private static IEnumerable<string> OfValue(JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("type", out var type) && !TypesOf(type).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && TypesOf(type).Contains("number")))
            yield return $"{path}: {TypeOf(value)} instead of {type}";
        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => one.ToString() == value.ToString()))
            yield return $"{path}: {value} is none of {allowed}";
        if (value.ValueKind == JsonValueKind.String && schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value.GetString()!, pattern.GetString()!))
            yield return $"{path}: {value} does not fit {pattern}";
        if (value.ValueKind == JsonValueKind.Number && schema.TryGetProperty("minimum", out var least) && value.GetDecimal() < least.GetDecimal())
            yield return $"{path}: {value} is below {least}";
    }

    private IEnumerable<string> OfObject(JsonElement schema, JsonElement value, string path, bool isWhole)
    {
        var known = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToDictionary(property => property.Name, property => property.Value) : [];
        var others = schema.TryGetProperty("additionalProperties", out var additional) ? additional : default;
        foreach (var needed in schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(name => name.GetString()!) : [])
        {
            if (!value.TryGetProperty(needed, out _))
                yield return $"{path}: lacks {needed}";
        }

        foreach (var property in value.EnumerateObject())
        {
            var isKnown = known.TryGetValue(property.Name, out var own);
            if (!isKnown && isWhole && known.Count > 0 && others.ValueKind is JsonValueKind.False or JsonValueKind.Undefined)
                yield return $"{path}/{property.Name}: is not in the document";
            var rule = isKnown ? own : others;
            foreach (var fault in rule.ValueKind == JsonValueKind.Object ? Find(rule, property.Value, $"{path}/{property.Name}") : [])
                yield return fault;
        }
    }

    private static List<string> TypesOf(JsonElement type) => type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.GetRawText().AsSpan().IndexOfAny(".eE") < 0 ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
