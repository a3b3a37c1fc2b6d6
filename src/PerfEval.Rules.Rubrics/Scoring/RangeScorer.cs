using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>
/// The third pass, where something is open: the range of every rule over the outcomes still possible. Sound: whatever is supplied later, the score lies in it.
/// </summary>
internal sealed class RangeScorer(Evaluation evaluation)
{
    /// <summary>Gives every rule its range, children before parents.</summary>
    public void FindRanges(List<RuleInstance> rules)
    {
        foreach (var rule in rules)
            FindRange(rule);
    }

    /// <summary>The one score that every value within the submitted bounds gives, or null.</summary>
    public decimal? FindPoint(RuleInstance rule)
    {
        if (rule.Rule.IsScript || (rule.EffectiveWeight is not { } effective && rule.Weight is not null))
            return null;
        effective = rule.EffectiveWeight ?? 0;
        var bounds = BoundsOfPoints(rule);
        if (bounds is not { MayFail: false, MayBeMissing: false, Numbers: not null })
            return null;
        var range = Round(Reach(rule, bounds), rule, new(effective, effective));
        return range.IsPoint ? range.Min : null;
    }

    private void FindRange(RuleInstance rule)
    {
        if (rule.Rule.IsPerRow)
            evaluation.Enter(rule);
        FindRanges(rule.Children);
        if (rule.Rule.Kind == RuleKind.Information || rule.Status == RuleStatus.NotApplicable)
            return;
        if (rule.Rule.IsPerRow)
            evaluation.Enter(rule);
        rule.Range = RangeOf(rule);
    }

    private ScoreRange RangeOf(RuleInstance rule)
    {
        if (rule is { Decision: Decision.NotApplicable, Score: { } full })
            return new(full, full);
        var weights = rule.EffectiveWeight is { } effective ? new(effective, effective) : rule.EffectiveRange;
        if (rule.StandsForRows || (rule.Trouble.IsMissing && rule.Weight is null))
            return OfAllRows(rule, weights);
        if (rule.Status == RuleStatus.Failed || rule.Trouble.IsMissing)
            return Round(Whole(rule), rule, weights);
        return Outcomes(rule, weights);
    }

    // As many rows as there may be, each with its least, and all the weight that they may have.
    private ScoreRange OfAllRows(RuleInstance rule, ScoreRange weights)
    {
        var least = Math.Min(0, rule.Rule.Min) * (rule.StandsForRows ? SubmissionPass.MaxEntries : 1);
        return rule.Weight is { } weight
            ? Round(new(least, weight), rule, weights)
            : new(least, rule.IsScoredKind ? evaluation.Rubric.FullScore : RuleInstance.MostPoints);
    }

    // The union over ZeroWhen, FullWhen and the points themselves, as far as each may be reached.
    private ScoreRange Outcomes(RuleInstance rule, ScoreRange weights)
    {
        ScoreRange? union = rule.IsFullWhenNotApplicable && rule.Applies == Applicability.Unknown ? Round(new(rule.Weight ?? 0, rule.Weight ?? 0), rule, weights) : null;
        foreach (var (condition, points) in new[] { (rule.Rule.ZeroWhen, 0m), (rule.Rule.FullWhen, rule.Weight ?? 0) })
        {
            if (condition is null)
                continue;
            var holds = evaluation.BoundsOf(condition, rule);
            if (holds.MayFail || holds.MayBeMissing)
                return Round(Whole(rule), rule, weights);
            if (holds.MayBeTrue)
                union = Union(union, Round(new(rule.Clamp(points), rule.Clamp(points)), rule, weights));
            if (!holds.MayBeFalse)
                return union ?? Round(Whole(rule), rule, weights);
        }

        return Union(union, Computed(rule, weights));
    }

    private ScoreRange Computed(RuleInstance rule, ScoreRange weights)
    {
        // A script cannot be asked what else it might come to: it is settled where nothing that it reads can change, and open otherwise.
        if (rule.Rule.IsScript)
            return rule.Score is { } score && !MayChange(rule) ? new(score, score) : Round(Whole(rule), rule, weights);
        if (rule.Rule.IsPlainParent || rule.Rule is { Score: null, Condition: null })
            return Sum(rule, weights);
        return Round(Reach(rule, BoundsOfPoints(rule)), rule, weights);
    }

    private bool MayChange(RuleInstance rule) => evaluation.MayChange(rule.Rule.ScriptInputs) || rule.Children.Exists(static child => child.Range is { IsPoint: false });

    private static ScoreRange Sum(RuleInstance rule, ScoreRange weights)
    {
        var (min, max) = (0m, 0m);
        foreach (var child in rule.Children.Where(child => child.Rule.Kind == rule.Rule.Kind && child.Range is not null))
        {
            var range = child.Range!.Value; // filtered above
            min += child.MayDropOut ? Math.Min(0, range.Min) : range.Min;
            max += child.MayDropOut ? Math.Max(0, range.Max) : range.Max;
        }

        if (rule.Weight is null)
            return new(Math.Max(rule.Rule.Min, min), Math.Max(rule.Rule.Min, max));
        return new(Math.Clamp(min, rule.Rule.Min, weights.Max), Math.Clamp(max, rule.Rule.Min, weights.Max));
    }

    private Bounds BoundsOfPoints(RuleInstance rule)
    {
        if (rule.Rule.ChildrenSymbol is { } children)
            evaluation.Frame.Slots[children.Slot] = ChildrenTable.Of(rule);
        if (rule.Rule.Score is { } score)
            return evaluation.BoundsOf(score, rule);
        var holds = evaluation.BoundsOf(rule.Rule.Condition!, rule); // one of the two is there
        var weight = rule.Weight ?? 0;
        return holds with { Numbers = Interval.Closed(holds.MayBeFalse ? 0 : weight, holds.MayBeTrue ? weight : 0) };
    }

    // What the bounds allow within [Min, Weight]; everything where they say too little.
    private static ScoreRange Reach(RuleInstance rule, Bounds bounds)
    {
        var whole = Whole(rule);
        if (bounds.MayFail || bounds.MayBeMissing || bounds.Numbers is not { } numbers)
            return whole;
        return new(
            numbers.Low is { } low ? Math.Clamp(low, whole.Min, whole.Max) : whole.Min,
            numbers.High is { } high ? Math.Clamp(high, whole.Min, whole.Max) : whole.Max);
    }

    private static ScoreRange Whole(RuleInstance rule) => new(rule.Rule.Min, Math.Max(rule.Rule.Min, rule.Weight ?? RuleInstance.MostPoints));

    // Scaled by every effective weight that is possible, then rounded; both are monotone.
    private ScoreRange Round(ScoreRange points, RuleInstance rule, ScoreRange weights)
    {
        var rounding = evaluation.Rubric.RuleRounding;
        if (rule.Weight is null)
            return new(Rounding.Apply(points.Min, rounding), Rounding.Apply(points.Max, rounding));
        var ends = new[] { rule.Scale(points.Min, weights.Min), rule.Scale(points.Min, weights.Max), rule.Scale(points.Max, weights.Min), rule.Scale(points.Max, weights.Max) };
        return new(Rounding.Apply(ends.Min(), rounding), Rounding.Apply(ends.Max(), rounding));
    }

    private static ScoreRange Union(ScoreRange? first, ScoreRange second) =>
        first is { } one ? new(Math.Min(one.Min, second.Min), Math.Max(one.Max, second.Max)) : second;
}
