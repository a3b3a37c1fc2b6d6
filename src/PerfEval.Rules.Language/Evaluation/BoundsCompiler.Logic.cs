using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Evaluation;

internal static partial class BoundsCompiler
{
    private static BoundsEvaluator CompileLogical(BoundLogical node)
    {
        var operands = node.Operands.Select(Compile).ToArray();
        return node.Operator switch
        {
            OperatorKind.Coalesce => frame => Coalesce(operands, frame),
            OperatorKind.Or => frame => Kleene(operands.Select(operand => operand(frame)), decisive: true),
            _ => frame => Kleene(operands.Select(operand => operand(frame)), decisive: false),
        };
    }

    /// <summary>Operands count as far as all before them may be missing; the last counts with what it may be once it is supplied.</summary>
    private static Bounds Coalesce(BoundsEvaluator[] operands, BoundsFrame frame)
    {
        var (result, mayFail, maySeemFailed) = (Bounds.Nothing, false, false);
        for (var i = 0; i < operands.Length; i++)
        {
            var bounds = operands[i](frame);
            var isLast = i == operands.Length - 1;
            mayFail |= isLast ? bounds.MayFail : bounds.MaySeemFailed;
            maySeemFailed |= bounds.MaySeemFailed;
            if (bounds.MaySeemPresent || isLast)
                result = result.Union(!isLast ? bounds with { MayBeMissing = false, MaySeemMissing = false } : bounds);
            if (!bounds.MaySeemMissing)
                break;
        }

        return result with { MayFail = mayFail, MaySeemFailed = maySeemFailed };
    }

    /// <summary>Three-valued logic in the order of evaluation: what cannot be reached does not count.</summary>
    internal static Bounds Kleene(IEnumerable<Bounds> operands, bool decisive)
    {
        var (mayDecide, mayPass) = (false, true);
        var result = new Bounds { MaySeemPresent = false };
        var count = 0;
        foreach (var bounds in operands)
        {
            count++;
            var (decides, passes) = decisive ? (bounds.MayBeTrue, bounds.MayBeFalse) : (bounds.MayBeFalse, bounds.MayBeTrue);
            if (decides && !passes && !bounds.MaySeemMissing && !bounds.MayFail)
            {
                // This one decides, whatever of those before it is missing.
                var surely = decisive ? Bounds.OfBool(true, false) : Bounds.OfBool(false, true);
                return surely with { MayFail = result.MayFail, MaySeemFailed = result.MaySeemFailed };
            }

            mayDecide |= decides;
            mayPass &= passes;
            result = result.WithGapsOf(bounds) with { MaySeemPresent = result.MaySeemPresent || bounds.MaySeemPresent };
            if (bounds is { MayHaveValue: false, MaySeemMissing: false })
                break; // it fails for certain
        }

        var truth = decisive ? (mayDecide, mayPass) : (mayPass, mayDecide);
        return result with { MayBeTrue = truth.Item1, MayBeFalse = truth.Item2, MaySeemPresent = result.MaySeemPresent || count == 0 };
    }

    private static BoundsEvaluator CompileConditional(BoundConditional node)
    {
        var (condition, whenTrue, whenFalse) = (Compile(node.Condition), Compile(node.WhenTrue), Compile(node.WhenFalse));
        var narrowing = Narrowing.Find(node.Condition);
        return frame =>
        {
            var bounds = condition(frame);
            var result = Bounds.Nothing;
            if (bounds.MayBeTrue)
                result = result.Union(narrowing?.Evaluate(whenTrue, frame, whenHolds: true) ?? whenTrue(frame));
            if (bounds.MayBeFalse)
                result = result.Union(narrowing?.Evaluate(whenFalse, frame, whenHolds: false) ?? whenFalse(frame));
            return Bounds.Strict(result, bounds);
        };
    }
}
