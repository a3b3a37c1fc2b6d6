using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>The JSON Schema (2020-12) of rubric files, for editors; committed as rubrics/rubric.schema.json.</summary>
public static partial class RubricSchema
{
    /// <summary>The schema in UTF-8, indented, with a newline at its end.</summary>
    public static byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json);
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <summary>The names of an object's properties, as the schema gives them.</summary>
    internal static IEnumerable<string> PropertiesOf(string name) => Objects[name].Select(property => property.Name);

    /// <summary>The properties of an object; of <c>Rubric</c>, <c>Rule</c>, <c>Input</c>….</summary>
    internal static ImmutableArray<Property> Describe(string name) => Objects[name];

    /// <summary>Whether the kind of a property is an object with properties of its own.</summary>
    internal static bool IsObject(string kind) => Objects.ContainsKey(kind);

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("$id", "urn:perfeval:rubric");
        json.WriteString("title", "指标体系 / rubric");
        WriteMembers(json, Objects["Rubric"]);
        json.WriteStartObject("$defs");
        WriteText(json);
        foreach (var (name, properties) in Objects.Where(item => item.Key != "Rubric").OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(name);
            WriteMembers(json, properties);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json)
    {
        json.WriteStartObject("Text");
        json.WriteStartArray("anyOf");
        json.WriteRawValue("""{ "type": "string" }""");
        json.WriteRawValue("""{ "type": "array", "items": { "type": "string" } }""");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, ImmutableArray<Property> properties)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var property in properties)
        {
            json.WriteStartObject(property.Name);
            json.WriteString("description", $"{property.Zh} / {property.En}");
            WriteKind(json, property.Kind);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        var required = properties.Where(property => property.IsRequired).ToList();
        if (required.Count > 0)
        {
            json.WriteStartArray("required");
            foreach (var property in required)
                json.WriteStringValue(property.Name);
            json.WriteEndArray();
        }

        json.WriteBoolean("additionalProperties", false);
    }

    // `text`, `number`, `whole`, `flag`, `date`, `any`, `A|B` (words), `Name` (an object), `Name[]`, or several of these with ` or ` between.
    private static void WriteKind(Utf8JsonWriter json, string kind)
    {
        if (kind.Contains(" or ", StringComparison.Ordinal))
        {
            json.WriteStartArray("anyOf");
            foreach (var part in kind.Split(" or "))
            {
                json.WriteStartObject();
                WriteKind(json, part);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            return;
        }

        switch (kind)
        {
            case "any":
                break;
            case "null":
                json.WriteString("type", "null");
                break;
            case "text":
                json.WriteString("$ref", "#/$defs/Text");
                break;
            case "number" or "string":
                json.WriteString("type", kind);
                break;
            case "whole":
                json.WriteString("type", "integer");
                break;
            case "flag":
                json.WriteString("type", "boolean");
                break;
            case "date":
                json.WriteString("type", "string");
                json.WriteString("format", "date");
                break;
            default:
                WriteNamed(json, kind);
                break;
        }
    }

    private static void WriteNamed(Utf8JsonWriter json, string kind)
    {
        if (kind.EndsWith("[]", StringComparison.Ordinal))
        {
            json.WriteString("type", "array");
            json.WriteStartObject("items");
            WriteKind(json, kind[..^2]);
            json.WriteEndObject();
        }
        else if (kind.Contains('|', StringComparison.Ordinal))
        {
            json.WriteStartArray("enum");
            foreach (var word in kind.Split('|'))
                json.WriteStringValue(word);
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("$ref", $"#/$defs/{kind}");
        }
    }

    /// <summary>One property of an object.</summary>
    /// <param name="Kind">See <see cref="WriteKind"/>.</param>
    internal sealed record Property(string Name, string Kind, string Zh, string En, bool IsRequired = false)
    {
        /// <summary>What it is called in Chinese: the description up to its first remark.</summary>
        public string Title => Zh.Split('，', '：', '（')[0];
    }
}
