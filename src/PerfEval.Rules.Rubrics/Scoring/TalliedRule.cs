using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>A rule as a tally sees it: what never changes about it, and what the submission at hand brought it.</summary>
internal sealed class TalliedRule
{
    private readonly ImmutableArray<TalliedRule> parts;

    // The parts whose points are added up, and those whose weight is.
    private readonly ImmutableArray<TalliedRule> counted;
    private readonly ImmutableArray<TalliedRule> weighed;

    private readonly bool isFullWhenNotApplicable;

    // A leaf without conditions always applies.
    private readonly bool isUnconditional;

    private bool hasPoints;

    // The cells of the table `children`, row by row, rewritten for every submission; null unless the rule's own Score reads it.
    private readonly Value[][]? childCells;

    public TalliedRule(LinkedRule rule, ImmutableArray<TalliedRule> parts, Frame frame)
    {
        Rule = rule;
        this.parts = parts;
        counted = [.. parts.Where(part => part.Rule.Kind == rule.Kind)];
        weighed = [.. parts.Where(part => part.Rule.Kind == RuleKind.Scored)];
        isFullWhenNotApplicable = rule.Definition.WhenNotApplicable == WhenNotApplicable.Full;
        isUnconditional = rule is { NotApplicableWhen: null, ZeroWhen: null, FullWhen: null } && parts.IsEmpty;
        if (rule.Weight is { } weight)
            frame.Slots[rule.WeightSymbol.Slot] = Value.Of(weight);
        if (rule.ChildrenSymbol is not { } symbol)
            return;
        childCells = [.. parts.Select(part => ChildrenTable.Cells(part.Rule.Code, part.Rule.Definition.RuleName.Text, part.Rule.Weight))];
        var rows = childCells.Select((cells, i) => new Row(ImmutableCollectionsMarshal.AsImmutableArray(cells), parts[i].Rule.Code));
        frame.Slots[symbol.Slot] = Value.Of(new Table(ScoringTables.Children, [.. rows]));
    }

    public LinkedRule Rule { get; }

    /// <summary>Points, rounded as the rubric says; null where it does not apply, and for Information.</summary>
    public decimal? Score => hasPoints ? Points : null;

    /// <summary>The same, 0 where there is none.</summary>
    public decimal Points { get; private set; }

    /// <summary>The weight that applies: 0 where it does not, of a plain parent what applies of its parts.</summary>
    public decimal Applicable { get; private set; }

    private bool Applies { get; set; }

    /// <summary>Whether it is one for which the printed weight is the effective one and its code and name are as written.</summary>
    public bool IsPlain =>
        Rule is { ForEach: null, WeightExpression: null, IsScript: false, IsPerRow: false, CodeTemplate: null, Definition.WhenNotApplicable: not WhenNotApplicable.Redistribute }
        && (childCells is null || parts.All(part => part.Rule is { Name.HasHoles: false, Kind: not RuleKind.Information }));

    private bool CountsAsApplying => Applies || isFullWhenNotApplicable;

    /// <summary>Scores the rule, whose parts are scored; false where anything that it needs is not known.</summary>
    public bool TryScore(Frame frame, RoundingRule? rounding)
    {
        (hasPoints, Points, Applicable) = (false, 0, 0);
        if (!TryDecide(frame, out var decision))
            return false;
        Applies = decision != Decision.NotApplicable;
        if (!Applies && !isFullWhenNotApplicable)
            return true;
        if (decision == Decision.Computed)
            return Rule.Kind == RuleKind.Information ? IsKnown(frame) : TryCompute(frame, rounding);
        Settle(Rule.Finish(decision == Decision.Zero ? 0 : Rule.Weight ?? 0, rounding));
        return true;
    }

    // The first of NotApplicableWhen, ZeroWhen, FullWhen that holds; a parent none of whose scored parts applies does not apply itself.
    private bool TryDecide(Frame frame, out Decision decision)
    {
        decision = Decision.Computed;
        if (isUnconditional)
            return true;
        if (!TryHold(Rule.NotApplicableWhen, Decision.NotApplicable, frame, ref decision))
            return false;
        if (decision == Decision.Computed && !weighed.IsEmpty && !AnyPartApplies())
            decision = Decision.NotApplicable;
        return TryHold(Rule.ZeroWhen, Decision.Zero, frame, ref decision) && TryHold(Rule.FullWhen, Decision.Full, frame, ref decision);
    }

    private bool AnyPartApplies()
    {
        foreach (var part in weighed)
        {
            if (part.CountsAsApplying)
                return true;
        }

        return false;
    }

    private static bool TryHold(Expression? condition, Decision decided, Frame frame, ref Decision decision)
    {
        if (condition is null || decision != Decision.Computed)
            return true;
        if (!condition.TryFindBool(frame, out var holds))
            return false;
        if (holds)
            decision = decided;
        return true;
    }

    private bool IsKnown(Frame frame) => Rule.Condition is null || Rule.Condition.Evaluate(frame).IsKnown;

    private bool TryCompute(Frame frame, RoundingRule? rounding)
    {
        if (Rule.IsPlainParent)
        {
            AddParts();
            return true;
        }

        if (!TryFindPoints(frame, out var points))
            return false;
        Settle(Rule.Finish(points, rounding));
        return true;
    }

    private void Settle(decimal points) => (hasPoints, Points, Applicable) = (true, points, Rule.Weight ?? 0);

    private void AddParts()
    {
        var (sum, applicable) = (0m, 0m);
        foreach (var part in counted)
            sum += part.Points;
        foreach (var part in weighed)
            applicable += part.Applicable;
        (hasPoints, Points, Applicable) = (true, Rule.Clamp(sum), applicable);
    }

    private bool TryFindPoints(Frame frame, out decimal points)
    {
        points = 0;
        if (childCells is not null)
            LayChildren(childCells);
        if (Rule.Score is { } score)
            return score.TryFindNumber(frame, out points);
        if (Rule.Condition is not { } condition)
            return true;
        if (!condition.TryFindBool(frame, out var holds))
            return false;
        points = holds ? Rule.Weight ?? 0 : 0;
        return true;
    }

    private void LayChildren(Value[][] cells)
    {
        for (var i = 0; i < cells.Length; i++)
            ChildrenTable.Lay(cells[i], Value.Of(parts[i].Points), Value.Of(parts[i].Applies));
    }
}
