using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Syntax;

// The closed family of syntax nodes. Chains of one precedence level are flat (`a + b - c` is one node with three operands),
// so the depth of a tree is bounded by the nesting limit and every pass over it may recurse.

/// <summary>A node of the parsed text; immutable; <see cref="Span"/> covers it in the text as typed.</summary>
public abstract record SyntaxNode(TextSpan Span);

/// <summary>Any expression.</summary>
public abstract record ExpressionSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>What stands where an expression was expected and none was found; already reported.</summary>
public sealed record MissingSyntax(TextSpan Span) : ExpressionSyntax(Span);

/// <summary>A name, normalised (NFKC).</summary>
public sealed record NameSyntax(TextSpan Span, string Name) : ExpressionSyntax(Span);

/// <summary>How a number literal was written.</summary>
public enum NumberForm
{
    /// <summary><c>12</c>, <c>0.5</c>.</summary>
    Plain,

    /// <summary><c>95%</c>; the value is the ratio.</summary>
    Percent,

    /// <summary><c>50万元</c>; the value is in 元.</summary>
    Money,
}

/// <summary>A number literal.</summary>
/// <param name="Value">Ratio for a percent, 元 for money, else as written.</param>
/// <param name="Written">The digits before the sign, as a number: 95 for <c>95%</c>, 50 for <c>50万元</c>.</param>
/// <param name="Unit"><c>元</c>, <c>万元</c>, <c>亿元</c> for money, <c>%</c> for a percent, else null.</param>
public sealed record NumberSyntax(TextSpan Span, decimal Value, decimal Written, NumberForm Form, string? Unit) : ExpressionSyntax(Span);

/// <summary>A text literal, unescaped.</summary>
public sealed record TextSyntax(TextSpan Span, string Value) : ExpressionSyntax(Span);

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record BoolSyntax(TextSpan Span, bool Value) : ExpressionSyntax(Span);

/// <summary><c>null</c>: legal as a pattern only; kept in expressions so that <c>x == null</c> can be explained.</summary>
public sealed record NullSyntax(TextSpan Span) : ExpressionSyntax(Span);

/// <summary>An expression in parentheses.</summary>
public sealed record ParenthesizedSyntax(TextSpan Span, ExpressionSyntax Inner) : ExpressionSyntax(Span);

/// <summary>The operators, by their ASCII spelling.</summary>
public enum OperatorKind
{
    /// <summary><c>||</c></summary>
    Or,
    /// <summary><c>&amp;&amp;</c></summary>
    And,
    /// <summary><c>??</c></summary>
    Coalesce,
    /// <summary><c>==</c></summary>
    Equal,
    /// <summary><c>!=</c></summary>
    NotEqual,
    /// <summary><c>&lt;</c></summary>
    Less,
    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,
    /// <summary><c>&gt;</c></summary>
    Greater,
    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,
    /// <summary><c>+</c></summary>
    Add,
    /// <summary><c>-</c></summary>
    Subtract,
    /// <summary><c>*</c></summary>
    Multiply,
    /// <summary><c>/</c></summary>
    Divide,
    /// <summary>unary <c>-</c></summary>
    Negate,
    /// <summary>unary <c>!</c></summary>
    Not,
}

/// <summary>An operator where it stands.</summary>
public readonly record struct OperatorToken(OperatorKind Kind, TextSpan Span);

/// <summary><c>-x</c> or <c>!x</c>.</summary>
public sealed record UnarySyntax(TextSpan Span, OperatorToken Operator, ExpressionSyntax Operand) : ExpressionSyntax(Span);

/// <summary>
/// A flat chain of one precedence level: <c>||</c>; <c>&amp;&amp;</c>; <c>??</c>; <c>+ -</c>; <c>* /</c>.
/// At least two operands; operator <c>i</c> stands between operands <c>i</c> and <c>i + 1</c>; evaluated left to right.
/// </summary>
public sealed record ChainSyntax(TextSpan Span, ImmutableArray<ExpressionSyntax> Operands, ImmutableArray<OperatorToken> Operators) : ExpressionSyntax(Span);

/// <summary>A comparison: <c>== != &lt; &lt;= &gt; &gt;=</c>.</summary>
public sealed record ComparisonSyntax(TextSpan Span, ExpressionSyntax Left, OperatorToken Operator, ExpressionSyntax Right) : ExpressionSyntax(Span);

/// <summary><c>c ? a : b</c>.</summary>
public sealed record ConditionalSyntax(TextSpan Span, ExpressionSyntax Condition, ExpressionSyntax WhenTrue, ExpressionSyntax WhenFalse) : ExpressionSyntax(Span);

/// <summary><c>x is pattern</c>.</summary>
public sealed record IsSyntax(TextSpan Span, ExpressionSyntax Operand, PatternSyntax Pattern) : ExpressionSyntax(Span);

/// <summary><c>x switch { … }</c>.</summary>
/// <param name="KeywordSpan">The word <c>switch</c>.</param>
public sealed record SwitchSyntax(TextSpan Span, ExpressionSyntax Operand, TextSpan KeywordSpan, ImmutableArray<SwitchArmSyntax> Arms) : ExpressionSyntax(Span);

/// <summary>One arm, <c>pattern when condition => value</c>.</summary>
public sealed record SwitchArmSyntax(TextSpan Span, PatternSyntax Pattern, ExpressionSyntax? When, ExpressionSyntax Value) : SyntaxNode(Span);

/// <summary><c>name(arguments)</c>, or <c>receiver.name(arguments)</c>.</summary>
public sealed record CallSyntax(TextSpan Span, ExpressionSyntax? Receiver, string Name, TextSpan NameSpan, ImmutableArray<ExpressionSyntax> Arguments) : ExpressionSyntax(Span);

/// <summary><c>target.name</c>.</summary>
public sealed record MemberSyntax(TextSpan Span, ExpressionSyntax Target, string Name, TextSpan NameSpan) : ExpressionSyntax(Span);

/// <summary><c>target[key]</c>.</summary>
public sealed record IndexSyntax(TextSpan Span, ExpressionSyntax Target, ExpressionSyntax Key) : ExpressionSyntax(Span);

/// <summary><c>name => body</c>: legal as an argument of a table function only.</summary>
public sealed record LambdaSyntax(TextSpan Span, string Parameter, TextSpan ParameterSpan, ExpressionSyntax Body) : ExpressionSyntax(Span);

/// <summary>Any pattern.</summary>
public abstract record PatternSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>A value to be equal to; the binder demands a literal (with a sign at most).</summary>
public sealed record ConstantPatternSyntax(TextSpan Span, ExpressionSyntax Value) : PatternSyntax(Span);

/// <summary><c>&gt;= 90%</c>.</summary>
public sealed record RelationalPatternSyntax(TextSpan Span, OperatorToken Operator, ExpressionSyntax Value) : PatternSyntax(Span);

/// <summary>A flat chain of <c>and</c>, or of <c>or</c>; at least two.</summary>
public sealed record LogicalPatternSyntax(TextSpan Span, bool IsAnd, ImmutableArray<PatternSyntax> Patterns) : PatternSyntax(Span);

/// <summary><c>not pattern</c>.</summary>
public sealed record NotPatternSyntax(TextSpan Span, PatternSyntax Pattern) : PatternSyntax(Span);

/// <summary><c>_</c>: every value that is present.</summary>
public sealed record DiscardPatternSyntax(TextSpan Span) : PatternSyntax(Span);

/// <summary><c>null</c>: a missing value.</summary>
public sealed record NullPatternSyntax(TextSpan Span) : PatternSyntax(Span);

/// <summary>A pattern in parentheses.</summary>
public sealed record ParenthesizedPatternSyntax(TextSpan Span, PatternSyntax Inner) : PatternSyntax(Span);
