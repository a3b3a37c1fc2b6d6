using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfEval.Rules.Scripting;

/// <summary>The part of C# that a script may use: values, choices, one pass over rows after the other. Whatever could run without end, or change anything but its own variables, is left out.</summary>
internal static class ScriptGrammar
{
    // The compiler tries every overload of each within every overload of the one around it.
    private const int MostLambdas = 3;

    private static readonly FrozenSet<SyntaxKind> Allowed = FrozenSet.Create(
        SyntaxKind.Block, SyntaxKind.LocalDeclarationStatement, SyntaxKind.VariableDeclaration, SyntaxKind.VariableDeclarator, SyntaxKind.EqualsValueClause,
        SyntaxKind.IfStatement, SyntaxKind.ElseClause, SyntaxKind.ForEachStatement, SyntaxKind.ReturnStatement, SyntaxKind.ExpressionStatement, SyntaxKind.EmptyStatement,
        SyntaxKind.IdentifierName, SyntaxKind.PredefinedType, SyntaxKind.NumericLiteralExpression, SyntaxKind.StringLiteralExpression,
        SyntaxKind.TrueLiteralExpression, SyntaxKind.FalseLiteralExpression, SyntaxKind.ParenthesizedExpression, SyntaxKind.CastExpression,
        SyntaxKind.AddExpression, SyntaxKind.SubtractExpression, SyntaxKind.MultiplyExpression, SyntaxKind.DivideExpression, SyntaxKind.ModuloExpression,
        SyntaxKind.EqualsExpression, SyntaxKind.NotEqualsExpression, SyntaxKind.LessThanExpression, SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.LogicalAndExpression, SyntaxKind.LogicalOrExpression,
        SyntaxKind.LogicalNotExpression, SyntaxKind.UnaryMinusExpression, SyntaxKind.UnaryPlusExpression, SyntaxKind.ConditionalExpression,
        SyntaxKind.SimpleAssignmentExpression, SyntaxKind.AddAssignmentExpression, SyntaxKind.SubtractAssignmentExpression, SyntaxKind.MultiplyAssignmentExpression,
        SyntaxKind.DivideAssignmentExpression, SyntaxKind.PostIncrementExpression, SyntaxKind.PreIncrementExpression, SyntaxKind.PostDecrementExpression, SyntaxKind.PreDecrementExpression,
        SyntaxKind.SwitchExpression, SyntaxKind.SwitchExpressionArm, SyntaxKind.WhenClause, SyntaxKind.IsPatternExpression, SyntaxKind.ConstantPattern, SyntaxKind.RelationalPattern,
        SyntaxKind.NotPattern, SyntaxKind.AndPattern, SyntaxKind.OrPattern, SyntaxKind.ParenthesizedPattern, SyntaxKind.DiscardPattern,
        SyntaxKind.InvocationExpression, SyntaxKind.ArgumentList, SyntaxKind.Argument, SyntaxKind.SimpleMemberAccessExpression,
        SyntaxKind.ObjectCreationExpression, SyntaxKind.SimpleLambdaExpression, SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.Parameter, SyntaxKind.ParameterList);

    /// <summary>Where the script's result stands, or null when it returns by itself; what it may not use has been told.</summary>
    public static int? Check(CompilationUnitSyntax script, ScriptDiagnostics diagnostics)
    {
        foreach (var node in script.DescendantNodes().Where(node => node is not GlobalStatementSyntax && !IsVariable(node) && !Allowed.Contains(node.Kind())))
            diagnostics.NotAllowed(SpanOf(node), node.GetFirstToken().Text);
        foreach (var lambda in script.DescendantNodes().OfType<LambdaExpressionSyntax>().Where(lambda => lambda.Ancestors().OfType<LambdaExpressionSyntax>().Count() >= MostLambdas))
            diagnostics.TooLarge(SpanOf(lambda));
        switch (script.Members.LastOrDefault())
        {
            case GlobalStatementSyntax { Statement: ReturnStatementSyntax }:
                return null;
            case GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } result }:
                return result.SpanStart;
            case var last:
                if (!diagnostics.HasAny)
                    diagnostics.NoResult(last is null ? default : SpanOf(last));
                return null;
        }
    }

    // The outermost variables of a script are its fields to the parser.
    private static bool IsVariable(SyntaxNode node) => node is FieldDeclarationSyntax { Modifiers.Count: 0, AttributeLists.Count: 0, Parent: CompilationUnitSyntax };

    private static Language.Text.TextSpan SpanOf(SyntaxNode node) => new(node.SpanStart, node.Span.Length);
}
