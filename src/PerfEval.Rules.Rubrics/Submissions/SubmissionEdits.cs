using System.Buffers;
using System.Text.Json;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>Puts values into a submission's JSON. Everything else stays, numbers with the digits they were written with; comments and white space go.</summary>
public static class SubmissionEdits
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The submission with values set in its data, and places of evidence added for inputs that have none.</summary>
    /// <param name="utf8">A submission that could be read.</param>
    /// <param name="data">JSON values by input name; a value already given under the same name is replaced.</param>
    /// <param name="evidence">Where values come from, by input name.</param>
    /// <exception cref="JsonException">The text is no submission.</exception>
    public static byte[] Set(ReadOnlyMemory<byte> utf8, IReadOnlyDictionary<string, JsonElement> data, IReadOnlyDictionary<string, string> evidence)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(evidence);
        using var document = JsonDocument.Parse(utf8, Lenient);
        var buffer = new ArrayBufferWriter<byte>(utf8.Length + 1024);
        using (var json = new Utf8JsonWriter(buffer, ScorecardWriter.Options))
        {
            json.WriteStartObject();
            foreach (var property in document.RootElement.EnumerateObject().Where(property => !IsNamed(property, "data") && !IsNamed(property, "evidence")))
                property.WriteTo(json);
            WriteData(json, Find(document.RootElement, "data"), data);
            WriteEvidence(json, Find(document.RootElement, "evidence"), evidence);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteData(Utf8JsonWriter json, JsonElement? given, IReadOnlyDictionary<string, JsonElement> data)
    {
        var replaced = data.Keys.Select(Names.Normalize).ToHashSet(StringComparer.Ordinal);
        json.WriteStartObject("data"u8);
        foreach (var property in given is { ValueKind: JsonValueKind.Object } known ? known.EnumerateObject().ToArray() : [])
        {
            if (!replaced.Contains(Names.Normalize(property.Name)))
                property.WriteTo(json);
        }

        foreach (var (name, value) in data)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, JsonElement? given, IReadOnlyDictionary<string, string> evidence)
    {
        JsonProperty[] kept = given is { ValueKind: JsonValueKind.Object } known ? [.. known.EnumerateObject()] : [];
        if (kept.Length == 0 && evidence.Count == 0)
            return;
        json.WriteStartObject("evidence"u8);
        foreach (var property in kept)
            property.WriteTo(json);
        foreach (var (name, place) in evidence.Where(place => !kept.Any(property => property.Name == place.Key)))
            json.WriteString(name, place);
        json.WriteEndObject();
    }

    private static JsonElement? Find(JsonElement root, string name) =>
        root.EnumerateObject().Where(property => IsNamed(property, name)).Select(property => (JsonElement?)property.Value).FirstOrDefault();

    private static bool IsNamed(JsonProperty property, string name) => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
