using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Server.Studio.Pages.Evaluation;

/// <summary>A submission while it is being filled in: the fields of one rubric, and what else it carries.</summary>
public sealed class SubmissionForm
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    // Carried along as they came: the form has no fields for them.
    private static readonly string[] Carried = ["evidence"];

    private readonly Dictionary<string, JsonElement> carried = [];

    /// <param name="further">Other rubrics that the submission is for as well: what only they ask for comes with what is shared.</param>
    public SubmissionForm(CompiledRubric rubric, params ImmutableArray<CompiledRubric> further)
    {
        Rubric = rubric;
        Fields = [.. further.Prepend(rubric).SelectMany(one => one.Inputs).DistinctBy(input => input.Name).Select(input => new FormField(input))];
        Sections = FormSection.Of(rubric, Fields);
    }

    public CompiledRubric Rubric { get; }

    /// <summary>One per input, in declared order.</summary>
    public ImmutableArray<FormField> Fields { get; }

    /// <summary>The same fields, grouped.</summary>
    public ImmutableArray<FormSection> Sections { get; }

    public string Department { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Period { get; set; } = "";

    /// <summary>What the department itself reports: scores by rule code, values, total, grade.</summary>
    public ReportedForm Reported { get; } = new();

    /// <summary>Why an indicator is as it is (偏差原因), by rule code.</summary>
    public Dictionary<string, string> Reasons { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether anything has been filled in.</summary>
    public bool IsEmpty => Department.Length == 0 && Subject.Length == 0 && Period.Length == 0 && Reported.IsEmpty && Reasons.Count == 0 && !Fields.Any(one => one.IsGiven);

    /// <summary>The submission as JSON in UTF-8.</summary>
    public byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
            Write(json);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Takes a submission over; false when the text is not one.</summary>
    public bool Fill(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return false;
            Fill(document.RootElement);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public void Clear()
    {
        (Department, Subject, Period) = ("", "", "");
        carried.Clear();
        Reasons.Clear();
        Reported.Clear();
        foreach (var field in Fields)
            field.Clear();
    }

    /// <summary>Reads what has been filled in as the API would.</summary>
    public SubmissionReading Read() => SubmissionReader.Read(Write(), Rubric);

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteUnlessEmpty(json, "department", Department);
        WriteUnlessEmpty(json, "subject", Subject);
        WriteUnlessEmpty(json, "period", Period);
        json.WriteStartObject("data"u8);
        foreach (var field in Fields)
            field.Write(json);
        json.WriteEndObject();
        foreach (var (name, value) in carried)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }

        WriteReasons(json);
        Reported.Write(json);
        json.WriteEndObject();
    }

    private void WriteReasons(Utf8JsonWriter json)
    {
        var given = Reasons.Where(reason => !string.IsNullOrWhiteSpace(reason.Value)).ToList();
        if (given.Count == 0)
            return;
        json.WriteStartObject("reasons"u8);
        foreach (var (code, reason) in given)
            json.WriteString(code, reason.Trim());
        json.WriteEndObject();
    }

    private void Fill(JsonElement submission)
    {
        Clear();
        foreach (var property in submission.EnumerateObject())
        {
            switch (property.Name.ToLowerInvariant())
            {
                case "department":
                    Department = property.Value.GetString() ?? "";
                    break;
                case "subject":
                    Subject = property.Value.GetString() ?? "";
                    break;
                case "period":
                    Period = property.Value.GetString() ?? "";
                    break;
                case "data" when property.Value.ValueKind == JsonValueKind.Object:
                    FillFields(property.Value);
                    break;
                case "reasons" when property.Value.ValueKind == JsonValueKind.Object:
                    foreach (var reason in property.Value.EnumerateObject().Where(reason => reason.Value.ValueKind == JsonValueKind.String))
                        Reasons[reason.Name] = reason.Value.GetString()!; // it is a text
                    break;
                case "reported" when property.Value.ValueKind == JsonValueKind.Object:
                    Reported.Fill(property.Value);
                    break;
                case var name when Carried.Contains(name):
                    carried[name] = property.Value.Clone();
                    break;
            }
        }
    }

    private void FillFields(JsonElement data)
    {
        var byName = Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        foreach (var property in data.EnumerateObject())
        {
            if (byName.TryGetValue(Language.Syntax.Names.Normalize(property.Name), out var field))
                field.Fill(property.Value);
        }
    }

    private static void WriteUnlessEmpty(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
            json.WriteString(name, text);
    }
}
