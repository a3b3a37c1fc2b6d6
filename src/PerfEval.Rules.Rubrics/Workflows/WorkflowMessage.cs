using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PerfEval.Rules.Rubrics.Workflows;

/// <summary>Fills the <c>$(…)</c> places of an ErrorMessage from what the rule saw. Source: rulesengine-semantics §8.</summary>
internal static partial class WorkflowMessage
{
    // A message is for people: behind so many characters of values, places stay as typed.
    private const int MostFilled = 64 * 1024;

    /// <summary>A name becomes its JSON, a path what lies there: texts bare. What is not there, or null, stays as typed.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, JsonNode?> seen)
    {
        var filled = 0;
        return Place().Replace(template, match =>
        {
            var text = filled < MostFilled ? Find(match.Groups[1].Value, seen) : null;
            filled += text?.Length ?? 0;
            return text ?? match.Value;
        });
    }

    private static string? Find(string path, IReadOnlyDictionary<string, JsonNode?> seen)
    {
        var parts = path.Split('.');
        if (!seen.TryGetValue(parts[0], out var found))
            return null;
        foreach (var part in parts.Skip(1))
            found = found is JsonObject properties && properties.TryGetPropertyValue(part, out var inner) ? inner : null;
        if (found is null)
            return null;
        return parts.Length > 1 && found is JsonValue value && value.TryGetValue<string>(out var text) ? text : found.ToJsonString(ValueJson.Compact);
    }

    [GeneratedRegex(@"\$\(([^)$]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
