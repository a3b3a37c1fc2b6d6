using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Server.Studio.Pages.Evaluation;

/// <summary>Scores as they are shown.</summary>
internal static class ScoreText
{
    private const string Nothing = "–";

    /// <summary>The points, or the range they lie in, or a dash.</summary>
    public static string Of(RuleScore rule) => Of(rule.Score, rule.Range);

    /// <summary>The same, or the value of a rule that gives no points.</summary>
    public static string ValueOf(RuleScore rule) => rule.Value is { } value ? ValueText.Format(value.Value, value.Format, withUnit: true) : Of(rule);

    /// <inheritdoc cref="Of(RuleScore)"/>
    public static string Of(decimal? score, ScoreRange? range) =>
        score is { } points ? Points.Of(points)
        : range is not { } open ? Nothing
        : open.IsPoint ? Points.Of(open.Min)
        : $"{Points.Of(open.Min)}–{Points.Of(open.Max)}";

    /// <summary>The style of a rule's line.</summary>
    public static string StyleOf(RuleScore rule) => rule switch
    {
        { Kind: RuleKind.Information } => "",
        { Status: RuleStatus.Failed } => "bad",
        { Status: RuleStatus.Undetermined } => "warn",
        { Status: RuleStatus.NotApplicable } => "muted",
        { PointsLost: > 0 } => "bad",
        _ => "",
    };
}
