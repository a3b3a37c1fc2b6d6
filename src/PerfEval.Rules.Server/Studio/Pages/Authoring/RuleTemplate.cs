using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace PerfEval.Rules.Server.Studio.Pages.Authoring;

/// <summary>A way of scoring to begin an indicator with (指标模板): the rule, and the inputs that it reads.</summary>
/// <param name="Name">Its text is <c>Template.</c> and this; the expression's <c>Template.</c>, this and <c>.Score</c>.</param>
internal sealed record RuleTemplate(string Name, ImmutableArray<(string Text, string Type, string Unit)> Inputs)
{
    private const int ProposedWeight = 5;
    private const int KeyPoints = 3;
    private const int PointsEach = 2;

    public static ImmutableArray<RuleTemplate> All { get; } =
    [
        new("Blank", []),
        new("Ratio", [("Template.Actual", "Number", ""), ("Template.Planned", "Number", "")]),
        new("Bands", [("Template.Rate", "Number", "%")]),
        new("Deduction", [("Template.Faults", "Number", "")]),
        new("Veto", [("Template.Violation", "Bool", "")]),
        new("KeyPoints", []),
        new("Points", []),
        new("Group", []),
    ];

    /// <summary>The rule as JSON.</summary>
    /// <param name="code">A code that nothing else has.</param>
    public string Write(Texts texts, string code)
    {
        var rule = new JsonObject { ["RuleName"] = texts["Template." + Name].Value, ["Code"] = code, ["Weight"] = ProposedWeight };
        switch (Name)
        {
            case "Points":
                rule["Judged"] = Name;
                break;
            case "KeyPoints":
                rule["Weight"] = KeyPoints * PointsEach;
                rule["Rules"] = new JsonArray([.. Enumerable.Range(0, KeyPoints).Select(i => KeyPoint(texts, code, i))]);
                break;
            case "Group":
                rule["Rules"] = new JsonArray(new JsonObject { ["RuleName"] = texts["Template.Blank"].Value, ["Code"] = code + "a", ["Weight"] = ProposedWeight, ["Score"] = nameof(Rubrics.Documents.Rule.Weight) });
                break;
            case "Veto":
                rule["Score"] = nameof(Rubrics.Documents.Rule.Weight);
                rule["ZeroWhen"] = texts["Template.Violation"].Value;
                break;
            default:
                rule["Score"] = texts["Template." + Name + ".Score"].Value;
                break;
        }

        return DocumentTree.Write(rule) ?? "";
    }

    /// <summary>The inputs as JSON, but for those of a name that is taken.</summary>
    public IEnumerable<string> WriteInputs(Texts texts, IReadOnlySet<string> taken) =>
        from input in Inputs
        let name = texts[input.Text].Value
        where !taken.Contains(name)
        let element = new JsonObject { [nameof(Name)] = name, ["Type"] = input.Type, ["Unit"] = input.Unit.Length == 0 ? null : input.Unit, ["Min"] = input.Type == "Number" ? 0 : null }
        select DocumentTree.Write(WithoutAbsent(element))!; // an object is written

    // One point of the criteria (要点), which is met or not.
    private static JsonObject KeyPoint(Texts texts, string code, int index) => new JsonObject
    {
        ["RuleName"] = texts["Template.KeyPoint", index + 1].Value,
        ["Code"] = code + (char)('a' + index),
        ["Weight"] = PointsEach,
        ["Judged"] = "YesNo",
    };

    private static JsonObject WithoutAbsent(JsonObject element)
    {
        foreach (var absent in element.Where(property => property.Value is null).Select(property => property.Key).ToList())
            element.Remove(absent);
        return element;
    }
}
