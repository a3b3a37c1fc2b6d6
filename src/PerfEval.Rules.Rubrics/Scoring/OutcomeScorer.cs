using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>Total and grade after overrides.</summary>
internal sealed record Outcome(ScoreRange? Range, decimal? FullScore, string? Grade, ImmutableArray<OverrideResult> Overrides);

/// <summary>The last pass: overrides lower the total, the grade is taken from what is left.</summary>
internal static class OutcomeScorer
{
    public static Outcome Score(Evaluation evaluation, RuleTree rules)
    {
        var rubric = evaluation.Rubric;
        if (!rubric.IsScored)
        {
            LayScores(evaluation, rules, null);
            return new(null, null, null, []);
        }

        var total = TotalScorer.Score(rubric, rules.Top);
        LayScores(evaluation, rules, total.Range);
        List<(LinkedOverride Item, Value Holds)> results =
            rubric.Overrides.IsEmpty ? [] : [.. rubric.Overrides.Select(item => (Item: item, Holds: evaluation.Find(item.When, null))).Where(result => !result.Holds.IsFalse)];
        var range = total.Range;
        foreach (var (item, holds) in results)
            range = Lower(range, item.Definition.MaxTotal, (ShareOf(rubric, total.LeastFullScore), ShareOf(rubric, total)), rubric.TotalRounding, holds.IsTrue);
        return new(range, total.FullScore, GradeOf(rubric, range, total, results), [.. results.Select(result => Describe(evaluation, result.Item, result.Holds))]);
    }

    /// <summary>The grade of a score out of the full score, or null without grades.</summary>
    public static string? GradeOf(CompiledRubric rubric, decimal score) =>
        rubric.Document.Grades.FirstOrDefault(grade => score >= grade.From)?.Name;

    /// <summary>The grade of a total without overrides, or null where it has no single one.</summary>
    public static string? GradeOf(CompiledRubric rubric, TotalScore total) =>
        rubric.Document.Grades.IsEmpty || total is not { Range: { } range, FullScore: not null } ? null : GradeOf(rubric, range, ShareOf(rubric, total));

    private static string? GradeOf(CompiledRubric rubric, ScoreRange range, decimal share)
    {
        if (share == 0)
            return null;
        var (low, high) = (GradeOf(rubric, Rounding.Exact(range.Min / share)), GradeOf(rubric, Rounding.Exact(range.Max / share)));
        return low == high ? low : null;
    }

    // `total`, `score("…")` and `share("…")` for overrides and checks; what is open is a gap with its range.
    private static void LayScores(Evaluation evaluation, RuleTree rules, ScoreRange? total)
    {
        var slots = evaluation.Frame.Slots;
        if (evaluation.Rubric.TotalSymbol is { } symbol)
            slots[symbol.Slot] = total is { IsPoint: true } point ? Value.Of(point.Min) : Open(total, "total", [.. rules.Top.SelectMany(rule => rule.Missing.Gaps)]);
        if (evaluation.Rubric.ScoresSymbol is { } scores)
            slots[scores.Slot] = Value.Of(new Table(ScoringTables.Scores, () => [.. rules.All.Where(rule => rule.Rule.Kind != RuleKind.Information).Select(RowOf)]));
    }

    private static Row RowOf(RuleInstance rule)
    {
        var weight = rule.EffectiveWeight is { } effective && effective != 0 ? effective : (decimal?)null;
        var range = rule.Status == RuleStatus.NotApplicable ? null : rule.Range;
        ScoreRange? share = weight is { } w && range is { } r ? new(r.Min / w, r.Max / w) : null;
        return new([Value.Of(rule.Code), ValueOf(range, rule.Code, rule.Missing.Gaps), ValueOf(share, rule.Code, rule.Missing.Gaps)], rule.Code);
    }

    private static Value ValueOf(ScoreRange? range, string name, ImmutableArray<Gap> gaps) =>
        range is { IsPoint: true } point ? Value.Of(point.Min) : Open(range, name, gaps);

    private static Value Open(ScoreRange? range, string name, ImmutableArray<Gap> gaps)
    {
        var reach = range is { } known ? Interval.Closed(known.Min, known.Max) : Interval.All;
        var named = gaps.IsEmpty ? [new Gap(name)] : gaps;
        return Value.Missing(named.Aggregate(Absence.Unnamed, (absence, gap) => absence.And(Absence.Of(gap with { Range = reach, IsBound = range is not null }))));
    }

    // A share of a cap is a total, and has its digits; it is never rounded up beyond the cap.
    private static ScoreRange? Lower(ScoreRange? range, decimal? cap, (decimal Least, decimal Most) shares, RoundingRule rounding, bool holds)
    {
        if (range is not { } now || cap is not { } most)
            return range;
        return new(Math.Min(now.Min, CapOf(shares.Least)), holds ? Math.Min(now.Max, CapOf(shares.Most)) : now.Max);

        decimal CapOf(decimal share) => share == 1 ? most : Rounding.Apply(most * share, rounding with { Mode = RoundingMode.Down });
    }

    // Grades and caps are read as shares of the full score when what does not apply is excluded.
    private static decimal ShareOf(CompiledRubric rubric, TotalScore total) => ShareOf(rubric, total.FullScore);

    private static decimal ShareOf(CompiledRubric rubric, decimal? fullScore) =>
        rubric.Policy == NotApplicablePolicy.Exclude && fullScore is { } full && rubric.FullScore != 0 ? full / rubric.FullScore : 1;

    private static string? GradeOf(CompiledRubric rubric, ScoreRange? range, TotalScore total, List<(LinkedOverride Item, Value Holds)> overrides)
    {
        var graded = overrides.Where(result => result.Item.Definition.Grade is not null).ToList();
        if (range is not { } final || total.FullScore is null || graded.Exists(result => !result.Holds.IsTrue))
            return null;
        if (graded is [.., var last])
            return last.Item.Definition.Grade;
        return GradeOf(rubric, final, ShareOf(rubric, total));
    }

    private static OverrideResult Describe(Evaluation evaluation, LinkedOverride item, Value holds) =>
        new(
            item.Definition.Name,
            holds.IsTrue ? RuleStatus.Scored : holds.IsFailed ? RuleStatus.Failed : RuleStatus.Undetermined,
            item.Definition.MaxTotal,
            item.Definition.Grade,
            item.Message?.Fill(evaluation.Frame))
        {
            Missing = holds.IsMissing ? [.. Sentences.Names(holds.Absence)] : [],
        };
}
