using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>The total and what it rests on.</summary>
/// <param name="Range">Rounded and clamped, before overrides; null when nothing applies.</param>
/// <param name="FullScore">Null while it is open what is excluded.</param>
/// <param name="LeastFullScore">The least that it may come to while it is open.</param>
internal sealed record TotalScore(ScoreRange? Range, decimal? FullScore, decimal? LeastFullScore = null);

/// <summary>The fourth pass: base, bonuses, penalties, bounds and rounding of the total.</summary>
internal static class TotalScorer
{
    public static TotalScore Score(CompiledRubric rubric, List<RuleInstance> rules)
    {
        return Conclude(rubric, Sum(rules, RuleKind.Scored), SumOfWeights(rules, new(rubric.FullScore, rubric.FullScore)), Sum(rules, RuleKind.Bonus), Sum(rules, RuleKind.Penalty));
    }

    /// <summary>The total from its parts.</summary>
    /// <param name="points">Of the scored rules.</param>
    /// <param name="applicable">Their weight, as far as it applies.</param>
    public static TotalScore Conclude(CompiledRubric rubric, ScoreRange points, ScoreRange applicable, ScoreRange bonus, ScoreRange penalty)
    {
        if (applicable.Max <= 0)
            return new(null, null);
        var full = rubric.Policy == NotApplicablePolicy.Exclude ? applicable : new(rubric.FullScore, rubric.FullScore);
        var adjusted = rubric.Policy == NotApplicablePolicy.Exclude ? points : Rescale(points, applicable, rubric.FullScore);
        return new(
            new(
                Finish(rubric, adjusted.Min + bonus.Min - penalty.Max, full.Min),
                Finish(rubric, adjusted.Max + bonus.Max - penalty.Min, full.Max)),
            full.IsPoint ? full.Min : null,
            full.Min);
    }

    private static decimal Finish(CompiledRubric rubric, decimal total, decimal full)
    {
        var range = rubric.Document.TotalRange;
        // Where applicability has shrunk the full score below a declared minimum, the minimum holds.
        var least = range?.Min ?? 0;
        return Rounding.Apply(Math.Clamp(total, least, Math.Max(least, range?.Max ?? full)), rubric.TotalRounding);
    }

    private static ScoreRange Sum(List<RuleInstance> rules, RuleKind kind)
    {
        var (min, max) = (0m, 0m);
        foreach (var rule in rules)
        {
            if (rule.Rule.Kind != kind)
                continue;
            var range = rule.Range ?? new(0, 0);
            min += rule.MayDropOut ? Math.Min(0, range.Min) : range.Min;
            max += rule.MayDropOut ? Math.Max(0, range.Max) : range.Max;
        }

        return new(min, max);
    }

    // base × FullScore ÷ applicable weight; over the corners, since what applies may be open too.
    private static ScoreRange Rescale(ScoreRange points, ScoreRange applicable, decimal full)
    {
        if (applicable is { IsPoint: true } && applicable.Min == full)
            return points;
        // Nearly nothing may apply, and weigh as much as all: what is below zero then has no bound of its own.
        if (applicable.Min <= 0)
            return new(points.Min < 0 ? -RuleInstance.MostPoints : 0, full);
        var ends = new[] { points.Min * full / applicable.Min, points.Min * full / applicable.Max, points.Max * full / applicable.Min, points.Max * full / applicable.Max };
        return new(ends.Min(), applicable.IsPoint ? ends.Max() : Math.Min(full, ends.Max()));
    }

    /// <summary>The weight that applies within these rules: of a plain parent, what applies of its parts.</summary>
    /// <param name="whole">What their printed weights come to.</param>
    private static ScoreRange SumOfWeights(List<RuleInstance> rules, ScoreRange whole)
    {
        // Rows, or weights given by rows, are missing: together they have what is due, or what is due fails.
        if (rules.Exists(static rule => rule is { IsScoredKind: true, Weight: null, Trouble.IsKnown: false }))
            return rules.TrueForAll(AppliesThroughout) ? whole : new(0, whole.Max);
        // While it is open who shares, each counts with the weight it brought: it only moves between them.
        var isShared = rules.Exists(static rule => rule is { IsScoredKind: true, Weight: not null, EffectiveWeight: null }) && rules.Exists(static rule => rule is { IsScoredKind: true, Redistributes: true })
            && rules.Exists(static rule => rule is { IsScoredKind: true, Applies: Applicability.Yes });
        var (min, max) = (0m, 0m);
        foreach (var rule in rules)
        {
            if (!rule.IsScoredKind)
                continue;
            var weight = isShared ? SharedWeightOf(rule, whole.Max) : WeightOf(rule, whole.Max);
            min += rule.MayDropOut && !(isShared && rule.Redistributes) ? weight.Min - (isShared ? rule.Weight ?? 0 : rule.EffectiveRange.Max) : weight.Min;
            max += weight.Max;
        }

        return new(Math.Max(0, min), max);
    }

    // What has given its weight away has not taken it out of the sum.
    private static bool AppliesThroughout(RuleInstance rule) =>
        !rule.IsScoredKind || (rule.Applies == Applicability.Yes ? rule.Children.TrueForAll(AppliesThroughout) : rule is { Applies: Applicability.No, Redistributes: true });

    private static ScoreRange SharedWeightOf(RuleInstance rule, decimal most)
    {
        var brought = new ScoreRange(rule.Weight ?? 0, rule.Weight ?? 0);
        if (rule.Redistributes && (rule.Applies == Applicability.No || rule.Children.TrueForAll(AppliesThroughout)))
            return brought;
        var weight = WeightOf(rule, most);
        if (rule.Redistributes)
            return new(Math.Min(weight.Min, brought.Min), Math.Max(weight.Max, brought.Max));
        return rule.Applies != Applicability.No && rule.Children.TrueForAll(AppliesThroughout) ? brought : weight;
    }

    private static ScoreRange WeightOf(RuleInstance rule, decimal most)
    {
        if (rule.Status == RuleStatus.NotApplicable || (rule.Applies == Applicability.No && !rule.IsFullWhenNotApplicable))
            return new(0, 0);
        var own = rule.EffectiveWeight is { } effective ? new ScoreRange(effective, effective) : rule.EffectiveRange;
        if (rule is not { Rule.IsPlainParent: true, Decision: Decision.Computed, Trouble.IsKnown: true, Fault: null })
            return own;
        var parts = SumOfWeights(rule.Children, rule.Weight is null ? new(0, most) : own);
        var mayBeDecided = rule.Status == RuleStatus.Undetermined && (rule.Rule.ZeroWhen ?? rule.Rule.FullWhen) is not null;
        return mayBeDecided ? new(parts.Min, Math.Max(parts.Max, own.Max)) : parts;
    }
}
