using System.Collections.Frozen;

namespace PerfEval.Rules.Language.Syntax;

/// <summary>How strongly binary operators bind, weakest first: the order of C#.</summary>
internal enum Precedence
{
    None,
    Coalesce,
    Or,
    And,
    Equality,
    Relational,
    Additive,
    Multiplicative,
    Switch,
    Unary,
    Postfix,
}

/// <summary>What is known of the binary operators.</summary>
internal static class BinaryOperators
{
    // Words that people write where the language has a sign. They are names elsewhere.
    private static readonly FrozenDictionary<string, OperatorKind> Words = new Dictionary<string, OperatorKind>
    {
        ["and"] = OperatorKind.And,
        ["且"] = OperatorKind.And,
        ["并且"] = OperatorKind.And,
        ["而且"] = OperatorKind.And,
        ["与"] = OperatorKind.And,
        ["or"] = OperatorKind.Or,
        ["或"] = OperatorKind.Or,
        ["或者"] = OperatorKind.Or,
        ["大于"] = OperatorKind.Greater,
        ["高于"] = OperatorKind.Greater,
        ["超过"] = OperatorKind.Greater,
        ["小于"] = OperatorKind.Less,
        ["低于"] = OperatorKind.Less,
        ["大于等于"] = OperatorKind.GreaterOrEqual,
        ["不小于"] = OperatorKind.GreaterOrEqual,
        ["不低于"] = OperatorKind.GreaterOrEqual,
        ["小于等于"] = OperatorKind.LessOrEqual,
        ["不大于"] = OperatorKind.LessOrEqual,
        ["不高于"] = OperatorKind.LessOrEqual,
        ["不超过"] = OperatorKind.LessOrEqual,
        ["等于"] = OperatorKind.Equal,
        ["不等于"] = OperatorKind.NotEqual,
        ["加"] = OperatorKind.Add,
        ["减"] = OperatorKind.Subtract,
        ["乘"] = OperatorKind.Multiply,
        ["乘以"] = OperatorKind.Multiply,
        ["除以"] = OperatorKind.Divide,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The operator that a token in operator place stands for, rightly written or not; null for any other token.</summary>
    public static OperatorKind? Find(Token token) => token.Kind switch
    {
        TokenKind.QuestionQuestion => OperatorKind.Coalesce,
        TokenKind.BarBar => OperatorKind.Or,
        TokenKind.AmpersandAmpersand => OperatorKind.And,
        TokenKind.EqualEqual => OperatorKind.Equal,
        TokenKind.BangEqual => OperatorKind.NotEqual,
        TokenKind.Less => OperatorKind.Less,
        TokenKind.LessEqual => OperatorKind.LessOrEqual,
        TokenKind.Greater => OperatorKind.Greater,
        TokenKind.GreaterEqual or TokenKind.Arrow => OperatorKind.GreaterOrEqual, // an arrow out of place is a misspelt >=
        TokenKind.Plus => OperatorKind.Add,
        TokenKind.Minus => OperatorKind.Subtract,
        TokenKind.Star => OperatorKind.Multiply,
        TokenKind.Slash or TokenKind.Percent => OperatorKind.Divide, // there is no modulo; a division has its types
        TokenKind.Name or TokenKind.And or TokenKind.Or => FindWord(token),
        _ => null,
    };

    /// <summary>How strongly an operator binds.</summary>
    public static Precedence PrecedenceOf(OperatorKind kind) => kind switch
    {
        OperatorKind.Coalesce => Precedence.Coalesce,
        OperatorKind.Or => Precedence.Or,
        OperatorKind.And => Precedence.And,
        OperatorKind.Equal or OperatorKind.NotEqual => Precedence.Equality,
        OperatorKind.Less or OperatorKind.LessOrEqual or OperatorKind.Greater or OperatorKind.GreaterOrEqual => Precedence.Relational,
        OperatorKind.Add or OperatorKind.Subtract => Precedence.Additive,
        OperatorKind.Multiply or OperatorKind.Divide => Precedence.Multiplicative,
        _ => Precedence.Unary,
    };

    /// <summary>The operator's ASCII spelling.</summary>
    public static string Spelling(OperatorKind kind) => kind switch
    {
        OperatorKind.Or => "||",
        OperatorKind.And => "&&",
        OperatorKind.Coalesce => "??",
        OperatorKind.Equal => "==",
        OperatorKind.NotEqual => "!=",
        OperatorKind.Less => "<",
        OperatorKind.LessOrEqual => "<=",
        OperatorKind.Greater => ">",
        OperatorKind.GreaterOrEqual => ">=",
        OperatorKind.Add => "+",
        OperatorKind.Subtract or OperatorKind.Negate => "-",
        OperatorKind.Multiply => "*",
        OperatorKind.Divide => "/",
        _ => "!",
    };

    private static OperatorKind? FindWord(Token token) =>
        token.Text is { Length: <= 4 } word && Words.TryGetValue(word, out var kind) ? kind : null;
}
