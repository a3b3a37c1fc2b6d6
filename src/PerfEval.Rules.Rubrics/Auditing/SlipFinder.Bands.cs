using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Scoring;

namespace PerfEval.Rules.Rubrics.Auditing;

// The points of the neighbouring band: each switch over a number is read with the arm before or after the one that holds.
internal sealed partial class SlipFinder
{
    // With two arms every other outcome is the neighbour's.
    private const int LeastBands = 3;

    private Slip? FindBand(RuleInstance rule, decimal reported)
    {
        if (rule.Rule.Score is not { } score)
            return null;
        run.Evaluation.EnterWithParents(rule);
        foreach (var choice in BandsIn(score))
        {
            var held = PositionOf(score, choice);
            foreach (var arm in new[] { held - 1, held + 1 }.Where(arm => held >= 0 && arm >= 0 && arm < choice.Arms.Length))
            {
                if (PointsWith(score, choice, choice.Arms[arm].Value, rule) is { } points && IsSame(reported, points))
                    return SlipTexts.NeighbouringBand(TextOf(score, choice.Operand));
            }
        }

        return null;
    }

    private static List<BoundSwitch> BandsIn(Expression score)
    {
        var found = new List<BoundSwitch>();
        score.Rewrite(node =>
        {
            if (node is BoundSwitch { Operand.Type: NumberType, Arms.Length: >= LeastBands } choice && choice.Arms.All(arm => arm.When is null))
                found.Add(choice);
            return node;
        });
        return found;
    }

    /// <summary>Which arm holds: the switch alone, with the arms' numbers for values.</summary>
    private int PositionOf(Expression score, BoundSwitch choice)
    {
        var numbered = choice with { Arms = [.. choice.Arms.Select((arm, i) => arm with { Value = new BoundLiteral(arm.Value.Syntax, ExpressionType.Number, Value.Of(i)) })] };
        var position = Replace(score, score.Bound, numbered).Evaluate(run.Evaluation.Frame);
        return position.Kind == ValueKind.Number ? (int)position.Number : -1;
    }

    private decimal? PointsWith(Expression score, BoundSwitch choice, BoundExpression arm, RuleInstance rule)
    {
        var points = Replace(score, choice, arm).Evaluate(run.Evaluation.Frame);
        return points.Kind == ValueKind.Number
            ? Rounding.Apply(rule.Scale(rule.Clamp(points.Number), rule.EffectiveWeight ?? rule.Weight ?? 0), Rubric.RuleRounding)
            : null;
    }

    // By place in the text: rebuilding makes new nodes of all.
    private static Expression Replace(Expression score, BoundExpression node, BoundExpression with) =>
        score.Rewrite(other => other.Span == node.Span && other.GetType() == node.GetType() ? with : other);

    private static string TextOf(Expression score, BoundExpression node) => score.Parsed.Text.Substring(node.Span.Start, node.Span.Length);
}
