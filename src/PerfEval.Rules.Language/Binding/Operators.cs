using System.Collections.Immutable;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;
using static PerfEval.Rules.Language.Binding.OperandKind;
using static PerfEval.Rules.Language.Syntax.OperatorKind;

namespace PerfEval.Rules.Language.Binding;

/// <summary>What an operator takes or gives, as far as operators tell types apart.</summary>
public enum OperandKind
{
    /// <summary>A plain number.</summary>
    Plain,

    /// <summary>Money.</summary>
    Money,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A day.</summary>
    Date,
}

/// <summary>A row of the table of binary operators: a new operator, or an old one on new operands, is one row.</summary>
/// <param name="Kind">The operator.</param>
/// <param name="Left">What stands on its left.</param>
/// <param name="Right">What stands on its right.</param>
/// <param name="Result">What it gives.</param>
public sealed partial record BinaryOperator(OperatorKind Kind, OperandKind Left, OperandKind Right, OperandKind Result)
{
    /// <summary>Every binary operator, in the order of the documentation. <c>??</c> takes any two values that agree and has no row.</summary>
    public static ImmutableArray<BinaryOperator> All { get; } =
    [
        new(Add, Plain, Plain, Plain),
        new(Add, Money, Money, Money),
        new(Subtract, Plain, Plain, Plain),
        new(Subtract, Money, Money, Money),
        new(Multiply, Plain, Plain, Plain),
        new(Multiply, Money, Plain, Money),
        new(Multiply, Plain, Money, Money),
        new(Divide, Plain, Plain, Plain),
        new(Divide, Money, Plain, Money),
        new(Divide, Money, Money, Plain),
        .. Comparisons([Equal, NotEqual], [Plain, Money, Bool, OperandKind.Text, Date]),
        .. Comparisons([Less, LessOrEqual, Greater, GreaterOrEqual], [Plain, Money, Date]),
        new(And, Bool, Bool, Bool),
        new(Or, Bool, Bool, Bool),
    ];

    /// <summary>The row for an operator between two types, or null.</summary>
    public static BinaryOperator? Find(OperatorKind kind, ExpressionType left, ExpressionType right)
    {
        foreach (var leftKind in left.OperandKinds)
        {
            foreach (var rightKind in right.OperandKinds)
            {
                if (All.FirstOrDefault(row => row.Kind == kind && row.Left == leftKind && row.Right == rightKind) is { } row)
                    return row;
            }
        }

        return null;
    }

    /// <summary>The type that this row gives for two types it takes: a quotient is inexact, and so is what comes of an inexact operand.</summary>
    public ExpressionType GetResultType(ExpressionType left, ExpressionType right)
    {
        if (Result is not (Plain or Money))
            return Result.Type;
        var (first, second) = ((NumberType)left, (NumberType)right);
        var isZero = first.Measure == Measure.Either && second.Measure == Measure.Either;
        return new NumberType(
            isZero ? Measure.Either : Result == Money ? Measure.Money : Measure.Plain,
            Kind == Divide || first.IsInexact || second.IsInexact);
    }

    private static IEnumerable<BinaryOperator> Comparisons(OperatorKind[] kinds, OperandKind[] operands) =>
        from kind in kinds from operand in operands select new BinaryOperator(kind, operand, operand, Bool);
}

/// <summary>A row of the table of unary operators.</summary>
/// <param name="Kind">The operator.</param>
/// <param name="Operand">What it takes.</param>
/// <param name="Result">What it gives.</param>
public sealed partial record UnaryOperator(OperatorKind Kind, OperandKind Operand, OperandKind Result)
{
    /// <summary>Every unary operator.</summary>
    public static ImmutableArray<UnaryOperator> All { get; } =
    [
        new(Negate, Plain, Plain),
        new(Negate, Money, Money),
        new(Not, Bool, Bool),
    ];

    /// <summary>The row for an operator before a type, or null.</summary>
    public static UnaryOperator? Find(OperatorKind kind, ExpressionType operand) =>
        operand.OperandKinds.Select(operandKind => All.FirstOrDefault(row => row.Kind == kind && row.Operand == operandKind))
            .FirstOrDefault(row => row is not null);
}
