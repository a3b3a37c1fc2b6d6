using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Evaluation;

internal sealed partial class ValueCompiler
{
    private Evaluator CompileLogical(BoundLogical node)
    {
        var operands = node.Operands.Select(Compile).ToArray();
        return node.Operator switch
        {
            OperatorKind.Coalesce => frame => Coalesce(operands, frame),
            OperatorKind.Or => frame => Kleene(operands, frame, decisive: true),
            _ => frame => Kleene(operands, frame, decisive: false),
        };
    }

    /// <summary>The first that is not missing; a failure is not passed over.</summary>
    private static Value Coalesce(Evaluator[] operands, Frame frame)
    {
        var absent = default(Absent);
        foreach (var operand in operands)
        {
            var value = operand(frame);
            if (!value.IsAbsent)
                return value;
            absent.Add(value);
        }

        return absent.ToValue();
    }

    /// <summary>From left to right until one decides: true for <c>||</c>, false for <c>&amp;&amp;</c>.</summary>
    private static Value Kleene(Evaluator[] operands, Frame frame, bool decisive)
    {
        var absent = default(Absent);
        foreach (var operand in operands)
        {
            var value = operand(frame);
            if (value.IsFailed || (value.IsKnown && value.IsTrue == decisive))
                return value;
            if (value.IsMissing)
                absent.Add(value);
        }

        return absent.IsEmpty ? Value.Of(!decisive) : absent.ToValue();
    }

    private Evaluator CompileConditional(BoundConditional node)
    {
        var (condition, whenTrue, whenFalse) = (Compile(node.Condition), Compile(node.WhenTrue), Compile(node.WhenFalse));
        return frame =>
        {
            var value = condition(frame);
            if (!value.IsKnown)
                return value;
            return value.IsTrue ? whenTrue(frame) : whenFalse(frame);
        };
    }
}
