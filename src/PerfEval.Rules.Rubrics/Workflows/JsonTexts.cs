using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace PerfEval.Rules.Rubrics.Workflows;

/// <summary>The texts and names of a JSON value. An escape can write half a character, which JSON allows and no text can hold.</summary>
internal static class JsonTexts
{
    /// <summary>Whether every text is one; the first that is not is told of.</summary>
    public static bool AreSound(JsonElement json, string path, ImmutableArray<WorkflowFault>.Builder faults)
    {
        try
        {
            return Walk(json, path, faults);
        }
        catch (InvalidOperationException) // half a character in the name of a property
        {
            faults.Add(WorkflowFaults.WrongType(path, new("有效的 Unicode 文本", "a valid Unicode text")));
            return false;
        }
    }

    private static bool Walk(JsonElement json, string path, ImmutableArray<WorkflowFault>.Builder faults)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                return json.EnumerateObject().All(property => AreSound(property.Value, Submissions.JsonPointer.Append(path, property.Name), faults));
            case JsonValueKind.Array:
                return json.EnumerateArray().Index().All(item => AreSound(item.Item, string.Create(CultureInfo.InvariantCulture, $"{path}/{item.Index}"), faults));
            case JsonValueKind.String:
                _ = json.GetString(); // throws for half a character
                return true;
            default:
                return true;
        }
    }
}
