using System.Globalization;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Reading;

internal static partial class DocumentReader
{
    private static Rule ReadRule(PropertyReader json)
    {
        var weight = json.Ask("Weight");
        return new()
        {
            RuleName = json.RequiredSourced("RuleName"),
            Code = json.Sourced("Code"),
            Weight = weight is JsonText or JsonArray ? null : json.Points("Weight"),
            WeightExpression = weight is JsonText or JsonArray ? json.Sourced("Weight") : null,
            Min = json.Points("Min"),
            Description = json.Text("Description"),
            Criteria = json.Text("Criteria"),
            Kind = json.Word<RuleKind>("Kind"),
            Score = json.Sourced("Score"),
            Expression = json.Sourced("Expression"),
            Judged = ReadJudged(json),
            NotApplicableWhen = json.Sourced("NotApplicableWhen"),
            ZeroWhen = json.Sourced("ZeroWhen"),
            FullWhen = json.Sourced("FullWhen"),
            WhenNotApplicable = json.Word<WhenNotApplicable>("WhenNotApplicable"),
            ForEach = json.Sourced("ForEach"),
            ReasonWhen = json.Sourced("ReasonWhen"),
            Optional = json.Flag("Optional"),
            LocalParams = json.Objects("LocalParams", ReadParam),
            Enabled = json.Flag("Enabled"),
            RuleExpressionType = json.Word<RuleExpressionType>("RuleExpressionType"),
            ErrorMessage = json.Sourced("ErrorMessage"),
            Rules = json.Objects("Rules", ReadRule),
            Path = json.Path,
        };
    }

    // "Points", "YesNo", the name of a scale, or bands: an array of them, or an object with Bands.
    private static Judged? ReadJudged(PropertyReader json)
    {
        switch (json.Ask("Judged"))
        {
            case null or JsonNull:
                return null;
            case JsonText { Value: "Points" }:
                return new(JudgedForm.Points, null, []);
            case JsonText { Value: "YesNo" }:
                return new(JudgedForm.YesNo, null, []);
            case JsonText scale:
                return new(JudgedForm.Scale, scale.Value, []);
            case JsonArray:
                return new(JudgedForm.Scale, null, ReadBands(json, "Judged"));
            case JsonObject bands:
                return json.ObjectOf(bands, json.PathOf("Judged"), inner => new Judged(JudgedForm.Scale, null, ReadBands(inner, "Bands")));
            default:
                json.Diagnostics.WrongType(json.PathOf("Judged"), new("\"Points\"、\"YesNo\"、分档名称或分档", "\"Points\", \"YesNo\", the name of a scale, or bands"));
                return new(JudgedForm.Points, null, []); // in its place, so that nothing else is said of it
        }
    }

    private static Check ReadCheck(PropertyReader json)
    {
        var number = json.Ask("Tolerance") as JsonNumber;
        return new()
        {
            Name = json.RequiredSourced("Name"),
            Code = json.Text("Code"),
            When = json.Sourced("When"),
            ForEach = json.Sourced("ForEach"),
            Expression = json.RequiredSourced("Expression"),
            Severity = json.Word<CheckSeverity>("Severity"),
            Tolerance = number is { Value: { } value } && PropertyReader.IsInRange(value) ? new(value.ToString(CultureInfo.InvariantCulture), json.PathOf("Tolerance")) : json.Sourced("Tolerance"),
            ToleranceIsNumber = number is not null,
            ErrorMessage = json.Sourced("ErrorMessage"),
            Path = json.Path,
        };
    }
}
