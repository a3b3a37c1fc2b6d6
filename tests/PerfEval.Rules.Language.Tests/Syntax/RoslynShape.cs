using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OperatorKind = PerfEval.Rules.Language.Syntax.OperatorKind;

namespace PerfEval.Rules.Language.Tests.Syntax;

/// <summary>A tree of Roslyn written out as <see cref="Shape"/> writes ours, chains flattened, brackets left out.</summary>
internal static class RoslynShape
{
    public static string Of(CSharpSyntaxNode node) => node switch
    {
        ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression),
        ParenthesizedPatternSyntax parenthesized => Of(parenthesized.Pattern),
        IdentifierNameSyntax name => name.Identifier.ValueText,
        LiteralExpressionSyntax literal => Literal(literal),
        PrefixUnaryExpressionSyntax unary => $"({(unary.RawKind == (int)SyntaxKind.UnaryMinusExpression ? OperatorKind.Negate : OperatorKind.Not)} {Of(unary.Operand)})",
        BinaryExpressionSyntax binary when Precedence(binary) is { } level => $"({Chain(binary, level)})",
        BinaryExpressionSyntax binary => $"({Of(binary.Left)} {Operators[binary.OperatorToken.Text]} {Of(binary.Right)})",
        ConditionalExpressionSyntax conditional => $"(if {Of(conditional.Condition)} {Of(conditional.WhenTrue)} {Of(conditional.WhenFalse)})",
        IsPatternExpressionSyntax test => $"(is {Of(test.Expression)} {Of(test.Pattern)})",
        SwitchExpressionSyntax choice => $"(switch {Of(choice.GoverningExpression)} {string.Join(' ', choice.Arms.Select(Of))})",
        SwitchExpressionArmSyntax { WhenClause: { } guard } arm => $"[{Of(arm.Pattern)} when {Of(guard.Condition)} => {Of(arm.Expression)}]",
        SwitchExpressionArmSyntax arm => $"[{Of(arm.Pattern)} => {Of(arm.Expression)}]",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => $"(call {Of(member.Expression)}.{member.Name.Identifier.ValueText}{Arguments(call)})",
        InvocationExpressionSyntax call => $"(call {Of(call.Expression)}{Arguments(call)})",
        MemberAccessExpressionSyntax member => $"(. {Of(member.Expression)} {member.Name.Identifier.ValueText})",
        ElementAccessExpressionSyntax element => $"(at {Of(element.Expression)} {Of(element.ArgumentList.Arguments[0].Expression)})",
        SimpleLambdaExpressionSyntax { ExpressionBody: { } body } lambda => $"(lambda {lambda.Parameter.Identifier.ValueText} {Of(body)})",
        ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } => "<null>",
        ConstantPatternSyntax { Expression: ParenthesizedExpressionSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } } => "<null>",
        ConstantPatternSyntax constant => $"<{Of(constant.Expression)}>",
        RelationalPatternSyntax relational => $"<{Operators[relational.OperatorToken.Text]} {Of(relational.Expression)}>",
        BinaryPatternSyntax logical => $"<{logical.OperatorToken.Text} {string.Join(' ', Flatten(logical, logical.Kind()).Select(Of))}>",
        UnaryPatternSyntax not => $"<not {Of(not.Pattern)}>",
        DiscardPatternSyntax => "<_>",
        _ => $"!{node.Kind()}!",
    };

    private static readonly Dictionary<string, OperatorKind> Operators = new()
    {
        ["||"] = OperatorKind.Or,
        ["&&"] = OperatorKind.And,
        ["??"] = OperatorKind.Coalesce,
        ["=="] = OperatorKind.Equal,
        ["!="] = OperatorKind.NotEqual,
        ["<"] = OperatorKind.Less,
        ["<="] = OperatorKind.LessOrEqual,
        [">"] = OperatorKind.Greater,
        [">="] = OperatorKind.GreaterOrEqual,
        ["+"] = OperatorKind.Add,
        ["-"] = OperatorKind.Subtract,
        ["*"] = OperatorKind.Multiply,
        ["/"] = OperatorKind.Divide,
    };

    private static string? Precedence(ExpressionSyntax node) => node is not BinaryExpressionSyntax binary ? null : binary.OperatorToken.Text switch
    {
        "+" or "-" => "+",
        "*" or "/" => "*",
        "||" or "&&" or "??" => binary.OperatorToken.Text,
        _ => null,
    };

    // Left-deep for all but `??`, which is right-deep.
    private static string Chain(BinaryExpressionSyntax binary, string level)
    {
        var left = level != "??" && Precedence(binary.Left) == level ? Chain((BinaryExpressionSyntax)binary.Left, level) : Of(binary.Left);
        var right = level == "??" && Precedence(binary.Right) == level ? Chain((BinaryExpressionSyntax)binary.Right, level) : Of(binary.Right);
        return $"{left} {Operators[binary.OperatorToken.Text]} {right}";
    }

    private static IEnumerable<PatternSyntax> Flatten(PatternSyntax pattern, SyntaxKind kind) =>
        pattern is BinaryPatternSyntax logical && logical.RawKind == (int)kind ? Flatten(logical.Left, kind).Append(logical.Right) : [pattern];

    private static string Arguments(InvocationExpressionSyntax call) =>
        string.Concat(call.ArgumentList.Arguments.Select(argument => " " + Of(argument.Expression)));

    private static string Literal(LiteralExpressionSyntax literal) => literal.Kind() switch
    {
        SyntaxKind.NumericLiteralExpression => decimal.Parse(literal.Token.Text, CultureInfo.InvariantCulture).ToString("0.############################", CultureInfo.InvariantCulture),
        SyntaxKind.StringLiteralExpression => $"'{literal.Token.ValueText}'",
        _ => literal.Token.Text,
    };
}
