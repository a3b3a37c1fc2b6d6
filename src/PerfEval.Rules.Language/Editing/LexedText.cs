using System.Collections.Immutable;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Editing;

/// <summary>A text as the sequence of its tokens: what the services stand on, since it exists for any text however broken.</summary>
internal sealed class LexedText
{
    private LexedText(string text, ImmutableArray<Token> tokens)
    {
        Text = text;
        Tokens = tokens;
    }

    public string Text { get; }

    /// <summary>Without the end; empty for a text beyond the limits.</summary>
    public ImmutableArray<Token> Tokens { get; }

    public static LexedText Of(string text) =>
        new(text, Lexer.FindTokens(text, new()) is { } tokens ? [.. tokens.SkipLast(1)] : []);

    /// <summary>The index of the last token that ends at or before a place, or −1.</summary>
    public int LastBefore(int place)
    {
        var index = -1;
        while (index + 1 < Tokens.Length && Tokens[index + 1].Span.End <= place)
            index++;
        return index;
    }

    /// <summary>The token that a place lies in or touches; a word or literal rather than a sign; null: none.</summary>
    public Token? At(int place)
    {
        var touched = Tokens.Where(token => token.Span.Start <= place && place <= token.Span.End).ToList();
        return touched.Find(IsWordOrLiteral) ?? touched.Find(token => place < token.Span.End) ?? touched.FirstOrDefault();
    }

    public TokenKind KindAt(int index) => index >= 0 && index < Tokens.Length ? Tokens[index].Kind : TokenKind.End;

    /// <summary>Whether a place lies in a comment.</summary>
    public bool IsInComment(int place)
    {
        var from = LastBefore(place) is >= 0 and var last ? Tokens[last].Span.End : 0;
        if (Tokens.Any(token => token.Span.Start < place && place < token.Span.End) || from >= place)
            return false;
        var line = Text.AsSpan(from, place - from);
        line = line[(line.LastIndexOfAny('\r', '\n') + 1)..];
        return line.IndexOf("//", StringComparison.Ordinal) >= 0 || line.IndexOf("／／", StringComparison.Ordinal) >= 0;
    }

    /// <summary>The text from one token to another, both included.</summary>
    public string Slice(int first, int last) => Text[Tokens[first].Span.Start..Tokens[last].Span.End];

    /// <summary>Where the operand that ends with a token begins: names, calls, keys and columns one behind the other. Null: not a chain of these.</summary>
    public int? ChainStart(int last)
    {
        var index = last;
        while (index >= 0)
        {
            if (Tokens[index].Kind is TokenKind.CloseParen or TokenKind.CloseBracket)
            {
                var open = Opener(index);
                if (open is not { } start)
                    return null;
                if (!IsPartOfChain(start - 1))
                    return Tokens[start].Kind == TokenKind.OpenParen ? start : null;
                index = start - 1;
                continue;
            }

            if (Tokens[index].Kind is not (TokenKind.Name or TokenKind.Text or TokenKind.Number))
                return null;
            if (KindAt(index - 1) != TokenKind.Dot)
                return index;
            index -= 2;
        }

        return null;
    }

    /// <summary>Where the operand begins that stands left of an operator, comparisons and looser operators being its end.</summary>
    public int OperandStart(int last)
    {
        var index = last;
        while (index >= 0 && !EndsOperand(Tokens[index]))
            index = Tokens[index].IsCloser && Opener(index) is { } open ? open - 1 : index - 1;
        return index + 1;
    }

    private static bool EndsOperand(Token token) => token.IsOpener || token.Kind is TokenKind.AmpersandAmpersand or TokenKind.BarBar or TokenKind.QuestionQuestion or TokenKind.Question
        or TokenKind.Colon or TokenKind.Comma or TokenKind.Semicolon or TokenKind.Arrow or TokenKind.When or TokenKind.EqualEqual or TokenKind.BangEqual
        or TokenKind.Less or TokenKind.LessEqual or TokenKind.Greater or TokenKind.GreaterEqual;

    private bool IsPartOfChain(int index) => KindAt(index) is TokenKind.Name or TokenKind.CloseParen or TokenKind.CloseBracket;

    private int? Opener(int closer)
    {
        var depth = 0;
        for (var index = closer; index >= 0; index--)
        {
            depth += Tokens[index].IsCloser ? 1 : Tokens[index].IsOpener ? -1 : 0;
            if (depth == 0)
                return index;
        }

        return null;
    }

    private static bool IsWordOrLiteral(Token token) => token.Kind is TokenKind.Number or TokenKind.Text || IsWord(token);

    /// <summary>A name or a word of the language.</summary>
    public static bool IsWord(Token token) => token.Kind is TokenKind.Name or (>= TokenKind.True and <= TokenKind.Underscore);
}
