using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>The second pass: the status and points of every rule, children before parents.</summary>
internal sealed class RuleScorer(Evaluation evaluation)
{
    private static readonly Bilingual NoScripts = new("没有启用 C# 脚本", "C# scripts are not enabled");

    public void Score(List<RuleInstance> rules, RuleInstance? parent = null, bool overruled = false)
    {
        WeightDistribution.Distribute(rules, parent, evaluation.Rubric.WeightRounding);
        foreach (var rule in rules)
            Score(rule, overruled);
    }

    private void Score(RuleInstance rule, bool overruled)
    {
        rule.Overruled = overruled;
        if (rule.Rule.IsPerRow)
            evaluation.Enter(rule);
        var settled = Decide(rule);
        Score(rule.Children, rule, overruled || (rule.Decision != Decision.Computed && !rule.IsLeftToParts));
        if (rule.Rule.IsPerRow)
            evaluation.Enter(rule);
        if (!settled)
            return;

        switch (rule.Decision)
        {
            case Decision.NotApplicable when !rule.IsFullWhenNotApplicable:
                rule.Status = RuleStatus.NotApplicable;
                break;
            case Decision.NotApplicable or Decision.Full:
                Finish(rule, rule.Weight ?? 0);
                break;
            case Decision.Zero:
                Finish(rule, 0);
                break;
            default:
                Compute(rule);
                break;
        }
    }

    // The first of NotApplicableWhen, ZeroWhen, FullWhen that holds; false when the rule is already known to be open or to fail.
    private bool Decide(RuleInstance rule)
    {
        if (rule.Trouble.IsFailed)
            return Fail(rule, rule.Trouble.Fault!.Message); // a failed value has a fault
        if (rule.Applies == Applicability.No)
        {
            rule.Decision = Decision.NotApplicable;
            return true;
        }

        if (rule.Applies == Applicability.Unknown || rule.Trouble.IsMissing || (rule.Weight is not null && rule.EffectiveWeight is null))
            return Leave(rule, rule.Open);
        return Decide(rule, rule.Rule.ZeroWhen, Decision.Zero) && Decide(rule, rule.Rule.FullWhen, Decision.Full);
    }

    private bool Decide(RuleInstance rule, Expression? condition, Decision decision)
    {
        if (condition is null || rule.Decision != Decision.Computed)
            return true;
        var holds = evaluation.Find(condition, rule);
        if (holds.IsFailed)
            return Fail(rule, holds.Fault!.Message); // a failed value has a fault
        if (holds.IsMissing)
            return Leave(rule, holds.Absence);
        if (holds.IsTrue)
            rule.Decision = decision;
        return true;
    }

    private void Compute(RuleInstance rule)
    {
        if (rule.Rule is { IsScript: true, Script: null })
            Fail(rule, NoScripts);
        else if (evaluation.LeftOutInPart(rule) is { Gaps.IsEmpty: false } absence)
            Leave(rule, absence);
        else if (rule.Rule.Kind == RuleKind.Information)
            Show(rule);
        else if (rule.Rule.IsPlainParent || rule.Rule is { Score: null, Condition: null, Script: null })
            Add(rule);
        else
            Evaluate(rule);
    }

    private void Show(RuleInstance rule)
    {
        rule.Shown = rule.Rule switch
        {
            { Script: { } script } => script.Run(evaluation.Frame),
            { Condition: { } expression } => evaluation.Find(expression, rule),
            _ => Value.Of(true),
        };
        if (rule.Shown.IsFailed)
            Fail(rule, rule.Shown.Fault!.Message); // a failed value has a fault
        else if (rule.Shown.IsMissing)
            Leave(rule, rule.Shown.Absence);
    }

    private void Add(RuleInstance rule)
    {
        var (sum, isOpen, failed) = (0m, false, (RuleInstance?)null);
        foreach (var child in rule.Children)
        {
            if (child.Rule.Kind != rule.Rule.Kind)
                continue;
            sum += child.Score ?? 0;
            isOpen |= child.Status == RuleStatus.Undetermined;
            if (child.Status == RuleStatus.Failed)
                failed ??= child;
        }

        if (RowsThatDoNotAddUp(rule) is { } reason)
            Fail(rule, reason);
        else if (failed is not null)
            Fail(rule, new($"`{failed.Name}` 无法计算：{failed.Fault?.Zh}", $"`{failed.Name}` failed: {failed.Fault?.En}"));
        else if (isOpen)
            Leave(rule, MissingOfParts(rule));
        else
            Finish(rule, sum);
    }

    private static Absence MissingOfParts(RuleInstance rule) =>
        rule.Children.Where(child => child.Rule.Kind == rule.Rule.Kind).Aggregate(Absence.Unnamed, (absence, child) => absence.And(child.Missing));

    // Weights given by rows are known only now: they too must add up to their parent's.
    private static Bilingual? RowsThatDoNotAddUp(RuleInstance rule)
    {
        var parts = rule.Children.FindAll(static part => part.IsScoredKind);
        return rule.IsScoredKind && rule.Weight is { } weight && (rule.IsWeighedByRows || parts.Exists(static part => part.IsWeighedByRows))
            ? Sentences.WeightsThatDoNotAddUp(parts, weight)
            : null;
    }

    private void Evaluate(RuleInstance rule)
    {
        if (rule.Rule.ChildrenSymbol is { } symbol)
            evaluation.Frame.Slots[symbol.Slot] = ChildrenTable.Of(rule);
        var points = Points(rule);
        if (points.IsFailed)
            Fail(rule, points.Fault!.Message); // a failed value has a fault
        else if (points.IsKnown && Math.Abs(points.Number) > RuleInstance.MostPoints)
            Fail(rule, new("得分过大", "the points are too many"));
        else if (points.IsKnown)
            Finish(rule, points.Number);
        else if (!points.IsAbsent && new RangeScorer(evaluation).FindPoint(rule) is { } point)
            Settle(rule, point);
        else
            Leave(rule, points.Absence);
    }

    private Value Points(RuleInstance rule)
    {
        if (rule.Rule.Score is { } score)
            return score.Evaluate(evaluation.Frame);
        var found = rule.Rule.Script?.Run(evaluation.Frame) ?? rule.Rule.Condition!.Evaluate(evaluation.Frame); // one of the three is there
        return found.Kind == ValueKind.Bool ? Value.Of(found.IsTrue ? rule.Weight ?? 0 : 0) : found;
    }

    // A plain parent is the exact sum of parts that are scaled and rounded already; its cap is its effective weight.
    private void Finish(RuleInstance rule, decimal points)
    {
        if (rule.Rule.IsPlainParent && rule.Decision == Decision.Computed)
            Settle(rule, Math.Max(rule.Rule.Min, rule.EffectiveWeight is { } cap ? Math.Min(cap, points) : points));
        else
            Settle(rule, Rounding.Apply(rule.Scale(rule.Clamp(points), rule.EffectiveWeight ?? rule.Weight ?? 0), evaluation.Rubric.RuleRounding));
    }

    private static void Settle(RuleInstance rule, decimal points)
    {
        rule.Status = RuleStatus.Scored;
        rule.Score = points;
    }

    private static bool Leave(RuleInstance rule, Absence absence)
    {
        rule.Status = RuleStatus.Undetermined;
        rule.Missing = absence;
        return false;
    }

    private static bool Fail(RuleInstance rule, Bilingual fault)
    {
        rule.Status = RuleStatus.Failed;
        rule.Fault = fault;
        return false;
    }
}
