using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Cases;

/// <summary>Reads what a case expects; figures keep the digits written.</summary>
internal static class ExpectationReader
{
    private static readonly Bilingual AScalar = new("数字、文本、true、false 或 null", "a number, a text, true, false or null");
    private static readonly Bilingual ANumber = new("数字或 null", "a number or null");
    private static readonly Bilingual AText = new("文本或 null", "a text or null");

    public static Expectation Read(PropertyReader reader) => new()
    {
        Total = Figure(reader, "Total", IsNumber, ANumber),
        Range = reader.Object("Range", range => new ExpectedRange(Figure(range, "Min", IsNumber, ANumber), Figure(range, "Max", IsNumber, ANumber))),
        Grade = Figure(reader, "Grade", node => node is JsonText, AText),
        Scores = Entries(reader, "Scores", IsNumber, ANumber),
        Statuses = Statuses(reader),
        Values = Entries(reader, "Values", node => node is JsonNumber { Value: not null } or JsonText or JsonFlag, AScalar),
        FailedChecks = Codes(reader, "FailedChecks"),
        Findings = Codes(reader, "Findings"),
        Rejected = Codes(reader, "Rejected"),
    };

    private static bool IsNumber(JsonNode node) => node is JsonNumber { Value: not null };

    private static ExpectedFigure? Figure(PropertyReader reader, string name, Func<JsonNode, bool> fits, Bilingual needed) =>
        reader.Ask(name) is { } node ? Figure(node, reader.PathOf(name), fits, needed, reader.Diagnostics) : null;

    private static ExpectedFigure? Figure(JsonNode node, string path, Func<JsonNode, bool> fits, Bilingual needed, RubricDiagnosticBag diagnostics)
    {
        if (node is JsonNull)
            return new(null);
        if (fits(node))
            return new(Write(node));
        diagnostics.WrongType(path, needed);
        return null;
    }

    private static string Write(JsonNode scalar) => scalar switch
    {
        JsonText text => text.Value,
        JsonNumber { Value: { } number } => number.ToString(CultureInfo.InvariantCulture),
        JsonFlag { Value: true } => "true",
        _ => "false",
    };

    private static ImmutableArray<KeyValuePair<string, ExpectedFigure>> Statuses(PropertyReader reader)
    {
        var statuses = Entries(reader, "Statuses", node => node is JsonText, AText);
        foreach (var (code, status) in statuses.Where(entry => !Enum.GetNames<RuleStatus>().Contains(entry.Value.Written)))
            reader.Diagnostics.UnknownWord(JsonPointer.Append(reader.PathOf("Statuses"), code), status.Written ?? "null", Enum.GetNames<RuleStatus>());
        return statuses;
    }

    /// <summary>An object of free names.</summary>
    private static ImmutableArray<KeyValuePair<string, ExpectedFigure>> Entries(PropertyReader reader, string name, Func<JsonNode, bool> fits, Bilingual needed)
    {
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, ExpectedFigure>>();
        var node = reader.Ask(name);
        if (node is not (null or JsonNull or JsonObject))
            reader.Diagnostics.WrongType(reader.PathOf(name), new("对象", "an object"));
        foreach (var member in (node as JsonObject)?.Members ?? [])
        {
            var path = JsonPointer.Append(reader.PathOf(name), member.Name);
            if (entries.Any(entry => entry.Key == member.Name))
                reader.Diagnostics.DuplicateProperty(path, member.Name);
            else if (Figure(member.Value, path, fits, needed, reader.Diagnostics) is { } figure)
                entries.Add(new(member.Name, figure));
        }

        return entries.ToImmutable();
    }

    private static ImmutableArray<string>? Codes(PropertyReader reader, string name) =>
        reader.Ask(name) is null or JsonNull ? null : reader.Texts(name);
}
