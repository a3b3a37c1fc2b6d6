using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Syntax;

public sealed partial class Parser
{
    private IsSyntax ParseIs(ExpressionSyntax operand)
    {
        Next();
        var pattern = ParsePattern();
        return new(TextSpan.Covering(operand.Span, pattern.Span), operand, pattern);
    }

    private PatternSyntax ParsePattern()
    {
        if (!Enter())
            return MissingPattern();

        var pattern = ParsePatternChain(TokenKind.Or);
        Leave();
        return pattern;
    }

    private PatternSyntax ParsePatternChain(TokenKind joint)
    {
        List<PatternSyntax> patterns = [ParseJoined()];
        while (IsJoint(joint))
        {
            var token = Next();
            if (token.Kind != joint)
                diagnostics.OperatorSpelling(token.Span, Shown(token.Span), joint == TokenKind.And ? "and" : "or");
            patterns.Add(ParseJoined());
        }

        return patterns is [var single]
            ? single
            : new LogicalPatternSyntax(TextSpan.Covering(patterns[0].Span, patterns[^1].Span), joint == TokenKind.And, [.. patterns]);

        PatternSyntax ParseJoined() => joint == TokenKind.Or ? ParsePatternChain(TokenKind.And) : ParseNotPattern();
    }

    // `> 5 && < 9`: behind a sign, a relational operator can only go on with the pattern.
    private bool IsJoint(TokenKind joint) =>
        Current.Kind == joint
        || (BinaryOperators.Find(Current) == (joint == TokenKind.And ? OperatorKind.And : OperatorKind.Or)
            && Current.Kind is not (TokenKind.And or TokenKind.Or)
            && tokens[position + 1].Kind is TokenKind.Less or TokenKind.LessEqual or TokenKind.Greater or TokenKind.GreaterEqual);

    private PatternSyntax ParseNotPattern()
    {
        List<TextSpan> signs = [];
        while (Current.Kind is TokenKind.Not or TokenKind.Bang or TokenKind.BangEqual)
        {
            var sign = Next();
            signs.Add(sign.Span);
            if (sign.Kind != TokenKind.Not)
                diagnostics.OperatorSpelling(sign.Span, Shown(sign.Span), "not ");
        }

        var pattern = ParsePrimaryPattern();
        for (var index = signs.Count - 1; index >= 0; index--)
            pattern = new NotPatternSyntax(TextSpan.Covering(signs[index], pattern.Span), pattern);
        return pattern;
    }

    private PatternSyntax ParsePrimaryPattern()
    {
        if (Current.Kind == TokenKind.EqualEqual)
            diagnostics.EqualInPattern(Next().Span, Current.Span.Start);

        switch (Current.Kind)
        {
            case TokenKind.Less or TokenKind.LessEqual or TokenKind.Greater or TokenKind.GreaterEqual:
            case TokenKind.Arrow when IsRelationalArrow():
                var sign = TakeOperator();
                var bound = ParseBinary(Precedence.Additive);
                return new RelationalPatternSyntax(TextSpan.Covering(sign.Span, bound.Span), sign, bound);
            case TokenKind.Underscore:
                return new DiscardPatternSyntax(Next().Span);
            case TokenKind.Null when tokens[position + 1].Kind != TokenKind.Dot:
                return new NullPatternSyntax(Next().Span);
            case TokenKind.OpenParen:
                return ParseParenthesizedPattern();
            case TokenKind.Name when IsDefaultWord():
                diagnostics.DefaultArm(Current.Span, Shown(Current.Span));
                return new DiscardPatternSyntax(Next().Span);
            case TokenKind.Arrow or TokenKind.Comma or TokenKind.CloseBrace or TokenKind.CloseParen or TokenKind.End or TokenKind.When or TokenKind.Colon
                or TokenKind.And or TokenKind.Or:
                if (IsFirstReportHere())
                    diagnostics.PatternMissing(PlaceOfMissing());
                return MissingPattern();
            default:
                var value = ParseBinary(Precedence.Additive);
                return new ConstantPatternSyntax(value.Span, value);
        }
    }

    // `{ => 90 => 5, … }`
    private bool IsRelationalArrow() =>
        tokens[position + 1].Kind == TokenKind.Number && tokens[position + 2].Kind == TokenKind.Arrow;

    private bool IsDefaultWord() =>
        Current.Text is "default" or "else" or "其他" or "其它" or "其余" or "否则" && tokens[position + 1].Kind is TokenKind.Arrow or TokenKind.Colon;

    private ParenthesizedPatternSyntax ParseParenthesizedPattern()
    {
        var open = Open();
        var inner = ParsePattern();
        var close = Close(open, TokenKind.CloseParen);
        return new(TextSpan.Covering(open.Span, close), inner);
    }

    private ConstantPatternSyntax MissingPattern()
    {
        var missing = Missing();
        return new(missing.Span, missing);
    }
}
