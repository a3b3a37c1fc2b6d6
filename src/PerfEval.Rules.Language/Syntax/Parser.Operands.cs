using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Syntax;

public sealed partial class Parser
{
    // Signs before an operand are gathered, not recursed into: there may be thousands.
    private ExpressionSyntax ParseUnary()
    {
        if (Current.Kind is not (TokenKind.Minus or TokenKind.Bang or TokenKind.Plus or TokenKind.Not))
            return ParsePostfix(ParsePrimary());

        List<OperatorToken> signs = [];
        while (Current.Kind is TokenKind.Minus or TokenKind.Bang or TokenKind.Plus or TokenKind.Not)
        {
            var sign = Next();
            if (sign.Kind == TokenKind.Plus)
                diagnostics.UnaryPlus(sign.Span);
            else
                signs.Add(new(sign.Kind == TokenKind.Minus ? OperatorKind.Negate : OperatorKind.Not, sign.Span));
            if (sign.Kind == TokenKind.Not)
                diagnostics.OperatorSpelling(sign.Span, "not", "!");
        }

        var operand = ParsePostfix(ParsePrimary());
        for (var index = signs.Count - 1; index >= 0; index--)
            operand = new UnarySyntax(TextSpan.Covering(signs[index].Span, operand.Span), signs[index], operand);
        return operand;
    }

    private ExpressionSyntax ParsePostfix(ExpressionSyntax operand)
    {
        while (true)
        {
            switch (Current.Kind)
            {
                case TokenKind.Dot:
                    operand = ParseMember(operand);
                    break;
                case TokenKind.OpenBracket when Previous.EndsOperand:
                    operand = ParseIndex(operand);
                    break;
                case TokenKind.OpenParen when operand is NameSyntax name:
                    operand = ParseCall(null, name.Name, name.Span);
                    break;
                case TokenKind.OpenParen when operand is MemberSyntax { Name.Length: > 0 } member:
                    operand = ParseCall(member.Target, member.Name, member.NameSpan);
                    break;
                default:
                    return operand;
            }
        }
    }

    private ExpressionSyntax ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Name:
                return new NameSyntax(Next().Span, token.Text ?? "");
            case TokenKind.Number:
                Next();
                return token.Number is { } number ? number : new MissingSyntax(token.Span);
            case TokenKind.Text:
                return new TextSyntax(Next().Span, token.Text ?? "");
            case TokenKind.True or TokenKind.False:
                return new BoolSyntax(Next().Span, token.Kind == TokenKind.True);
            case TokenKind.Null:
                return new NullSyntax(Next().Span);
            case TokenKind.OpenParen:
                return ParseParenthesized();
            case TokenKind.OpenBracket or TokenKind.OpenBrace:
                return ParseWrongBrackets();
            case TokenKind.Underscore:
                diagnostics.DiscardAsValue(token.Span);
                return new MissingSyntax(Next().Span);
            case TokenKind.Bad:
                return new MissingSyntax(Next().Span);
            default:
                if (IsFirstReportHere())
                    diagnostics.OperandMissing(PlaceOfMissing(), Current.Kind == TokenKind.End ? null : Shown(Current.Span));
                return Missing();
        }
    }

    private ParenthesizedSyntax ParseParenthesized()
    {
        var open = Open();
        var inner = ParseWhole();
        var close = Close(open, TokenKind.CloseParen);
        return new(TextSpan.Covering(open.Span, close), inner);
    }

    // `[a + b] * c`, `{a + b} * c`: the brackets of a formula in print.
    private ParenthesizedSyntax ParseWrongBrackets()
    {
        var open = Open();
        var inner = ParseWhole();
        var isClosed = Current.Kind == ClosingKind(open);
        var close = Close(open, ClosingKind(open));
        diagnostics.BracketsOfGroup(open.Span, Shown(open.Span), isClosed ? close : null);
        return new(TextSpan.Covering(open.Span, close), inner);
    }

    private MemberSyntax ParseMember(ExpressionSyntax target)
    {
        var dot = Next();
        if (Current.Kind == TokenKind.Name)
            return new(TextSpan.Covering(target.Span, Current.Span), target, Current.Text ?? "", Next().Span);

        // A keyword or digits in the place of the name are no operand of their own.
        var isWord = Current.Kind is TokenKind.Number or (>= TokenKind.True and <= TokenKind.Underscore and not TokenKind.Is and not TokenKind.Switch);
        if (IsFirstReportHere())
            diagnostics.NameMissing(isWord ? Current.Span : dot.Span);
        var place = isWord ? Next().Span : new(dot.Span.End, 0);
        return new(TextSpan.Covering(target.Span, place), target, "", place);
    }

    private IndexSyntax ParseIndex(ExpressionSyntax target)
    {
        var open = Open();
        var key = ParseWhole();
        var close = Close(open, TokenKind.CloseBracket);
        return new(TextSpan.Covering(target.Span, close), target, key);
    }

    private CallSyntax ParseCall(ExpressionSyntax? receiver, string name, TextSpan nameSpan)
    {
        var open = Open();
        List<ExpressionSyntax> arguments = [];
        if (Current.Kind is not (TokenKind.CloseParen or TokenKind.End))
        {
            do
            {
                arguments.Add(ParseArgument());
                SkipToSeparator();
            }
            while (TakeSeparator());
        }

        var close = Close(open, TokenKind.CloseParen);
        return new(TextSpan.Covering(receiver?.Span ?? nameSpan, close), receiver, name, nameSpan, [.. arguments]);
    }
}
