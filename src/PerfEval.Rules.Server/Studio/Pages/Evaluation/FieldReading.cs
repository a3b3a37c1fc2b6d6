using System.Collections.Immutable;
using System.Text.Json;

namespace PerfEval.Rules.Server.Studio.Pages.Evaluation;

/// <summary>Puts values of a submission into the fields of a form, as far as they fit; the form shows the rest as not given.</summary>
internal static class FieldReading
{
    public static void Fill(this FormField field, JsonElement value)
    {
        field.Clear();
        switch (field.Shape, value.ValueKind)
        {
            case (FieldShape.Choices, JsonValueKind.Array):
                field.Chosen = [.. value.EnumerateArray().Select(TextOf)];
                break;
            case (FieldShape.Band, JsonValueKind.Object):
                (field.Text, field.Share) = (TextOf(value, "band"), TextOf(value, "share"));
                break;
            case (FieldShape.Table, JsonValueKind.Array):
                foreach (var row in value.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object))
                    FillRow(field.AddRow(), row);
                break;
            case (FieldShape.Table or FieldShape.Choices, _):
                break;
            default:
                field.Text = TextOf(value);
                break;
        }
    }

    private static void FillRow(ImmutableArray<FormField> cells, JsonElement row)
    {
        foreach (var cell in cells)
        {
            if (row.TryGetProperty(cell.Name, out var value) || row.TryGetProperty(cell.Input.Definition.Name, out value))
                cell.Fill(value);
        }
    }

    private static string TextOf(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? TextOf(value) : "";

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "",
    };
}
