using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Syntax;

internal enum TokenKind
{
    End,
    /// <summary>Something already reported; the parser passes over it in silence.</summary>
    Bad,
    Name,
    Number,
    Text,

    True,
    False,
    Null,
    Is,
    Switch,
    When,
    And,
    Or,
    Not,
    Underscore,

    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Comma,
    Semicolon,
    Colon,
    Question,
    Dot,
    Arrow,

    QuestionQuestion,
    BarBar,
    AmpersandAmpersand,
    EqualEqual,
    BangEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Bang,
}

/// <param name="Text">A name as normalised, a text literal's value; else null.</param>
/// <param name="Number">The node of a number literal; null when its value is not known.</param>
internal sealed record Token(TokenKind Kind, TextSpan Span, string? Text = null, NumberSyntax? Number = null)
{
    /// <summary>What stands before the first token.</summary>
    public static Token None { get; } = new(TokenKind.End, default);

    public bool IsOpener => Kind is TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace;

    public bool IsCloser => Kind is TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace;

    /// <summary>Whether an operand may begin here, a sign that is also a binary operator aside.</summary>
    public bool StartsOperand => Kind is TokenKind.Name or TokenKind.Number or TokenKind.Text or TokenKind.True or TokenKind.False or TokenKind.Null
        or TokenKind.OpenParen or TokenKind.Bang or TokenKind.Not or TokenKind.Underscore;

    /// <summary>Whether an operand may end here.</summary>
    public bool EndsOperand => Kind is TokenKind.Name or TokenKind.Number or TokenKind.Text or TokenKind.True or TokenKind.False or TokenKind.Null
        or TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace;
}
