namespace PerfEval.Rules.Language.Syntax;

public sealed partial class Printer
{
    private enum PatternPrecedence
    {
        Or,
        And,
        Not,
    }

    private void PrintChain(ChainSyntax chain)
    {
        var operand = BinaryOperators.PrecedenceOf(chain.Operators[0].Kind) + 1;
        PrintExpression(chain.Operands[0], operand);
        for (var index = 0; index < chain.Operators.Length; index++)
        {
            var next = chain.Operands[index + 1];
            printed.Append(' ').Append(BinaryOperators.Spelling(chain.Operators[index].Kind)).Append(' ');
            PrintExpression(next, operand > Precedence.Additive && BeginsWithSwitch(next) ? Precedence.Postfix : operand);
        }
    }

    // `a * (b switch { … })`: behind an arithmetic operator a switch is refused without brackets.
    private static bool BeginsWithSwitch(ExpressionSyntax node) =>
        node is SwitchSyntax or ChainSyntax { Operands: [SwitchSyntax, ..] };

    // The left side of `==` may be another comparison; that of `<` may not: `a < b < c` is refused.
    private void PrintComparison(ComparisonSyntax comparison)
    {
        var own = BinaryOperators.PrecedenceOf(comparison.Operator.Kind);
        var isChain = own == Precedence.Relational && comparison.Left is ComparisonSyntax;
        PrintExpression(comparison.Left, isChain ? Precedence.Additive : own);
        printed.Append(' ').Append(BinaryOperators.Spelling(comparison.Operator.Kind)).Append(' ');
        PrintExpression(comparison.Right, own + 1);
    }

    private void PrintConditional(ConditionalSyntax conditional)
    {
        PrintExpression(conditional.Condition, Precedence.Coalesce);
        printed.Append(" ? ");
        PrintExpression(conditional.WhenTrue, Precedence.None);
        printed.Append(" : ");
        PrintExpression(conditional.WhenFalse, Precedence.None);
    }

    private void PrintSwitch(SwitchSyntax choice)
    {
        PrintExpression(choice.Operand, Precedence.Switch);
        printed.Append(" switch { ");
        PrintList(choice.Arms, PrintArm);
        printed.Append(" }");
    }

    private void PrintArm(SwitchArmSyntax arm)
    {
        PrintPattern(arm.Pattern, PatternPrecedence.Or);
        if (arm.When is { } guard)
        {
            printed.Append(" when ");
            PrintExpression(guard, Precedence.None);
        }

        printed.Append(" => ");
        PrintExpression(arm.Value, Precedence.None);
    }

    private void PrintCall(CallSyntax call)
    {
        if (call.Receiver is { } receiver)
        {
            PrintExpression(receiver, Precedence.Postfix);
            printed.Append('.');
        }

        printed.Append(call.Name).Append('(');
        PrintList(call.Arguments, argument => PrintExpression(argument, Precedence.None));
        printed.Append(')');
    }

    private void PrintPattern(PatternSyntax node, PatternPrecedence minimum)
    {
        var precedence = node is LogicalPatternSyntax logical ? (logical.IsAnd ? PatternPrecedence.And : PatternPrecedence.Or) : PatternPrecedence.Not;
        var isBracketed = precedence < minimum;
        if (isBracketed)
            printed.Append('(');
        PrintBarePattern(node);
        if (isBracketed)
            printed.Append(')');
    }

    private void PrintBarePattern(PatternSyntax node)
    {
        switch (node)
        {
            case ConstantPatternSyntax constant:
                PrintExpression(constant.Value, Precedence.Additive);
                break;
            case RelationalPatternSyntax relational:
                printed.Append(BinaryOperators.Spelling(relational.Operator.Kind)).Append(' ');
                PrintExpression(relational.Value, Precedence.Additive);
                break;
            case LogicalPatternSyntax logical:
                PrintLogicalPattern(logical);
                break;
            case NotPatternSyntax not:
                printed.Append("not ");
                PrintPattern(not.Pattern, PatternPrecedence.Not);
                break;
            case DiscardPatternSyntax:
                printed.Append('_');
                break;
            case NullPatternSyntax:
                printed.Append("null");
                break;
            case ParenthesizedPatternSyntax parenthesized:
                printed.Append('(');
                PrintPattern(parenthesized.Inner, PatternPrecedence.Or);
                printed.Append(')');
                break;
        }
    }

    private void PrintLogicalPattern(LogicalPatternSyntax logical)
    {
        for (var index = 0; index < logical.Patterns.Length; index++)
        {
            if (index > 0)
                printed.Append(logical.IsAnd ? " and " : " or ");
            PrintPattern(logical.Patterns[index], logical.IsAnd ? PatternPrecedence.Not : PatternPrecedence.And);
        }
    }
}
