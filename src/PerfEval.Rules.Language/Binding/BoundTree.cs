using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding;

// The closed family of bound nodes: typed, names resolved. Values, bounds and explanation are three readings of this tree.

/// <summary>A typed expression with its names resolved; immutable.</summary>
public abstract record BoundExpression(ExpressionSyntax Syntax, ExpressionType Type)
{
    /// <summary>Where it stands in the text as typed.</summary>
    public TextSpan Span => Syntax.Span;

    /// <summary>How its number is written, from the input, param or literal it comes from; null: a plain number or another type.</summary>
    public NumberFormat? Format { get; init; }
}

/// <summary>Something wrong, already reported; keeps what could be bound so that an editor can help inside it.</summary>
public sealed record BoundError(ExpressionSyntax Syntax, ImmutableArray<BoundExpression> Children) : BoundExpression(Syntax, ExpressionType.Error);

/// <summary>A literal.</summary>
public sealed record BoundLiteral(ExpressionSyntax Syntax, ExpressionType Type, Value Value) : BoundExpression(Syntax, Type);

/// <summary>The value in a symbol's slot.</summary>
public sealed record BoundName(ExpressionSyntax Syntax, Symbol Symbol) : BoundExpression(Syntax, Symbol.Type);

/// <summary>A cell of a row.</summary>
public sealed record BoundCell(ExpressionSyntax Syntax, BoundExpression Row, int ColumnIndex, Column Column) : BoundExpression(Syntax, Column.Type);

/// <summary>The row of a table with a key. A key of inexact type is rounded to 20 decimals first.</summary>
public sealed record BoundIndex(ExpressionSyntax Syntax, BoundExpression Table, BoundExpression Key, RowType RowType) : BoundExpression(Syntax, RowType);

/// <summary><c>-x</c> or <c>!x</c>.</summary>
public sealed record BoundUnary(ExpressionSyntax Syntax, UnaryOperator Operator, BoundExpression Operand, ExpressionType Type) : BoundExpression(Syntax, Type);

/// <summary>One step of an arithmetic chain: the operator and its right operand.</summary>
/// <param name="Span">From the first operand of the chain to this operand.</param>
/// <param name="Type">Type of the value so far.</param>
public sealed record ArithmeticStep(BinaryOperator Operator, BoundExpression Operand, TextSpan Span, ExpressionType Type);

/// <summary>A flat chain of <c>+ -</c> or of <c>* /</c>, evaluated left to right.</summary>
public sealed record BoundArithmetic(ExpressionSyntax Syntax, BoundExpression First, ImmutableArray<ArithmeticStep> Steps, ExpressionType Type) : BoundExpression(Syntax, Type);

/// <summary>A comparison of two numbers, texts, dates or bools.</summary>
/// <param name="RoundsLeft">The left number is inexact and rounded to 20 decimals first.</param>
/// <param name="RoundsRight">Likewise the right.</param>
public sealed record BoundComparison(ExpressionSyntax Syntax, BoundExpression Left, BinaryOperator Operator, BoundExpression Right, bool RoundsLeft, bool RoundsRight)
    : BoundExpression(Syntax, ExpressionType.Bool);

/// <summary>A flat chain of <c>&amp;&amp;</c>, <c>||</c> (Kleene) or <c>??</c> (the first that is not missing).</summary>
public sealed record BoundLogical(ExpressionSyntax Syntax, OperatorKind Operator, ImmutableArray<BoundExpression> Operands, ExpressionType Type) : BoundExpression(Syntax, Type);

/// <summary><c>c ? a : b</c>.</summary>
public sealed record BoundConditional(ExpressionSyntax Syntax, BoundExpression Condition, BoundExpression WhenTrue, BoundExpression WhenFalse, ExpressionType Type) : BoundExpression(Syntax, Type);

/// <summary><c>x is pattern</c>.</summary>
/// <param name="Rounds">The operand is inexact and rounded to 20 decimals first.</param>
public sealed record BoundIs(ExpressionSyntax Syntax, BoundExpression Operand, BoundPattern Pattern, bool Rounds) : BoundExpression(Syntax, ExpressionType.Bool);

/// <summary>One arm of a switch.</summary>
public sealed record BoundArm(SwitchArmSyntax Syntax, BoundPattern Pattern, BoundExpression? When, BoundExpression Value);

/// <summary><c>x switch { … }</c>: covers every value, or ends in an arm that does.</summary>
public sealed record BoundSwitch(ExpressionSyntax Syntax, BoundExpression Operand, ImmutableArray<BoundArm> Arms, ExpressionType Type, bool Rounds) : BoundExpression(Syntax, Type);

/// <summary>A call of a function; lambdas stand among the arguments as <see cref="BoundLambda"/>.</summary>
public sealed record BoundCall(ExpressionSyntax Syntax, Function Function, ImmutableArray<BoundExpression> Arguments, ExpressionType Type) : BoundExpression(Syntax, Type);

/// <summary>A lambda: its parameter's slot is set to each row in turn. Its type is its body's.</summary>
public sealed record BoundLambda(ExpressionSyntax Syntax, Symbol Parameter, BoundExpression Body) : BoundExpression(Syntax, Body.Type);

/// <summary>Any pattern.</summary>
public abstract record BoundPattern(PatternSyntax Syntax)
{
    /// <summary>Whether it or a part of it is wrong.</summary>
    public bool HasError => this switch
    {
        BoundErrorPattern => true,
        BoundLogicalPattern logical => logical.Patterns.Any(pattern => pattern.HasError),
        BoundNotPattern not => not.Pattern.HasError,
        _ => false,
    };
}

/// <summary>Something wrong, already reported; matches nothing and takes no part in coverage.</summary>
public sealed record BoundErrorPattern(PatternSyntax Syntax) : BoundPattern(Syntax);

/// <summary>Equal to a constant.</summary>
public sealed record BoundConstantPattern(PatternSyntax Syntax, Value Value) : BoundPattern(Syntax);

/// <summary>Less or greater than a constant number or date.</summary>
public sealed record BoundRelationalPattern(PatternSyntax Syntax, OperatorKind Operator, Value Value) : BoundPattern(Syntax);

/// <summary>All (<c>and</c>) or one (<c>or</c>) of several.</summary>
public sealed record BoundLogicalPattern(PatternSyntax Syntax, bool IsAnd, ImmutableArray<BoundPattern> Patterns) : BoundPattern(Syntax);

/// <summary>What another does not match; never a missing value.</summary>
public sealed record BoundNotPattern(PatternSyntax Syntax, BoundPattern Pattern) : BoundPattern(Syntax);

/// <summary>Every value that is present.</summary>
public sealed record BoundDiscardPattern(PatternSyntax Syntax) : BoundPattern(Syntax);

/// <summary>A missing value.</summary>
public sealed record BoundNullPattern(PatternSyntax Syntax) : BoundPattern(Syntax);
