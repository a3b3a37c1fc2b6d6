using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Syntax;

/// <summary>Text to tokens. Goes through the text once; every character belongs to a token, to a blank, or to a comment.</summary>
internal sealed partial class Lexer
{
    private readonly string text;
    private readonly DiagnosticBag diagnostics;
    private readonly List<Token> tokens = [];
    private readonly Stack<Bracket> brackets = new();
    private readonly bool hasLines;
    private int position;

    private Lexer(string text, DiagnosticBag diagnostics)
    {
        this.text = text;
        this.diagnostics = diagnostics;
        hasLines = text.AsSpan().ContainsAny('\r', '\n');
    }

    /// <summary>An open bracket: what closes it, and whether commas belong in it.</summary>
    private readonly record struct Bracket(char Close, bool TakesCommas);

    private char Current => At(0);

    private Token Previous => tokens is [.., var last] ? last : Token.None;

    /// <summary>The tokens with an <see cref="TokenKind.End"/> behind them, or null when a limit was passed (which is reported).</summary>
    public static Token[]? FindTokens(string text, DiagnosticBag diagnostics)
    {
        if (text.Length <= SyntaxLimits.Length)
            return new Lexer(text, diagnostics).FindTokens();

        diagnostics.TextTooLong(TextSpan.FromBounds(SyntaxLimits.Length, text.Length));
        return null;
    }

    private Token[]? FindTokens()
    {
        while (true)
        {
            SkipBlanks();
            if (position == text.Length)
                break;
            if (tokens.Count == SyntaxLimits.Tokens)
            {
                diagnostics.TooManyTokens(TextSpan.FromBounds(position, text.Length));
                return null;
            }

            LexToken();
            if (brackets.Count > SyntaxLimits.Nesting)
            {
                diagnostics.NestedTooDeeply(Previous.Span);
                return null;
            }
        }

        tokens.Add(new(TokenKind.End, new(position, 0)));
        return [.. tokens];
    }

    private void LexToken()
    {
        if (char.IsAsciiDigit(Current) || IsPointOfNumber())
            LexNumber();
        else if (Names.LengthAt(text, position) is > 0 and var length)
            LexName(length);
        else if (FindClosingQuote(text[position]) is { } quote)
            LexText(quote);
        else if (text[position] is '￥' or '¥')
            LexCurrency();
        else
            LexSign();
    }

    private void LexName(int length)
    {
        var span = new TextSpan(position, length);
        position += length;
        var name = Names.Normalize(span.Of(text).ToString());
        var word = Names.FindLiteralWord(name) ?? name;
        if (word != name)
            diagnostics.WordOfOtherCase(span, name, word);

        var kind = word switch
        {
            "true" => TokenKind.True,
            "false" => TokenKind.False,
            "null" => TokenKind.Null,
            "is" => TokenKind.Is,
            "switch" => TokenKind.Switch,
            "when" => TokenKind.When,
            "and" => TokenKind.And,
            "or" => TokenKind.Or,
            "not" => TokenKind.Not,
            "_" => TokenKind.Underscore,
            _ => TokenKind.Name,
        };
        tokens.Add(new(kind, span, name));
    }

    private void SkipBlanks()
    {
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(Current))
                position++;
            else if (IsCommentSign('/'))
                SkipComment(hasLines ? null : diagnostics.CommentInOneLine, FindLineEnd());
            else if (IsCommentSign('*'))
                SkipComment(diagnostics.BlockComment, text.IndexOf("*/", position + 2, StringComparison.Ordinal) is >= 0 and var close ? close + 2 : text.Length);
            else
                return;
        }
    }

    private void SkipComment(Action<TextSpan>? report, int end)
    {
        var span = TextSpan.FromBounds(position, end);
        report?.Invoke(span);
        ReportForbidden(span);
        position = end;
    }

    // Not by folded signs: two typed ÷ are no comment.
    private bool IsCommentSign(char second) =>
        text[position] is '/' or '／' && position + 1 < text.Length && (second == '/' ? text[position + 1] is '/' or '／' : text[position + 1] == second);

    private int FindLineEnd() =>
        text.AsSpan(position).IndexOfAny('\r', '\n') is >= 0 and var length ? position + length : text.Length;

    /// <summary>The ASCII form of the character some places on; NUL behind the end.</summary>
    private char At(int offset)
    {
        if (position + offset >= text.Length)
            return '\0';
        var typed = text[position + offset];
        return char.IsAscii(typed) ? typed : Signs.FindMeant(typed) ?? Signs.Fold(typed);
    }
}
