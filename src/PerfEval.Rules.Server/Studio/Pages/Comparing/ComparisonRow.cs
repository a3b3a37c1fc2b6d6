using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Server.Studio.Pages.Evaluation;

namespace PerfEval.Rules.Server.Studio.Pages.Comparing;

/// <summary>A rule of a comparison as it is listed.</summary>
/// <param name="Level">How many rules it lies within, in the first rubric that has it.</param>
/// <param name="Differs">Whether any column has something else than the first, or the rule itself was changed in more than its wording.</param>
internal sealed record ComparisonRow(ComparedRule Rule, int Level, bool Differs)
{
    public static ImmutableArray<ComparisonRow> Of(SubmissionComparison comparison)
    {
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in comparison.Rubrics)
            Measure(column.Scorecard?.Rules ?? [], 0, levels);
        var taken = comparison.Rubrics.Count(column => column.Scorecard is not null);
        return [.. comparison.Rules.Select(rule => new ComparisonRow(rule, levels.GetValueOrDefault(rule.Code), DiffersIn(rule, taken)))];
    }

    private static bool DiffersIn(ComparedRule rule, int columns) =>
        rule.Changes.Any(change => change.Change.Consequence > VersionPart.Patch) || rule.Scores.Length < columns || rule.Scores.Select(cell => ScoreText.ValueOf(cell.Rule)).Distinct(StringComparer.Ordinal).Count() > 1;

    private static void Measure(ImmutableArray<RuleScore> rules, int level, Dictionary<string, int> levels)
    {
        foreach (var rule in rules)
        {
            levels.TryAdd(rule.Code, level);
            Measure(rule.Rules, level + 1, levels);
        }
    }
}
