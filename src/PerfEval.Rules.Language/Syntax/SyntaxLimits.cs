namespace PerfEval.Rules.Language.Syntax;

/// <summary>How much text one expression may be. Checked while lexing and parsing: text is hostile.</summary>
public static class SyntaxLimits
{
    /// <summary>UTF-16 characters.</summary>
    public const int Length = 8_000;

    /// <summary>Tokens: names, literals, signs.</summary>
    public const int Tokens = 2_000;

    /// <summary>Brackets inside each other, and likewise any other constructs inside each other. Terms of one chain do not count.</summary>
    public const int Nesting = 100;
}
