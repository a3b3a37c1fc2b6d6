using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PerfEval.Rules.Server.Http;

/// <summary>Finds texts that are none: with half a character, which cannot be read, or U+0000, which databases refuse.</summary>
internal static class BrokenTexts
{
    /// <summary>Every such text and name of a body, by place. What is read as JSON, a submission or inputs, is for its own reader to judge.</summary>
    /// <param name="type">What the body is read into.</param>
    public static ImmutableArray<ApiFault> Find(JsonElement root, JsonTypeInfo type)
    {
        var faults = ImmutableArray.CreateBuilder<ApiFault>();
        AddOf(root, "", faults, name => IsJson(type, name));
        return faults.DrainToImmutable();
    }

    private static bool IsJson(JsonTypeInfo type, string name) => type.Properties.Any(property =>
        property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(JsonElement));

    // The reader has bounded the depth.
    private static void AddOf(JsonElement element, string path, ImmutableArray<ApiFault>.Builder faults, Func<string, bool>? isLeftOut = null)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String when !IsText(element.GetString):
                faults.Add(ApiFaults.BrokenText(path));
                break;
            case JsonValueKind.Array:
                foreach (var (place, item) in element.EnumerateArray().Index())
                    AddOf(item, string.Create(null, $"{path}/{place}"), faults);
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    if (!IsText(() => property.Name))
                        faults.Add(ApiFaults.BrokenText(path));
                    else if (isLeftOut?.Invoke(property.Name) != true)
                        AddOf(property.Value, path + ApiFaults.Pointer(property.Name), faults);
                }

                break;
        }
    }

    private static bool IsText(Func<string?> read)
    {
        try
        {
            return read()?.Contains('\0', StringComparison.Ordinal) != true;
        }
        catch (InvalidOperationException) // half a character
        {
            return false;
        }
    }
}
