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

internal sealed partial class ValueCompiler
{
    /// <summary>In a loop: a chain may be long, and the stack is not.</summary>
    private Evaluator CompileArithmetic(BoundArithmetic chain)
    {
        var first = Compile(chain.First);
        var operands = chain.Steps.Select(step => Compile(step.Operand)).ToArray();
        var steps = chain.Steps.Select((step, i) => CompileStep(step, i == 0 ? chain.First.Format : chain.Format)).ToArray();
        return frame =>
        {
            var value = first(frame);
            for (var i = 0; i < steps.Length; i++)
                value = steps[i](value, operands[i](frame));
            return value;
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
