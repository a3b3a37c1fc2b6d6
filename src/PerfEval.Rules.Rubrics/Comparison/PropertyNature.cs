using System.Collections.Frozen;

namespace PerfEval.Rules.Rubrics.Comparison;

/// <summary>What kind of change a change of a property is, and what it does to the version.</summary>
internal readonly record struct PropertyNature(ChangeKind Kind, VersionPart Consequence)
{
    private static readonly PropertyNature Wording = new(ChangeKind.Text, VersionPart.Patch);
    private static readonly PropertyNature Scale = new(ChangeKind.Setting, VersionPart.Major);
    private static readonly PropertyNature Points = new(ChangeKind.Weight, VersionPart.Major);
    private static readonly PropertyNature Computation = new(ChangeKind.Expression, VersionPart.Minor);
    private static readonly PropertyNature Figure = new(ChangeKind.Threshold, VersionPart.Minor);
    private static readonly PropertyNature Setting = new(ChangeKind.Setting, VersionPart.Minor);

    // What is not named here is a setting that may change a score.
    private static readonly FrozenDictionary<string, PropertyNature> Table = Rows().ToFrozenDictionary(row => row.Property, row => row.Nature, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Defaults = new Dictionary<string, string>
    {
        ["Rubric.FullScore"] = "100",
        ["Rubric.NotApplicable"] = "Rescale",
        ["Rubric.GradeGroups"] = "false",
        ["Rule.Kind"] = "Scored",
        ["Rule.Enabled"] = "true",
        ["Rule.Optional"] = "false",
        ["Rule.Min"] = "0",
        ["Rule.RuleExpressionType"] = "LambdaExpression",
        ["Check.Severity"] = "Error",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Of a property, <c>Rule.Score</c>.</summary>
    public static PropertyNature Of(string type, string property) =>
        type == "Row" ? Figure : Table.GetValueOrDefault($"{type}.{property}", Setting);

    /// <summary>Whether one side leaves out what the other writes as it is by default.</summary>
    public static bool IsDefault(string type, string property, string? old, string? @new) =>
        old is null != @new is null && Defaults.TryGetValue($"{type}.{property}", out var given) && (old ?? @new) == given;

    private static IEnumerable<(string Property, PropertyNature Nature)> Rows() =>
    [
        ("Rubric.Version", new(ChangeKind.Setting, VersionPart.None)),
        .. All(Wording, "Rubric", "Title", "Description", "Source", "Supersedes", "ChangeNote", "EffectiveFrom"),
        .. All(Scale, "Rubric", "WorkflowName", "Year", "Scope", "NotApplicable", "TotalRange"),
        .. All(Points, "Rubric", "FullScore"),
        .. All(Scale, "Region", "Code"),
        .. All(Wording, "Region", "Name"),
        .. All(Scale, "TotalRange", "Min", "Max"),
        .. All(Figure, "Grade", "From"),
        .. All(Computation, "Override", "When"),
        .. All(Figure, "Override", "MaxTotal"),
        .. All(Wording, "Override", "Message"),
        .. All(Figure, "Band", "From", "To", "FromIncluded", "ToIncluded"),
        .. All(Computation, "Param", "Expression"),
        .. All(Wording, "Param", "Description"),
        .. All(Wording, "Input", "Label", "Description", "Source"),
        .. All(Computation, "Input", "RequiredWhen"),
        .. All(Figure, "Input", "Min", "Max", "MinExclusive", "MaxExclusive"),
        .. All(Wording, "Check", "Name", "ErrorMessage"),
        .. All(Computation, "Check", "When", "ForEach", "Expression"),
        .. All(Figure, "Check", "Tolerance"),
        .. All(Wording, "Rule", "RuleName", "Description", "Criteria", "ErrorMessage"),
        .. All(Points, "Rule", "Weight"),
        .. All(Scale, "Rule", "Kind", "Enabled"),
        .. All(Figure, "Rule", "Min"),
        .. All(Computation, "Rule", "Score", "Expression", "NotApplicableWhen", "ZeroWhen", "FullWhen", "ForEach", "ReasonWhen"),
    ];

    private static IEnumerable<(string, PropertyNature)> All(PropertyNature nature, string type, params string[] properties) =>
        properties.Select(property => ($"{type}.{property}", nature));
}
