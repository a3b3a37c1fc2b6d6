using System.Collections.Immutable;

namespace PerfEval.Rules.Language.Syntax;

/// <summary>The nodes directly inside a node.</summary>
public static class SyntaxChildren
{
    extension(SyntaxNode node)
    {
        /// <summary>The nodes directly inside this one, in the order of the text; empty for names and literals.</summary>
        public ImmutableArray<SyntaxNode> Children => node switch
        {
            ParenthesizedSyntax parenthesized => [parenthesized.Inner],
            UnarySyntax unary => [unary.Operand],
            ChainSyntax chain => ImmutableArray<SyntaxNode>.CastUp(chain.Operands),
            ComparisonSyntax comparison => [comparison.Left, comparison.Right],
            ConditionalSyntax conditional => [conditional.Condition, conditional.WhenTrue, conditional.WhenFalse],
            IsSyntax test => [test.Operand, test.Pattern],
            SwitchSyntax choice => [choice.Operand, .. choice.Arms],
            SwitchArmSyntax { When: { } guard } arm => [arm.Pattern, guard, arm.Value],
            SwitchArmSyntax arm => [arm.Pattern, arm.Value],
            CallSyntax { Receiver: { } receiver } call => [receiver, .. call.Arguments],
            CallSyntax call => ImmutableArray<SyntaxNode>.CastUp(call.Arguments),
            MemberSyntax member => [member.Target],
            IndexSyntax index => [index.Target, index.Key],
            LambdaSyntax lambda => [lambda.Body],
            ConstantPatternSyntax constant => [constant.Value],
            RelationalPatternSyntax relational => [relational.Value],
            LogicalPatternSyntax logical => ImmutableArray<SyntaxNode>.CastUp(logical.Patterns),
            NotPatternSyntax not => [not.Pattern],
            ParenthesizedPatternSyntax parenthesized => [parenthesized.Inner],
            _ => [],
        };
    }
}
