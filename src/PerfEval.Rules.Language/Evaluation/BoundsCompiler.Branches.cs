using PerfEval.Rules.Language.Binding;

namespace PerfEval.Rules.Language.Evaluation;

internal static partial class BoundsCompiler
{
    private static BoundsEvaluator CompileIs(BoundIs node)
    {
        var operand = CompileRounded(node.Operand, node.Rounds);
        var asksForMissing = Patterns.AsksForMissing(node.Pattern);
        var whenMissing = Bounds.Exactly(Value.Of(Patterns.MatchesMissing(node.Pattern)));
        return frame =>
        {
            var bounds = operand(frame);
            var (mayMatch, mayMiss) = PatternBounds.Match(node.Pattern, bounds);
            var present = Bounds.OfBool(mayMatch, mayMiss);
            if (!asksForMissing)
                return Bounds.Strict(present, bounds);
            var result = bounds.MaySeemPresent && bounds.MayHaveValue ? present : Bounds.Nothing;
            return (bounds.MaySeemMissing ? result.Union(whenMissing) : result) with { MayFail = bounds.MaySeemFailed };
        };
    }

    private static BoundsEvaluator CompileSwitch(BoundSwitch node)
    {
        var operand = CompileRounded(node.Operand, node.Rounds);
        var arms = node.Arms.Select(CompileArm).ToArray();
        var asksForMissing = arms.Any(arm => arm.MatchesMissing);
        var name = Narrowing.FindOperand(node);
        return frame =>
        {
            var bounds = operand(frame);
            if (!asksForMissing)
                return Bounds.Strict(ChoosePresent(arms, bounds, frame, name, node.Rounds), bounds);
            var result = bounds.MaySeemPresent ? ChoosePresent(arms, bounds, frame, name, node.Rounds) : Bounds.Nothing;
            if (bounds.MaySeemMissing)
                result = result.Union(ChooseMissing(arms, bounds, frame));
            return bounds.MaySeemFailed ? result with { MayFail = true, MaySeemFailed = true } : result;
        };
    }

    /// <summary>The arms that a present value may reach, from the first on until one takes all that is left.</summary>
    private static Bounds ChoosePresent(BoundsArm[] arms, Bounds operand, BoundsFrame frame, Binding.Symbol? name, bool rounds)
    {
        var (result, left) = (Bounds.Nothing, operand);
        foreach (var arm in arms)
        {
            var (mayMatch, mayMiss) = PatternBounds.Match(arm.Pattern, left);
            if (!mayMatch)
                continue;
            var range = PatternBounds.Narrow(arm.Pattern, left.Numbers);
            Bounds Reach(BoundsEvaluator part) => name is null ? part(frame) : Narrowing.Evaluate(part, frame, name, rounds, range);
            var (reached, isSure) = Enter(arm, Reach);
            result = result.Union(reached);
            if (isSure && !mayMiss)
                break;
            if (isSure)
                left = left with { Numbers = PatternBounds.Without(arm.Pattern, left.Numbers) };
        }

        return result;
    }

    private static Bounds ChooseMissing(BoundsArm[] arms, Bounds operand, BoundsFrame frame)
    {
        var result = Bounds.Nothing;
        foreach (var arm in arms.Where(arm => arm.MatchesMissing))
        {
            var (reached, isSure) = Enter(arm, part => part(frame));
            result = result.Union(reached);
            if (isSure)
                return result;
        }

        return result.Union(Bounds.Nothing with { MayBeMissing = operand.MayBeMissing, MaySeemMissing = true, Absence = operand.Absence });
    }

    /// <summary>What an arm whose pattern matches gives, and whether the arms behind it are then out of reach.</summary>
    private static (Bounds Reached, bool IsSure) Enter(BoundsArm arm, Func<BoundsEvaluator, Bounds> reach)
    {
        if (arm.When is null)
            return (reach(arm.Value), true);
        var condition = reach(arm.When);
        var value = condition.MayBeTrue ? reach(arm.Value) : Bounds.Nothing;
        return (Bounds.Strict(value, condition), !condition.MayBeFalse);
    }

    private static BoundsArm CompileArm(BoundArm arm) =>
        new(arm.Pattern, Patterns.MatchesMissing(arm.Pattern), arm.When is null ? null : Compile(arm.When), Compile(arm.Value));

    private sealed record BoundsArm(BoundPattern Pattern, bool MatchesMissing, BoundsEvaluator? When, BoundsEvaluator Value);
}
