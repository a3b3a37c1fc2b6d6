using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PerfEval.Rules.Language.Syntax;

/// <summary>Syntax tree to text in its canonical form: one line, ASCII signs, one blank around binary operators.</summary>
public sealed partial class Printer
{
    private readonly StringBuilder printed = new();

    private Printer()
    {
    }

    /// <summary>
    /// The text of a tree. Parsing it gives the same tree, spans aside; where a tree made by hand would need brackets to be read as it is, it gets them.
    /// Missing parts print as nothing.
    /// </summary>
    public static string Print(SyntaxNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var printer = new Printer();
        printer.Print(node, Precedence.None);
        return printer.printed.ToString();
    }

    /// <summary>A text literal with the given value.</summary>
    public static string Quote(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var quoted = new StringBuilder("\"");
        foreach (var typed in value)
        {
            if (typed is '"' or '＂' or '\\')
                quoted.Append('\\');
            quoted.Append(typed);
        }

        return quoted.Append('"').ToString();
    }

    private void Print(SyntaxNode node, Precedence minimum)
    {
        if (node is ExpressionSyntax expression)
            PrintExpression(expression, minimum);
        else if (node is PatternSyntax pattern)
            PrintPattern(pattern, PatternPrecedence.Or);
        else if (node is SwitchArmSyntax arm)
            PrintArm(arm);
    }

    private void PrintExpression(ExpressionSyntax node, Precedence minimum)
    {
        var isBracketed = PrecedenceOf(node) < minimum;
        if (isBracketed)
            printed.Append('(');
        PrintBare(node);
        if (isBracketed)
            printed.Append(')');
    }

    private static Precedence PrecedenceOf(ExpressionSyntax node) => node switch
    {
        ConditionalSyntax or LambdaSyntax => Precedence.None,
        ChainSyntax chain => BinaryOperators.PrecedenceOf(chain.Operators[0].Kind),
        ComparisonSyntax comparison => BinaryOperators.PrecedenceOf(comparison.Operator.Kind),
        IsSyntax => Precedence.Relational,
        SwitchSyntax => Precedence.Switch,
        UnarySyntax => Precedence.Unary,
        _ => Precedence.Postfix,
    };

    private void PrintBare(ExpressionSyntax node)
    {
        switch (node)
        {
            case NameSyntax name:
                printed.Append(name.Name);
                break;
            case NumberSyntax number:
                printed.Append(number.Written.ToString(CultureInfo.InvariantCulture)).Append(number.Unit);
                break;
            case TextSyntax literal:
                printed.Append(Quote(literal.Value));
                break;
            case BoolSyntax literal:
                printed.Append(literal.Value ? "true" : "false");
                break;
            case NullSyntax:
                printed.Append("null");
                break;
            case ParenthesizedSyntax parenthesized:
                printed.Append('(');
                PrintExpression(parenthesized.Inner, Precedence.None);
                printed.Append(')');
                break;
            case UnarySyntax unary:
                printed.Append(BinaryOperators.Spelling(unary.Operator.Kind));
                PrintExpression(unary.Operand, Precedence.Unary);
                break;
            default:
                PrintCompound(node);
                break;
        }
    }

    private void PrintCompound(ExpressionSyntax node)
    {
        switch (node)
        {
            case ChainSyntax chain:
                PrintChain(chain);
                break;
            case ComparisonSyntax comparison:
                PrintComparison(comparison);
                break;
            case ConditionalSyntax conditional:
                PrintConditional(conditional);
                break;
            case IsSyntax test:
                PrintExpression(test.Operand, Precedence.Relational);
                printed.Append(" is ");
                PrintPattern(test.Pattern, PatternPrecedence.Or);
                break;
            case SwitchSyntax choice:
                PrintSwitch(choice);
                break;
            case CallSyntax call:
                PrintCall(call);
                break;
            case MemberSyntax member:
                PrintExpression(member.Target, Precedence.Postfix);
                printed.Append('.').Append(member.Name);
                break;
            case IndexSyntax index:
                PrintExpression(index.Target, Precedence.Postfix);
                printed.Append('[');
                PrintExpression(index.Key, Precedence.None);
                printed.Append(']');
                break;
            case LambdaSyntax lambda:
                printed.Append(lambda.Parameter).Append(" => ");
                PrintExpression(lambda.Body, Precedence.None);
                break;
        }
    }

    private void PrintList<T>(ImmutableArray<T> nodes, Action<T> print)
    {
        for (var index = 0; index < nodes.Length; index++)
        {
            if (index > 0)
                printed.Append(", ");
            print(nodes[index]);
        }
    }
}
