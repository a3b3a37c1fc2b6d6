using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Functions;

/// <summary>The rules by which functions get their result types; null: the measures of the arguments do not agree.</summary>
internal static class ResultTypes
{
    public static Func<ImmutableArray<BoundExpression>, ExpressionType?> Always(ExpressionType type) => _ => type;

    public static ExpressionType? SameAsFirst(ImmutableArray<BoundExpression> arguments) => arguments[0].Type;

    /// <summary>The first argument's, rounded and therefore exact.</summary>
    public static ExpressionType? FirstRounded(ImmutableArray<BoundExpression> arguments) => Number(arguments, 0)?.Exact;

    /// <summary>All arguments measure the same; the result is one of them or their sum.</summary>
    public static ExpressionType? Joined(ImmutableArray<BoundExpression> arguments) =>
        NumberTypes.JoinAll(arguments.Select(argument => argument.Type));

    /// <summary>All arguments measure the same; the result is divided by their number.</summary>
    public static ExpressionType? JoinedInexact(ImmutableArray<BoundExpression> arguments) =>
        NumberTypes.JoinAll(arguments.Select(argument => argument.Type))?.Inexact;

    /// <summary>What the lambda gives.</summary>
    public static ExpressionType? OfLambda(ImmutableArray<BoundExpression> arguments) => arguments[1].Type;

    /// <summary>What the first lambda gives, after a division.</summary>
    public static ExpressionType? OfLambdaInexact(ImmutableArray<BoundExpression> arguments) => Number(arguments, 1)?.Inexact;

    public static ExpressionType? RowOfTable(ImmutableArray<BoundExpression> arguments) =>
        arguments[0].Type is TableType table ? new RowType(table) : null;

    /// <summary>a / b as the operator has it, or the third argument in its place.</summary>
    public static ExpressionType? Quotient(ImmutableArray<BoundExpression> arguments) =>
        BinaryOperator.Find(OperatorKind.Divide, arguments[0].Type, arguments[1].Type) is { } divide
        && divide.GetResultType(arguments[0].Type, arguments[1].Type) is NumberType quotient
        && Number(arguments, 2) is { } ifBothZero
            ? quotient.Join(ifBothZero)?.Inexact
            : null;

    /// <summary>x, x0 and x1 measure the same, and so do y0 and y1, which is what the result measures.</summary>
    public static ExpressionType? Interpolated(ImmutableArray<BoundExpression> arguments)
    {
        var across = NumberTypes.JoinAll([arguments[0].Type, arguments[1].Type, arguments[3].Type]);
        var along = NumberTypes.JoinAll([arguments[2].Type, arguments[4].Type]);
        return across is null ? null : along?.Inexact;
    }

    private static NumberType? Number(ImmutableArray<BoundExpression> arguments, int index) => arguments[index].Type as NumberType;
}
