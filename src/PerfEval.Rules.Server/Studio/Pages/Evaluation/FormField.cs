using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Server.Studio.Pages.Evaluation;

/// <summary>One input of a rubric, or one cell of a table, while it is being filled in. Holds what was typed, as it was typed.</summary>
public sealed class FormField(LinkedInput input)
{
    public LinkedInput Input => input;

    public string Name => input.Name;

    public string Label => input.Label ?? input.Definition.Name;

    /// <summary>How it is filled in; a judged scale has a band and a share beside it.</summary>
    public FieldShape Shape { get; } = ShapeOf(input);

    /// <summary>A number, text, date, choice, band, or <c>true</c> and <c>false</c>; empty: not given.</summary>
    public string Text { get; set; } = "";

    /// <summary>The share within a band.</summary>
    public string Share { get; set; } = "";

    /// <summary>Of several choices; null: not given, which is not the same as none of them.</summary>
    public ImmutableSortedSet<string>? Chosen { get; set; }

    /// <summary>The rows of a table, each with one field per column.</summary>
    public List<ImmutableArray<FormField>> Rows { get; } = [];

    public ImmutableArray<string> Choices { get; } = ChoicesOf(input);

    public bool IsGiven => Shape switch
    {
        FieldShape.Choices => Chosen is not null,
        FieldShape.Table => Rows.Exists(row => row.Any(cell => cell.IsGiven)),
        _ => Text.Length > 0,
    };

    /// <summary>Adds a row of empty cells.</summary>
    public ImmutableArray<FormField> AddRow()
    {
        ImmutableArray<FormField> row = [.. input.Columns.Select(column => new FormField(column))];
        Rows.Add(row);
        return row;
    }

    public void Clear()
    {
        (Text, Share, Chosen) = ("", "", null);
        Rows.Clear();
    }

    /// <summary>The value as a submission has it; null: not given.</summary>
    public JsonElement? ToJson()
    {
        if (!IsGiven)
            return null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            Write(json);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.GetProperty(Name).Clone();
    }

    /// <summary>Writes the value, if one is given, as a property.</summary>
    public void Write(Utf8JsonWriter json)
    {
        if (!IsGiven)
            return;
        json.WritePropertyName(Name);
        switch (Shape)
        {
            case FieldShape.Number:
                WriteNumber(json, Text);
                break;
            case FieldShape.YesNo:
                json.WriteBooleanValue(Text == "true");
                break;
            case FieldShape.Choices:
                WriteTexts(json, Chosen ?? []);
                break;
            case FieldShape.Band:
                WriteBand(json);
                break;
            case FieldShape.Table:
                WriteRows(json);
                break;
            default:
                json.WriteStringValue(Text);
                break;
        }
    }

    // What comes from a spreadsheet has thousands separators, what comes from an input method full-width digits. Anything else is for the reader to judge.
    private static void WriteNumber(Utf8JsonWriter json, string typed)
    {
        var plain = typed.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim();
        if (decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            json.WriteNumberValue(number);
        else
            json.WriteStringValue(plain);
    }

    private static void WriteTexts(Utf8JsonWriter json, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private void WriteBand(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("band"u8, Text);
        if (Share.Length > 0)
        {
            json.WritePropertyName("share"u8);
            WriteNumber(json, Share);
        }

        json.WriteEndObject();
    }

    // A row nobody has typed in is none.
    private void WriteRows(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var row in Rows.Where(row => row.Any(cell => cell.IsGiven)))
        {
            json.WriteStartObject();
            foreach (var cell in row)
                cell.Write(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static FieldShape ShapeOf(LinkedInput input) => (input.Judged, input.Definition.Type) switch
    {
        (JudgedForm.YesNo, _) or (null, InputType.Bool) => FieldShape.YesNo,
        (JudgedForm.Scale, _) => FieldShape.Band,
        (JudgedForm.Points, _) or (_, InputType.Number) => FieldShape.Number,
        (_, InputType.Date) => FieldShape.Date,
        (_, InputType.Choice) => FieldShape.Choice,
        (_, InputType.MultiChoice) => FieldShape.Choices,
        (_, InputType.Table) => FieldShape.Table,
        _ => FieldShape.Text,
    };

    private static ImmutableArray<string> ChoicesOf(LinkedInput input) => input.Type switch
    {
        _ when input.Judged is JudgedForm.Scale => [.. input.Bands.Select(band => band.Name)],
        Language.Types.TextType text => text.Choices,
        Language.Types.TextSetType set => set.Choices,
        _ => [],
    };
}

/// <summary>How a value is filled in.</summary>
public enum FieldShape
{
    Number,
    Text,
    Date,
    YesNo,
    Choice,
    Choices,
    Band,
    Table,
}
