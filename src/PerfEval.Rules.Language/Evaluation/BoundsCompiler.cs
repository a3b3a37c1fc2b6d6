using System.Diagnostics;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>Bound tree to closures that give bounds. Where all is known each goes through the operations of <see cref="ValueCompiler"/> and gives its value.</summary>
internal static partial class BoundsCompiler
{
    public static BoundsEvaluator Compile(BoundExpression node) => node switch
    {
        BoundLiteral literal => Constant(Bounds.Exactly(literal.Value)),
        BoundName name => CompileName(name.Symbol),
        BoundCell cell => CompileCell(cell),
        BoundIndex index => CompileIndex(index),
        BoundUnary unary => CompileUnary(unary),
        BoundArithmetic arithmetic => CompileArithmetic(arithmetic),
        BoundComparison comparison => CompileComparison(comparison),
        BoundLogical logical => CompileLogical(logical),
        BoundConditional conditional => CompileConditional(conditional),
        BoundIs test => CompileIs(test),
        BoundSwitch choice => CompileSwitch(choice),
        BoundCall call => CompileCall(call),
        BoundLambda lambda => Compile(lambda.Body),
        _ => Constant(new() { MayFail = true }),
    };

    private static BoundsEvaluator Constant(Bounds bounds) => _ => bounds;

    private static BoundsEvaluator CompileRounded(BoundExpression node, bool rounds)
    {
        var evaluator = Compile(node);
        return rounds ? frame => evaluator(frame).RoundInexact() : evaluator;
    }

    private static BoundsEvaluator CompileName(Symbol symbol) => frame =>
        frame.Find(symbol.Slot) ?? Bounds.Of(frame.Frame.Slots[symbol.Slot], symbol.Type, frame);

    private static BoundsEvaluator CompileUnary(BoundUnary unary)
    {
        var operand = Compile(unary.Operand);
        if (unary.Operator.Kind == OperatorKind.Not)
        {
            return frame =>
            {
                var bounds = operand(frame);
                return bounds with { MayBeTrue = bounds.MayBeFalse, MayBeFalse = bounds.MayBeTrue };
            };
        }

        return frame =>
        {
            var bounds = operand(frame);
            return bounds with { Numbers = bounds.Numbers?.Negate() };
        };
    }

    private static BoundsEvaluator CompileArithmetic(BoundArithmetic chain)
    {
        var first = Compile(chain.First);
        var operands = chain.Steps.Select(step => Compile(step.Operand)).ToArray();
        var kinds = chain.Steps.Select(step => step.Operator.Kind).ToArray();
        return frame =>
        {
            var bounds = first(frame);
            for (var i = 0; i < kinds.Length; i++)
                bounds = Combine(kinds[i], bounds, operands[i](frame));
            return bounds;
        };
    }

    private static Bounds Combine(OperatorKind kind, Bounds left, Bounds right)
    {
        if (left.Numbers is not { } a || right.Numbers is not { } b)
            return Bounds.Strict(new(), left, right);
        var (numbers, fails) = Apply(kind, a, b);
        return Bounds.Strict(Bounds.OfNumbers(numbers, fails), left, right);
    }

    private static (Interval? Numbers, bool MayFail) Apply(OperatorKind kind, Interval a, Interval b)
    {
        if (kind == OperatorKind.Divide)
        {
            var (numbers, overflows) = Interval.Divide(a, b);
            return (numbers, overflows || b.Contains(0));
        }

        return kind switch
        {
            OperatorKind.Add => Interval.Add(a, b),
            OperatorKind.Subtract => Interval.Subtract(a, b),
            OperatorKind.Multiply => Interval.Multiply(a, b),
            _ => throw new UnreachableException(),
        };
    }

    private static BoundsEvaluator CompileComparison(BoundComparison node)
    {
        var (left, right) = (CompileRounded(node.Left, node.RoundsLeft), CompileRounded(node.Right, node.RoundsRight));
        var kind = node.Operator.Kind;
        return frame => Compare(kind, left(frame), right(frame));
    }

    private static Bounds Compare(OperatorKind kind, Bounds left, Bounds right)
    {
        if (!left.MayHaveValue || !right.MayHaveValue)
            return Bounds.Strict(new(), left, right);
        var (mayHold, mayNotHold) = left.FindRaw() is { } a && right.FindRaw() is { } b ? Interval.Compare(kind, a, b)
            : left.Single.IsKnown && right.Single.IsKnown ? Same(left.Single == right.Single, kind)
            : (true, true);
        return Bounds.Strict(Bounds.OfBool(mayHold, mayNotHold), left, right);

        static (bool MayHold, bool MayNotHold) Same(bool equal, OperatorKind kind) => (equal == (kind == OperatorKind.Equal), equal != (kind == OperatorKind.Equal));
    }

    private static BoundsEvaluator CompileCall(BoundCall call)
    {
        var rounds = call.Function.RoundsInexact;
        var arguments = call.Arguments.Select(argument => CompileRounded(argument, rounds && argument.Type is NumberType { IsInexact: true }));
        var site = new BoundsCallSite(call, [.. arguments]);
        var bounds = call.Function.Bounds;
        return frame => bounds(site, frame);
    }
}
