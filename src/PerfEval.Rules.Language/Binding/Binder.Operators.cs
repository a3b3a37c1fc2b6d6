using System.Collections.Immutable;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding;

// Arithmetic and comparisons.
internal sealed partial class Binder
{
    private const decimal LeastDoubted = 2;

    private BoundExpression BindUnary(UnarySyntax syntax)
    {
        var operand = Bind(syntax.Operand);
        if (operand.Type is ErrorType)
            return new BoundError(syntax, [operand]);

        if (UnaryOperator.Find(syntax.Operator.Kind, operand.Type) is not { } op)
        {
            diagnostics.OperatorNotDefined(syntax.Operator, operand.Type);
            return new BoundError(syntax, [operand]);
        }

        return new BoundUnary(syntax, op, operand, operand.Type) { Format = operand.Format };
    }

    private BoundExpression BindChain(ChainSyntax syntax) => syntax.Operators[0].Kind switch
    {
        OperatorKind.Coalesce => BindCoalesce(syntax),
        OperatorKind.And or OperatorKind.Or => BindLogical(syntax),
        _ => BindArithmetic(syntax),
    };

    private BoundExpression BindArithmetic(ChainSyntax syntax)
    {
        var operands = Bind(syntax.Operands);
        var steps = ImmutableArray.CreateBuilder<ArithmeticStep>(syntax.Operators.Length);
        var type = operands[0].Type;
        for (var i = 0; i < syntax.Operators.Length; i++)
        {
            var operand = operands[i + 1];
            if (FindOperator(syntax.Operators[i], type, i == 0 ? operands[0] : null, operand) is not { } op)
                return new BoundError(syntax, operands);

            type = op.GetResultType(type, operand.Type);
            steps.Add(new(op, operand, TextSpan.Covering(operands[0].Syntax.Span, syntax.Operands[i + 1].Span), type));
        }

        return new BoundArithmetic(syntax, operands[0], steps.MoveToImmutable(), type)
        {
            Format = syntax.Operators[0].Kind is OperatorKind.Add or OperatorKind.Subtract ? Formats.Shared(type, operands) : Formats.OfProduct(type, operands),
        };
    }

    private BoundExpression BindComparison(ComparisonSyntax syntax)
    {
        if (FindComparedWithNull(syntax) is { } compared)
            return BindComparedWithNull(syntax, compared);

        var (left, right) = (Bind(syntax.Left), Bind(syntax.Right));
        if (FindOperator(syntax.Operator, left.Type, left, right) is not { } op || !AreComparable(left, right))
            return new BoundError(syntax, [left, right]);

        return new BoundComparison(syntax, left, op, right, left.Type is NumberType { IsInexact: true }, right.Type is NumberType { IsInexact: true });
    }

    private static ExpressionSyntax? FindComparedWithNull(ComparisonSyntax syntax) =>
        syntax.Operator.Kind is not (OperatorKind.Equal or OperatorKind.NotEqual) ? null
        : WithoutParentheses(syntax.Right) is NullSyntax ? syntax.Left
        : WithoutParentheses(syntax.Left) is NullSyntax ? syntax.Right
        : null;

    private BoundError BindComparedWithNull(ComparisonSyntax syntax, ExpressionSyntax compared)
    {
        var operand = compared.Span.Of(text).ToString();
        var isPostfix = compared is NameSyntax or MemberSyntax or IndexSyntax or CallSyntax or ParenthesizedSyntax;
        diagnostics.ComparedWithNull(syntax.Span, isPostfix ? operand : $"({operand})", syntax.Operator.Kind == OperatorKind.Equal);
        return new(syntax, compared is NullSyntax ? [] : [Bind(compared)]);
    }

    private bool AreComparable(BoundExpression left, BoundExpression right)
    {
        WarnOfPercent(left, right.Format);
        WarnOfPercent(right, left.Format);
        return IsChoice(left, right.Type) && IsChoice(right, left.Type);
    }

    // A rate of twice the whole is rare; of 90 times the whole, 90% is meant.
    private void WarnOfPercent(BoundExpression bound, NumberFormat? other)
    {
        if (other?.Unit is not { } unit || bound.Syntax is not NumberSyntax literal)
            return;
        if (unit != Units.Percent && literal.Form == NumberForm.Percent)
            diagnostics.PercentAgainstUnit(literal, literal.Span.Of(text)[..^1], unit);
        else if (unit == Units.Percent && literal is { Form: NumberForm.Plain, Value: >= LeastDoubted })
            diagnostics.PlainAgainstPercent(literal, literal.Span.Of(text));
    }

    /// <summary>The operator between a value so far and an operand, or null, reported. <paramref name="first"/> is the left side where that is a whole node.</summary>
    private BinaryOperator? FindOperator(OperatorToken token, ExpressionType left, BoundExpression? first, BoundExpression right)
    {
        if (left is ErrorType || right.Type is ErrorType)
            return null;
        if (token.Kind == OperatorKind.Divide && IsZero(right))
        {
            diagnostics.DivisionByZero(right.Span);
            return null;
        }

        if (BinaryOperator.Find(token.Kind, left, right.Type) is { } op)
            return op;

        if (BinaryOperator.Find(token.Kind, ExpressionType.Money, ExpressionType.Money) is { Left: OperandKind.Money }
            && FindPlainLiteral(left, first, right) is { } literal)
            ReportPlainLiteral(literal);
        else
            diagnostics.OperatorNotDefined(token, left, right.Type);
        return null;
    }

    private static bool IsZero(BoundExpression bound) => bound switch
    {
        BoundLiteral literal => literal.Type is NumberType && literal.Value.Number == 0,
        BoundUnary unary => unary.Type is NumberType && IsZero(unary.Operand),
        _ => false,
    };

    private static NumberSyntax? FindPlainLiteral(ExpressionType left, BoundExpression? first, BoundExpression right) =>
        left is NumberType { Measure: Measure.Money } ? FindPlainLiteral(right)
        : right.Type is NumberType { Measure: Measure.Money } && first is not null ? FindPlainLiteral(first)
        : null;

    private static NumberSyntax? FindPlainLiteral(BoundExpression bound) => bound switch
    {
        BoundLiteral { Syntax: NumberSyntax { Form: NumberForm.Plain, Value: not 0 } literal } => literal,
        BoundUnary { Operand: var operand } => FindPlainLiteral(operand),
        _ => null,
    };

    private bool ReportPlainLiteral(NumberSyntax literal)
    {
        diagnostics.PlainLiteralAgainstMoney(literal, literal.Span.Of(text));
        return false;
    }
}
