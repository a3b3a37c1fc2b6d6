using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PerfEval.Rules.Language.Syntax;

/// <summary>A sign as it may be typed, by its ASCII form.</summary>
/// <param name="Instead">What should have been written; null when the spelling is right.</param>
internal sealed record Sign(string Spelling, TokenKind Kind, string? Instead = null);

/// <summary>The signs of the language, of Chinese input methods, and of other languages' habits. Longer spellings come first.</summary>
internal static class Signs
{
    private static readonly ImmutableArray<Sign> Table =
    [
        new("===", TokenKind.EqualEqual, "=="), new("!==", TokenKind.BangEqual, "!="),
        new("==", TokenKind.EqualEqual), new("!=", TokenKind.BangEqual), new("<=", TokenKind.LessEqual), new(">=", TokenKind.GreaterEqual),
        new("=>", TokenKind.Arrow), new("->", TokenKind.Arrow, "=>"), new("=<", TokenKind.LessEqual, "<="), new("<>", TokenKind.BangEqual, "!="),
        new("&&", TokenKind.AmpersandAmpersand), new("||", TokenKind.BarBar), new("??", TokenKind.QuestionQuestion),
        new("≥", TokenKind.GreaterEqual), new("≤", TokenKind.LessEqual), new("≠", TokenKind.BangEqual),
        new("=", TokenKind.EqualEqual, "=="), new("&", TokenKind.AmpersandAmpersand, "&&"), new("|", TokenKind.BarBar, "||"),
        new("(", TokenKind.OpenParen), new(")", TokenKind.CloseParen), new("[", TokenKind.OpenBracket), new("]", TokenKind.CloseBracket),
        new("{", TokenKind.OpenBrace), new("}", TokenKind.CloseBrace), new(",", TokenKind.Comma), new(";", TokenKind.Semicolon),
        new(":", TokenKind.Colon), new("?", TokenKind.Question), new(".", TokenKind.Dot), new("<", TokenKind.Less), new(">", TokenKind.Greater),
        new("+", TokenKind.Plus), new("-", TokenKind.Minus), new("*", TokenKind.Star), new("/", TokenKind.Slash), new("%", TokenKind.Percent),
        new("!", TokenKind.Bang),
    ];

    // Which sign was meant when the input method gave its Chinese counterpart.
    private static readonly FrozenDictionary<char, char> Slips = new Dictionary<char, char>
    {
        ['《'] = '<',
        ['》'] = '>',
        ['〈'] = '<',
        ['〉'] = '>',
        ['【'] = '[',
        ['】'] = ']',
        ['〔'] = '(',
        ['〕'] = ')',
        ['〖'] = '(',
        ['〗'] = ')',
        ['、'] = ',',
        ['。'] = '.',
        ['｡'] = '.',
        ['∶'] = ':',
        ['–'] = '-',
        ['—'] = '-',
        ['―'] = '-',
        ['…'] = '…',
    }.ToFrozenDictionary();

    /// <summary>The sign at the beginning of folded text, the longest that fits, or null.</summary>
    public static Sign? Find(ReadOnlySpan<char> folded)
    {
        foreach (var sign in Table)
        {
            if (folded.StartsWith(sign.Spelling, StringComparison.Ordinal))
                return sign;
        }

        return null;
    }

    /// <summary>The ASCII form of a character that may be typed in another one: full-width forms and mathematical signs.</summary>
    public static char Fold(char typed) => typed switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(typed - 0xFEE0),
        '\u3000' => ' ',
        '−' => '-',
        '×' => '*',
        '÷' => '/',
        _ => typed,
    };

    /// <summary>The sign that was meant by one that is surely a slip, or null.</summary>
    public static char? FindMeant(char typed) => Slips.TryGetValue(typed, out var meant) ? meant : null;
}
