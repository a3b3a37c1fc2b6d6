using System.Diagnostics;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>Where an operation stands, for the messages of its failures.</summary>
internal sealed record ArithmeticSite(TextSpan Span, string Text, NumberFormat? LeftFormat, NumberFormat? RightFormat)
{
    public Value DivisionByZero(in Value left, in Value right, string sign) => Faults.DivisionByZero(Span, Text, Figures(left, right, sign));

    public Value Overflow(in Value left, in Value right, string sign) => Faults.Overflow(Span, Text, Figures(left, right, sign));

    private string Figures(in Value left, in Value right, string sign) => Faults.Operands(left, LeftFormat, sign, right, RightFormat);
}

internal static class Arithmetic
{
    public static Value Combine<TOperation>(in Value left, in Value right, ArithmeticSite site)
        where TOperation : struct, IArithmetic
    {
        if (left.Kind != ValueKind.Number || right.Kind != ValueKind.Number)
            return Absent.Of(left, right);
        if (TOperation.Refuses(right.Raw))
            return site.DivisionByZero(left, right, TOperation.Sign);
        try
        {
            return Value.Of(TOperation.Apply(left.Raw, right.Raw));
        }
        catch (OverflowException)
        {
            return site.Overflow(left, right, TOperation.Sign);
        }
    }
}

internal sealed class ArithmeticNode<TOperation, TLeft, TRight>(TLeft left, TRight right, ArithmeticSite site)
    where TOperation : struct, IArithmetic
    where TLeft : struct, IOperand
    where TRight : struct, IOperand
{
    public Value Evaluate(Frame frame) => Arithmetic.Combine<TOperation>(left.Get(frame), right.Get(frame), site);
}

internal readonly struct ArithmeticBuilder<TOperation>(ArithmeticSite site) : IBinaryNode
    where TOperation : struct, IArithmetic
{
    public Evaluator Build<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand => new ArithmeticNode<TOperation, TLeft, TRight>(left, right, site).Evaluate;
}

internal sealed partial class ValueCompiler
{
    private Evaluator CompileArithmetic(BoundArithmetic chain)
    {
        var step = chain.Steps[0];
        var first = CompileStep(step, chain.First, chain.First.Format);
        return chain.Steps.Length == 1 ? first : CompileRest(chain, first);
    }

    /// <summary>The steps after the first, in a loop: a chain may be long, and the stack is not.</summary>
    private Evaluator CompileRest(BoundArithmetic chain, Evaluator first)
    {
        var operands = chain.Steps.Skip(1).Select(step => Compile(step.Operand)).ToArray();
        var steps = chain.Steps.Skip(1).Select(step => CompileStep(step, chain.Format)).ToArray();
        return frame =>
        {
            var value = first(frame);
            for (var i = 0; i < steps.Length; i++)
                value = steps[i](value, operands[i](frame));
            return value;
        };
    }

    private Evaluator CompileStep(ArithmeticStep step, BoundExpression left, NumberFormat? format)
    {
        var site = SiteOf(step, format);
        return step.Operator.Kind switch
        {
            OperatorKind.Add => CompileBinary(new ArithmeticBuilder<Addition>(site), left, false, step.Operand, false),
            OperatorKind.Subtract => CompileBinary(new ArithmeticBuilder<Subtraction>(site), left, false, step.Operand, false),
            OperatorKind.Multiply => CompileBinary(new ArithmeticBuilder<Multiplication>(site), left, false, step.Operand, false),
            OperatorKind.Divide => CompileBinary(new ArithmeticBuilder<Division>(site), left, false, step.Operand, false),
            _ => throw new UnreachableException(),
        };
    }

    private Func<Value, Value, Value> CompileStep(ArithmeticStep step, NumberFormat? format)
    {
        var site = SiteOf(step, format);
        return step.Operator.Kind switch
        {
            OperatorKind.Add => (left, right) => Arithmetic.Combine<Addition>(left, right, site),
            OperatorKind.Subtract => (left, right) => Arithmetic.Combine<Subtraction>(left, right, site),
            OperatorKind.Multiply => (left, right) => Arithmetic.Combine<Multiplication>(left, right, site),
            OperatorKind.Divide => (left, right) => Arithmetic.Combine<Division>(left, right, site),
            _ => throw new UnreachableException(),
        };
    }

    private ArithmeticSite SiteOf(ArithmeticStep step, NumberFormat? left) => new(step.Span, SourceOf(step.Span), left, step.Operand.Format);
}
