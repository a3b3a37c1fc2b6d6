using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>The canonical JSON of a rubric, over which its hash is taken.</summary>
public static partial class CanonicalRubric
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Canonical JSON in UTF-8: no white space, fixed property order, lines joined, numbers without trailing zeros, what is absent stays absent.</summary>
    public static byte[] Write(Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
            new CanonicalWriter(writer).Write(rubric);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary><c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
    public static string Hash(Rubric rubric) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Write(rubric)));

    /// <summary>A number without trailing zeros or exponent.</summary>
    internal static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}

/// <summary>Writes the document's records, property by property in their fixed order.</summary>
internal sealed partial class CanonicalWriter(Utf8JsonWriter json)
{
    public void Write(Rubric rubric)
    {
        json.WriteStartObject();
        Text("WorkflowName", rubric.WorkflowName);
        Text("Title", rubric.Title);
        Text("Description", rubric.Description);
        Text("Source", rubric.Source);
        Object("Region", rubric.Region, region => { Text("Code", region.Code); Text("Name", region.Name); });
        Number("Year", rubric.Year);
        Text("Scope", rubric.Scope);
        Text("Version", rubric.Version);
        Text("Supersedes", rubric.Supersedes);
        Text("ChangeNote", rubric.ChangeNote);
        Text("EffectiveFrom", rubric.EffectiveFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Number("FullScore", rubric.FullScore);
        Object("Rounding", rubric.Rounding, Write);
        Word("NotApplicable", rubric.NotApplicable);
        Object("TotalRange", rubric.TotalRange, range => { Number("Min", range.Min); Number("Max", range.Max); });
        Array("Grades", rubric.Grades, grade => { Text("Name", grade.Name); Number("From", grade.From); });
        Flag("GradeGroups", rubric.GradeGroups);
        Array("Overrides", rubric.Overrides, Write);
        Array("Tables", rubric.Tables, Write);
        Array("Scales", rubric.Scales, scale => { Text("Name", scale.Name); Array("Bands", scale.Bands, Write); });
        Array("Inputs", rubric.Inputs, Write, evenIfEmpty: true);
        Array("GlobalParams", rubric.GlobalParams, Write);
        Array("Checks", rubric.Checks, Write);
        Array("Rules", rubric.Rules, Write);
        json.WriteEndObject();
    }

    private void Write(RoundingRules rounding)
    {
        if (rounding.KeepsRulesUnrounded)
            json.WriteNull("Rule");
        Object("Rule", rounding.Rule, Write);
        Object("Total", rounding.Total, Write);
        Object("Weight", rounding.Weight, Write);
    }

    private void Write(RoundingRule rule)
    {
        Number("Digits", rule.Digits);
        Word("Mode", rule.Mode);
    }

    private void Write(Override item)
    {
        Text("Name", item.Name);
        Text("When", item.When.Text);
        Number("MaxTotal", item.MaxTotal);
        Text("Grade", item.Grade);
        Text("Message", item.Message?.Text);
    }

    private void Write(TableDefinition table)
    {
        Text("Name", table.Name);
        Text("Key", table.Key);
        Array("Columns", table.Columns, column => { Text("Name", column.Name); Word("Type", column.Type); Text("Unit", column.Unit); });
        json.WriteStartArray("Rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartArray();
            foreach (var cell in row)
                Scalar(cell);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private void Write(Band band)
    {
        Text("Name", band.Name);
        Number("From", band.From);
        Number("To", band.To);
        Flag("FromIncluded", band.FromIncluded);
        Flag("ToIncluded", band.ToIncluded);
    }

    private void Write(Param param)
    {
        Text("Name", param.Name);
        Text("Expression", param.Expression.Text);
        Text("Unit", param.Unit);
        Number("Digits", param.Digits);
        Text("Description", param.Description);
    }

    private void Scalar(object? value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case decimal number:
                json.WriteRawValue(CanonicalRubric.Plain(number));
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case ImmutableArray<string> texts:
                json.WriteStartArray();
                foreach (var text in texts)
                    json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private void Text(string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private void Number(string name, decimal? number)
    {
        if (number is not { } value)
            return;
        json.WritePropertyName(name);
        json.WriteRawValue(CanonicalRubric.Plain(value));
    }

    private void Flag(string name, bool? flag)
    {
        if (flag is { } value)
            json.WriteBoolean(name, value);
    }

    private void Word<T>(string name, T? word)
        where T : struct, Enum => Text(name, word?.ToString());

    private void Object<T>(string name, T? value, Action<T> write)
        where T : class
    {
        if (value is null)
            return;
        json.WriteStartObject(name);
        write(value);
        json.WriteEndObject();
    }

    private void Array<T>(string name, ImmutableArray<T> items, Action<T> write, bool evenIfEmpty = false)
    {
        if (items.IsEmpty && !evenIfEmpty)
            return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Texts(string name, ImmutableArray<string> texts)
    {
        if (texts.IsEmpty)
            return;
        json.WritePropertyName(name);
        Scalar(texts);
    }
}
