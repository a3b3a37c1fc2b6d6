using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>JSON objects to the document's records, property by property in their fixed order.</summary>
internal static partial class DocumentReader
{
    public static Rubric ReadRubric(PropertyReader json) => new()
    {
        WorkflowName = json.RequiredText("WorkflowName"),
        Title = json.Text("Title"),
        Description = json.Text("Description"),
        Source = json.Text("Source"),
        Region = ReadRegion(json),
        Year = json.RequiredWhole("Year", 1949, 9999),
        Scope = json.RequiredText("Scope"),
        Version = json.RequiredText("Version"),
        Supersedes = json.Text("Supersedes"),
        ChangeNote = json.Text("ChangeNote"),
        EffectiveFrom = json.Date("EffectiveFrom"),
        FullScore = json.Points("FullScore"),
        Rounding = json.Object("Rounding", ReadRounding),
        NotApplicable = json.Word<NotApplicablePolicy>("NotApplicable"),
        TotalRange = json.Object("TotalRange", range => new TotalRange(range.Points("Min"), range.Points("Max"))),
        Grades = json.Objects("Grades", grade => new Grade(grade.RequiredText("Name"), grade.RequiredPoints("From"))),
        GradeGroups = json.Flag("GradeGroups"),
        Overrides = json.Objects("Overrides", ReadOverride),
        Tables = json.Objects("Tables", ReadTable),
        Scales = json.Objects("Scales", scale => new Scale(scale.RequiredText("Name"), ReadBands(scale, "Bands")) { Path = scale.Path }),
        Inputs = json.Objects("Inputs", ReadInput),
        GlobalParams = json.Objects("GlobalParams", ReadParam),
        Checks = json.Objects("Checks", ReadCheck),
        Rules = json.Objects("Rules", ReadRule),
    };

    private static Region ReadRegion(PropertyReader json)
    {
        var region = json.Object("Region", region => new Region(region.RequiredText("Code"), region.Text("Name")));
        if (region is null)
            json.Diagnostics.Missing(json.Path, "Region");
        return region ?? new("", null);
    }

    private static RoundingRules ReadRounding(PropertyReader json) => new()
    {
        Rule = json.Object("Rule", ReadRoundingRule),
        KeepsRulesUnrounded = json.Ask("Rule") is JsonNull,
        Total = json.Object("Total", ReadRoundingRule),
        Weight = json.Object("Weight", ReadRoundingRule),
    };

    private static RoundingRule ReadRoundingRule(PropertyReader json) => new(json.Whole("Digits", 0, 10), json.Word<RoundingMode>("Mode"));

    private static Override ReadOverride(PropertyReader json) => new(
        json.RequiredText("Name"), json.RequiredSourced("When"), json.Points("MaxTotal"), json.Text("Grade"), json.Sourced("Message"));

    private static TableDefinition ReadTable(PropertyReader json)
    {
        var (name, key) = (json.RequiredText("Name"), json.Text("Key"));
        var columns = json.Objects("Columns", column => new TableColumn(column.RequiredText("Name"), column.Word<InputType>("Type"), column.Text("Unit")));
        return new(name, key, columns, [.. json.Nodes("Rows").Select(row => ReadCells(json, row.Node, row.Path, columns.Length))]) { Path = json.Path };
    }

    private static ImmutableArray<object?> ReadCells(PropertyReader json, JsonNode row, string path, int columns)
    {
        if (row is JsonArray cells)
            return [.. cells.Items.Select((cell, i) => Constant(json, cell, $"{path}/{i}"))];
        json.Diagnostics.WrongType(path, new("数组，每列一个值", "an array with a value per column"));
        return [.. Enumerable.Repeat((object?)null, columns)];
    }

    // Text, number, flag, or several texts, as written; null for none.
    private static object? Constant(PropertyReader json, JsonNode? node, string path)
    {
        switch (node)
        {
            case null or JsonNull:
                return null;
            case JsonText text:
                return text.Value;
            case JsonNumber { Value: { } number } when PropertyReader.IsInRange(number):
                return number;
            case JsonFlag flag:
                return flag.Value;
            case JsonArray texts when texts.Items.All(item => item is JsonText):
                return texts.Items.Select(item => ((JsonText)item).Value).ToImmutableArray();
            default:
                json.Diagnostics.WrongType(path, new("文本、数字、true、false 或文本数组", "a text, a number, true, false or an array of texts"));
                return null;
        }
    }

    private static ImmutableArray<Band> ReadBands(PropertyReader json, string name) => json.Objects(name, ReadBand);

    private static Band ReadBand(PropertyReader json) => new(
        json.RequiredText("Name"), json.RequiredPoints("From"), json.RequiredPoints("To"), json.Flag("FromIncluded"), json.Flag("ToIncluded"));

    private static Param ReadParam(PropertyReader json) => new(
        json.RequiredText("Name"), json.RequiredSourced("Expression"), json.Text("Unit"), json.Whole("Digits", 0, 10), json.Text("Description"))
    {
        Path = json.Path,
    };

    private static Input ReadInput(PropertyReader json)
    {
        var choicesFrom = (json.Ask("Choices") as JsonText)?.Value;
        return new()
        {
            Name = json.RequiredText("Name"),
            Label = json.Text("Label"),
            Description = json.Text("Description"),
            Type = json.Word<InputType>("Type") ?? Missing(json),
            Unit = json.Text("Unit"),
            Required = json.Flag("Required"),
            RequiredWhen = json.Sourced("RequiredWhen"),
            Default = Constant(json, json.Ask("Default"), json.PathOf("Default")),
            Min = json.Number("Min"),
            Max = json.Number("Max"),
            MinExclusive = json.Number("MinExclusive"),
            MaxExclusive = json.Number("MaxExclusive"),
            Digits = json.Whole("Digits", 0, 10),
            MaxLength = json.Whole("MaxLength", 1, 100_000),
            Choices = choicesFrom is null ? json.Texts("Choices") : [],
            ChoicesFrom = choicesFrom,
            Columns = json.Objects("Columns", ReadInput),
            Key = json.Text("Key"),
            Judgement = json.Flag("Judgement"),
            Source = json.Text("Source"),
            From = json.Object("From", from => new InputOrigin(from.RequiredText("Scope"), from.Whole("Year", -1, 0), from.RequiredText("Value"), from.Flag("PerSubject"))),
            Path = json.Path,
        };
    }

    private static InputType Missing(PropertyReader json)
    {
        if (json.Ask("Type") is null)
            json.Diagnostics.Missing(json.Path, "Type");
        return InputType.Text;
    }
}
