using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Syntax;

public sealed partial class Parser
{
    private readonly Stack<TokenKind> closers = new();

    private Token Open()
    {
        var open = Next();
        closers.Push(ClosingKind(open));
        return open;
    }

    private static TokenKind ClosingKind(Token open) => open.Kind switch
    {
        TokenKind.OpenBracket => TokenKind.CloseBracket,
        TokenKind.OpenBrace => TokenKind.CloseBrace,
        _ => TokenKind.CloseParen,
    };

    /// <summary>Reads up to the bracket that closes another one, and gives the span of what was taken for it.</summary>
    private TextSpan Close(Token open, TokenKind kind)
    {
        closers.Pop();
        if (!Current.IsCloser && Current.Kind != TokenKind.End)
        {
            if (IsFirstReportHere())
                diagnostics.UnexpectedToken(Current.Span, Shown(Current.Span));
            SkipBalanced(stopsAtSeparator: false);
        }

        if (Current.Kind == kind)
            return Next().Span;

        var spelling = kind switch { TokenKind.CloseBracket => "]", TokenKind.CloseBrace => "}", _ => ")" };
        if (Current.IsCloser && !closers.Contains(Current.Kind))
        {
            if (IsFirstReportHere())
                diagnostics.WrongCloser(Current.Span, Shown(Current.Span), spelling);
            return Next().Span;
        }

        if (IsFirstReportHere())
            diagnostics.BracketNotClosed(open.Span, Shown(open.Span), spelling, Current.Kind == TokenKind.End ? Previous.Span.End : null);
        return new(Previous.Span.End, 0);
    }

    private bool TakeSeparator()
    {
        if (Current.Kind == TokenKind.Semicolon)
            diagnostics.Semicolon(Current.Span);
        return Current.Kind is TokenKind.Comma or TokenKind.Semicolon && Next().Kind != TokenKind.End;
    }

    /// <summary>Passes over what can't be read, up to the comma or the bracket that ends it.</summary>
    private void SkipToSeparator()
    {
        if (Current.Kind is TokenKind.Comma or TokenKind.Semicolon or TokenKind.End || Current.IsCloser)
            return;
        if (Current.StartsOperand && Previous.Kind != TokenKind.Bad)
            ReportMissingOperator();
        else if (Current.Kind != TokenKind.Bad && IsFirstReportHere())
            diagnostics.UnexpectedToken(Current.Span, Shown(Current.Span));
        SkipBalanced(stopsAtSeparator: true);
    }

    private void SkipBalanced(bool stopsAtSeparator)
    {
        for (var open = 0; Current.Kind != TokenKind.End; Next())
        {
            if (open == 0 && (Current.IsCloser || (stopsAtSeparator && Current.Kind is TokenKind.Comma or TokenKind.Semicolon)))
                return;
            open += Current.IsOpener ? 1 : Current.IsCloser ? -1 : 0;
        }
    }
}
