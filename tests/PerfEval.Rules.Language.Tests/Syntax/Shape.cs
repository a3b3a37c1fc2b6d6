using System.Globalization;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Tests.Syntax;

/// <summary>A tree written out with every bracket, operators first and without spans: two trees are the same when their shapes are.</summary>
internal sealed class Shape
{
    private readonly bool showsGroups;

    private Shape(bool showsGroups) => this.showsGroups = showsGroups;

    public static string Of(SyntaxNode node) => new Shape(showsGroups: true).Write(node);

    /// <summary>The shape without the brackets that were typed: what the tree means.</summary>
    public static string WithoutGroups(SyntaxNode node) => new Shape(showsGroups: false).Write(node);

    private string Write(SyntaxNode node) => node switch
    {
        MissingSyntax => "?",
        NameSyntax name => name.Name,
        NumberSyntax { Form: NumberForm.Plain } number => Digits(number.Value),
        NumberSyntax number => $"{Digits(number.Value)}:{Digits(number.Written)}{number.Unit}",
        TextSyntax literal => $"'{literal.Value}'",
        BoolSyntax literal => literal.Value ? "true" : "false",
        NullSyntax => "null",
        ParenthesizedSyntax { Inner: var inner } when !showsGroups => Write(inner),
        ParenthesizedPatternSyntax { Inner: var inner } when !showsGroups => Write(inner),
        ParenthesizedSyntax parenthesized => $"(group {Write(parenthesized.Inner)})",
        UnarySyntax unary => $"({unary.Operator.Kind} {Write(unary.Operand)})",
        ChainSyntax chain => $"({Write(chain.Operands[0])}{string.Concat(chain.Operators.Zip(chain.Operands.Skip(1), (sign, operand) => $" {sign.Kind} {Write(operand)}"))})",
        ComparisonSyntax comparison => $"({Write(comparison.Left)} {comparison.Operator.Kind} {Write(comparison.Right)})",
        ConditionalSyntax conditional => $"(if {All(conditional.Children)})",
        IsSyntax test => $"(is {All(test.Children)})",
        SwitchSyntax choice => $"(switch {All(choice.Children)})",
        SwitchArmSyntax { When: { } guard } arm => $"[{Write(arm.Pattern)} when {Write(guard)} => {Write(arm.Value)}]",
        SwitchArmSyntax arm => $"[{Write(arm.Pattern)} => {Write(arm.Value)}]",
        CallSyntax { Receiver: { } receiver } call => $"(call {Write(receiver)}.{call.Name}{All(call.Arguments, " ")})",
        CallSyntax call => $"(call {call.Name}{All(call.Arguments, " ")})",
        MemberSyntax member => $"(. {Write(member.Target)} {member.Name})",
        IndexSyntax index => $"(at {All(index.Children)})",
        LambdaSyntax lambda => $"(lambda {lambda.Parameter} {Write(lambda.Body)})",
        ConstantPatternSyntax constant => $"<{Write(constant.Value)}>",
        RelationalPatternSyntax relational => $"<{relational.Operator.Kind} {Write(relational.Value)}>",
        LogicalPatternSyntax logical => $"<{(logical.IsAnd ? "and" : "or")} {All(logical.Children)}>",
        NotPatternSyntax not => $"<not {Write(not.Pattern)}>",
        DiscardPatternSyntax => "<_>",
        NullPatternSyntax => "<null>",
        ParenthesizedPatternSyntax parenthesized => $"<group {Write(parenthesized.Inner)}>",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private string All(IEnumerable<SyntaxNode> nodes, string before = "")
    {
        var all = string.Join(' ', nodes.Select(Write));
        return all.Length > 0 ? before + all : "";
    }

    private static string Digits(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
