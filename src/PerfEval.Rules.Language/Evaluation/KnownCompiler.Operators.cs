using System.Diagnostics;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

internal sealed partial class KnownCompiler
{
    private KnownNumber CompileArithmetic(BoundArithmetic chain)
    {
        var first = CompileStep(chain.Steps[0].Operator.Kind, chain.First, chain.Steps[0].Operand);
        return chain.Steps.Length == 1 ? first : CompileRest(chain, first);
    }

    private KnownNumber CompileStep(OperatorKind kind, BoundExpression left, BoundExpression right) => kind switch
    {
        OperatorKind.Add => CompilePair<KnownArithmeticBuilder<Addition>, KnownNumber>(default, left, false, right, false),
        OperatorKind.Subtract => CompilePair<KnownArithmeticBuilder<Subtraction>, KnownNumber>(default, left, false, right, false),
        OperatorKind.Multiply => CompilePair<KnownArithmeticBuilder<Multiplication>, KnownNumber>(default, left, false, right, false),
        OperatorKind.Divide => CompilePair<KnownArithmeticBuilder<Division>, KnownNumber>(default, left, false, right, false),
        _ => throw new UnreachableException(),
    };

    /// <summary>The steps after the first, in a loop: a chain may be long, and the stack is not.</summary>
    private KnownNumber CompileRest(BoundArithmetic chain, KnownNumber first)
    {
        var kinds = chain.Steps.Skip(1).Select(step => step.Operator.Kind).ToArray();
        var operands = chain.Steps.Skip(1).Select(step => CompileNumber(step.Operand)).ToArray();
        return (frame, out number) =>
        {
            if (!first(frame, out number))
                return false;
            for (var i = 0; i < operands.Length; i++)
            {
                if (!operands[i](frame, out var operand) || (kinds[i] == OperatorKind.Divide && Division.Refuses(operand)))
                    return false;
                number = Apply(kinds[i], number, operand);
            }

            return true;
        };
    }

    private static decimal Apply(OperatorKind kind, decimal left, decimal right) => kind switch
    {
        OperatorKind.Add => Addition.Apply(left, right),
        OperatorKind.Subtract => Subtraction.Apply(left, right),
        OperatorKind.Multiply => Multiplication.Apply(left, right),
        _ => Division.Apply(left, right),
    };

    private static KnownNumber Negate(KnownNumber operand) => (frame, out number) =>
    {
        var isKnown = operand(frame, out number);
        number = -number;
        return isKnown;
    };

    private KnownNumber CompileFold(BoundCall call, IPairBuilder<KnownNumber> fold)
    {
        var rounds = call.Function.RoundsInexact;
        var folded = call.Arguments is [var only] ? CompileRounded(only, Rounds(only)) : CompilePair<IPairBuilder<KnownNumber>, KnownNumber>(fold, call.Arguments[0], Rounds(call.Arguments[0]), call.Arguments[1], Rounds(call.Arguments[1]));
        foreach (var argument in call.Arguments.Skip(2))
            folded = fold.Build(new ComputedNumber(folded), new ComputedNumber(CompileRounded(argument, Rounds(argument))));
        return folded;

        bool Rounds(BoundExpression argument) => rounds && argument.Type is NumberType { IsInexact: true };
    }

    private KnownNumber? FindBands(BoundSwitch node)
    {
        if (node.Operand.Type is not NumberType || ValueCompiler.FindBands(node) is not { } bands)
            return null;
        var arms = new KnownBand[bands.Length];
        for (var i = 0; i < arms.Length; i++)
        {
            var value = node.Arms[i].Value;
            arms[i] = value is BoundLiteral literal ? new(new(bands[i]), null, literal.Value.Raw) : new(new(bands[i]), CompileNumber(value), 0);
        }

        return node.Operand is BoundName name
            ? new KnownBands<SlotNumber>(new(name.Symbol.Slot), node.Rounds, arms).TryGet
            : new KnownBands<ComputedNumber>(new(CompileNumber(node.Operand)), node.Rounds, arms).TryGet;
    }

    private KnownBool CompileComparison(BoundComparison node) => node.Operator.Kind switch
    {
        OperatorKind.Equal => CompileComparison<EqualTo>(node),
        OperatorKind.NotEqual => CompileComparison<NotEqualTo>(node),
        OperatorKind.Less => CompileComparison<LessThan>(node),
        OperatorKind.LessOrEqual => CompileComparison<AtMost>(node),
        OperatorKind.Greater => CompileComparison<GreaterThan>(node),
        OperatorKind.GreaterOrEqual => CompileComparison<AtLeast>(node),
        _ => throw new UnreachableException(),
    };

    private KnownBool CompileComparison<TComparison>(BoundComparison node)
        where TComparison : struct, IComparison =>
        CompilePair<KnownComparisonBuilder<TComparison>, KnownBool>(default, node.Left, node.RoundsLeft, node.Right, node.RoundsRight);

    private static KnownBool Slot(int slot) => (frame, out value) =>
    {
        ref readonly var found = ref frame.Slots[slot];
        value = found.IsTrue;
        return found.Kind == ValueKind.Bool;
    };

    private static KnownBool Not(KnownBool operand) => (frame, out value) =>
    {
        var isKnown = operand(frame, out value);
        value = !value;
        return isKnown;
    };

    private KnownBool CompileAll(BoundLogical node)
    {
        var operands = node.Operands.Select(CompileBool).ToArray();
        return (frame, out value) => Decide(operands, frame, decisive: false, out value);
    }

    private KnownBool CompileAny(BoundLogical node)
    {
        var operands = node.Operands.Select(CompileBool).ToArray();
        return (frame, out value) => Decide(operands, frame, decisive: true, out value);
    }

    private static bool Decide(KnownBool[] operands, Frame frame, bool decisive, out bool value)
    {
        value = !decisive;
        foreach (var operand in operands)
        {
            if (!operand(frame, out value))
                return false;
            if (value == decisive)
                return true;
        }

        return true;
    }

    private static KnownNumber Choose(KnownBool condition, KnownNumber whenTrue, KnownNumber whenFalse) => (frame, out number) =>
    {
        number = 0;
        return condition(frame, out var holds) && (holds ? whenTrue : whenFalse)(frame, out number);
    };

    private static KnownBool Choose(KnownBool condition, KnownBool whenTrue, KnownBool whenFalse) => (frame, out value) =>
        condition(frame, out value) && (value ? whenTrue : whenFalse)(frame, out value);
}
