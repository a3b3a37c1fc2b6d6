using System.Globalization;
using System.Text.Json;

namespace PerfEval.Rules.Server.Studio.Pages.Evaluation;

/// <summary>What a department reports beside its data (自评), to be held against what the rules give.</summary>
public sealed class ReportedForm
{
    private readonly SortedDictionary<string, string> scores = new(StringComparer.Ordinal);
    private JsonElement? values;
    private string? grade;

    public string Total { get; set; } = "";

    public bool IsEmpty => Total.Length == 0 && scores.Count == 0 && values is null && grade is null;

    /// <summary>The reported score of a rule as typed; empty: none.</summary>
    public string ScoreOf(string code) => scores.GetValueOrDefault(code, "");

    public void SetScore(string code, string typed)
    {
        if (typed.Trim().Length == 0)
            scores.Remove(code);
        else
            scores[code] = typed.Trim();
    }

    public void Clear()
    {
        scores.Clear();
        (Total, values, grade) = ("", null, null);
    }

    public void Fill(JsonElement reported)
    {
        if (reported.TryGetProperty("scores", out var given) && given.ValueKind == JsonValueKind.Object)
        {
            foreach (var score in given.EnumerateObject())
                SetScore(score.Name, score.Value.ToString());
        }

        if (reported.TryGetProperty("total", out var total))
            Total = total.ToString();
        values = reported.TryGetProperty("values", out var shown) ? shown.Clone() : null;
        grade = reported.TryGetProperty("grade", out var named) ? named.GetString() : null;
    }

    /// <summary>Writes what is a number; what is still being typed is left out.</summary>
    public void Write(Utf8JsonWriter json)
    {
        if (IsEmpty)
            return;
        json.WriteStartObject("reported"u8);
        json.WriteStartObject("scores"u8);
        foreach (var (code, typed) in scores)
            WriteNumber(json, code, typed);
        json.WriteEndObject();
        if (values is { } shown)
        {
            json.WritePropertyName("values"u8);
            shown.WriteTo(json);
        }

        WriteNumber(json, "total", Total);
        if (grade is not null)
            json.WriteString("grade"u8, grade);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, string typed)
    {
        if (decimal.TryParse(typed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            json.WriteNumber(name, number);
    }
}
