using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>The JSON Schema (2020-12) of a submission's <c>data</c>, for forms and for systems that post it.</summary>
public static class SubmissionSchema
{
    private const string Decimal = @"-?[0-9]+(\.[0-9]+)?";
    private const string Bound = "(≥|≤|>=|<=|>|<|＞|＜)";

    /// <summary>The schema in UTF-8, indented; the same bytes for the same rubric.</summary>
    public static byte[] Write(CompiledRubric rubric)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("$id", $"urn:perfeval:{rubric.Document.WorkflowName}:{rubric.Document.Version}:data");
            json.WriteString("title", rubric.Document.Title ?? rubric.Document.WorkflowName);
            WriteMembers(json, rubric.Inputs);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, IReadOnlyList<LinkedInput> inputs)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var input in inputs)
        {
            json.WriteStartObject(input.Name);
            WriteInput(json, input);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        var required = inputs.Where(input => input.IsRequired && input.Default.IsMissing).Select(input => input.Name).ToList();
        if (required.Count > 0)
            WriteTexts(json, "required", required);
        json.WriteBoolean("additionalProperties", false);
    }

    private static void WriteInput(Utf8JsonWriter json, LinkedInput input)
    {
        var definition = input.Definition;
        WriteText(json, "title", input.Label);
        WriteText(json, "description", string.Join('\n', new[] { definition.Description, definition.Source }.Where(text => text is not null)));
        WriteText(json, "x-unit", definition.Unit);
        if (input.Judged == JudgedForm.Scale)
            WriteBand(json, input);
        else
            WriteValue(json, input);
    }

    private static void WriteValue(Utf8JsonWriter json, LinkedInput input)
    {
        switch (input.Type)
        {
            case NumberType:
                WriteNumber(json, input);
                break;
            case BoolType:
                WriteTexts(json, "type", ["boolean", "null"]);
                break;
            case DateType:
                WriteTexts(json, "type", ["string", "null"]);
                json.WriteString("format", "date");
                break;
            case TextSetType set:
                WriteTexts(json, "type", ["array", "null"]);
                json.WriteBoolean("uniqueItems", true);
                json.WriteStartObject("items");
                WriteTexts(json, "enum", set.Choices);
                json.WriteEndObject();
                break;
            case TextType { Choices.IsEmpty: false } choice:
                WriteTexts(json, "enum", choice.Choices);
                break;
            case TableType:
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                WriteMembers(json, input.Columns);
                json.WriteEndObject();
                break;
            default:
                WriteTexts(json, "type", ["string", "null"]);
                if (input.Definition.MaxLength is { } length)
                    json.WriteNumber("maxLength", length);
                break;
        }
    }

    // A number, its plain decimal text with its own unit sign at most, or a bound.
    private static void WriteNumber(Utf8JsonWriter json, LinkedInput input)
    {
        WriteTexts(json, "type", ["number", "string", "null"]);
        var scale = Units.Scale(input.Definition.Unit);
        WriteEnd(json, input.Range.LowExcluded ? "exclusiveMinimum" : "minimum", input.Range.Low / scale);
        WriteEnd(json, input.Range.HighExcluded ? "exclusiveMaximum" : "maximum", input.Range.High / scale);
        var unit = input.Definition.Unit is { } sign ? $"({System.Text.RegularExpressions.Regex.Escape(sign)})?" : "%?";
        json.WriteString("pattern", $"^{Bound}? ?{Decimal} ?{unit}$");
    }

    private static void WriteBand(Utf8JsonWriter json, LinkedInput input)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        json.WriteStartObject("band");
        WriteTexts(json, "enum", input.Bands.Select(band => band.Name));
        json.WriteEndObject();
        json.WriteStartObject("share");
        json.WriteString("type", "number");
        json.WriteNumber("minimum", 0);
        json.WriteNumber("maximum", 1);
        json.WriteEndObject();
        json.WriteEndObject();
        WriteTexts(json, "required", ["band"]);
        json.WriteBoolean("additionalProperties", false);
    }

    private static void WriteEnd(Utf8JsonWriter json, string name, decimal? end)
    {
        if (end is { } value)
            json.WriteNumber(name, value);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            json.WriteString(name, text);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
