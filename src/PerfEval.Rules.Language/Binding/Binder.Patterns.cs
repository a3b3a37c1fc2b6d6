using System.Collections.Immutable;
using System.Diagnostics;
using PerfEval.Rules.Language.Binding.Coverage;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding;

// Patterns and their constants.
internal sealed partial class Binder
{
    private BoundExpression BindIs(IsSyntax syntax)
    {
        var operand = Bind(syntax.Operand);
        var pattern = BindPattern(syntax.Pattern, operand);
        if (operand.Type is ErrorType || pattern.HasError)
            return new BoundError(syntax, [operand]);

        if (PatternSet.Of(pattern, operand.Type).IsEmpty)
            diagnostics.EmptyPattern(syntax.Pattern.Span);
        return new BoundIs(syntax, operand, pattern, operand.Type is NumberType { IsInexact: true });
    }

    private BoundPattern BindPattern(PatternSyntax syntax, BoundExpression operand) => syntax switch
    {
        DiscardPatternSyntax => new BoundDiscardPattern(syntax),
        NullPatternSyntax => new BoundNullPattern(syntax),
        ParenthesizedPatternSyntax parenthesized => BindPattern(parenthesized.Inner, operand),
        NotPatternSyntax not => new BoundNotPattern(not, BindPattern(not.Pattern, operand)),
        LogicalPatternSyntax logical => BindLogicalPattern(logical, operand),
        ConstantPatternSyntax constant => BindConstant(constant.Value, operand) is { } value
            ? new BoundConstantPattern(syntax, value)
            : new BoundErrorPattern(syntax),
        RelationalPatternSyntax relational => BindRelationalPattern(relational, operand),
        _ => throw new UnreachableException(),
    };

    private BoundLogicalPattern BindLogicalPattern(LogicalPatternSyntax syntax, BoundExpression operand)
    {
        var patterns = ImmutableArray.CreateBuilder<BoundPattern>(syntax.Patterns.Length);
        foreach (var pattern in syntax.Patterns)
            patterns.Add(BindPattern(pattern, operand));
        return new(syntax, syntax.IsAnd, patterns.MoveToImmutable());
    }

    private BoundPattern BindRelationalPattern(RelationalPatternSyntax syntax, BoundExpression operand)
    {
        if (operand.Type is not (NumberType or DateType or ErrorType))
        {
            diagnostics.RelationalPatternNotDefined(syntax.Operator, operand.Type);
            return new BoundErrorPattern(syntax);
        }

        return BindConstant(syntax.Value, operand) is { } value
            ? new BoundRelationalPattern(syntax, syntax.Operator.Kind, value)
            : new BoundErrorPattern(syntax);
    }

    /// <summary>The constant's value where it may be compared with the operand; else null, reported (once).</summary>
    private Value? BindConstant(ExpressionSyntax syntax, BoundExpression operand)
    {
        if (FindConstant(syntax) is not { } constant)
        {
            if (WithoutParentheses(syntax) is not MissingSyntax)
                diagnostics.PatternNotConstant(syntax.Span);
            return null;
        }

        if (operand.Type is ErrorType || constant.Value.IsFailed)
            return null;
        WarnOfPercent(constant, operand.Format);
        return IsComparable(constant, syntax, operand.Type) ? constant.Value : null;
    }

    private bool IsComparable(BoundLiteral constant, ExpressionSyntax syntax, ExpressionType operand)
    {
        if (BinaryOperator.Find(OperatorKind.Equal, operand, constant.Type) is not null)
            return IsChoice(constant, operand);

        if (operand is NumberType { Measure: Measure.Money } && WithoutSign(syntax) is NumberSyntax { Form: NumberForm.Plain } plain)
            return ReportPlainLiteral(plain);
        diagnostics.PatternTypeDiffers(syntax.Span, constant.Type, operand);
        return false;
    }

    /// <summary>A literal, with signs or in parentheses, or <c>date(…)</c> of whole literals; null for anything else.</summary>
    private BoundLiteral? FindConstant(ExpressionSyntax syntax) => syntax switch
    {
        ParenthesizedSyntax parenthesized => FindConstant(parenthesized.Inner),
        NumberSyntax number => BindNumber(number),
        TextSyntax or BoolSyntax => (BoundLiteral)Bind(syntax),
        UnarySyntax { Operator.Kind: OperatorKind.Negate } unary when FindConstant(unary.Operand) is { Type: NumberType } negated =>
            negated with { Value = Value.Of(-negated.Value.Number) },
        CallSyntax { Receiver: null, Arguments: [NumberSyntax year, NumberSyntax month, NumberSyntax day] } call
            when string.Equals(call.Name, "date", StringComparison.OrdinalIgnoreCase) => BindDate(call, year.Value, month.Value, day.Value),
        _ => null,
    };

    private BoundLiteral BindDate(CallSyntax syntax, decimal year, decimal month, decimal day)
    {
        if (year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && new[] { year, month, day }.All(decimal.IsInteger)
            && day <= DateTime.DaysInMonth((int)year, (int)month))
            return new(syntax, ExpressionType.Date, Value.Of(new DateOnly((int)year, (int)month, (int)day)));

        diagnostics.NoSuchDate(syntax.Span);
        return new(syntax, ExpressionType.Date, Value.Failed(new(syntax.Span, new("没有这一天", "no such day"))));
    }

    private static ExpressionSyntax WithoutSign(ExpressionSyntax syntax)
    {
        while (syntax is UnarySyntax or ParenthesizedSyntax)
            syntax = syntax is UnarySyntax unary ? unary.Operand : WithoutParentheses(syntax);
        return syntax;
    }
}
