using System.Text.Json;

namespace PerfEval.Rules.Rubrics.Workflows;

/// <summary>Writes results as RulesEngine names their parts.</summary>
public static class WorkflowResultWriter
{
    /// <summary>Writes one result with its children. A rule is written without its children, which have results of their own.</summary>
    public static void Write(Utf8JsonWriter json, WorkflowResult result)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(result);
        json.WriteStartObject();
        WriteRule(json, result.Rule);
        json.WriteBoolean("IsSuccess", result.IsSuccess);
        WriteChildren(json, result);
        json.WriteStartObject("Inputs");
        foreach (var (name, value) in result.Inputs.OrderBy(input => input.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value, ValueJson.Compact);
        }

        json.WriteEndObject();
        json.WriteStartObject("ActionResult");
        json.WritePropertyName("Output");
        JsonSerializer.Serialize(json, result.Output, ValueJson.Compact);
        json.WriteString("Exception", result.ActionException);
        json.WriteEndObject();
        json.WriteString("ExceptionMessage", result.ExceptionMessage);
        if (!result.Missing.IsEmpty)
        {
            json.WriteStartArray("Missing");
            foreach (var name in result.Missing)
                json.WriteStringValue(name);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, JsonElement rule)
    {
        json.WriteStartObject("Rule");
        foreach (var property in rule.EnumerateObject().Where(property => !property.Name.Equals("Rules", StringComparison.OrdinalIgnoreCase)))
            property.WriteTo(json);
        json.WriteEndObject();
    }

    private static void WriteChildren(Utf8JsonWriter json, WorkflowResult result)
    {
        if (result.ChildResults is not { } children)
        {
            json.WriteNull("ChildResults");
            return;
        }

        json.WriteStartArray("ChildResults");
        foreach (var child in children)
            Write(json, child);
        json.WriteEndArray();
    }
}
