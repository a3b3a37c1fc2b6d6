using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Syntax;

/// <summary>Text to syntax tree: a Pratt parser over the tokens of a <see cref="Lexer"/>.</summary>
public sealed partial class Parser
{
    private readonly string text;
    private readonly Token[] tokens;
    private readonly DiagnosticBag diagnostics;
    private int position;
    private int depth;
    private TextSpan? tooDeep;

    // Where something was last found to be missing: further wants of the same place follow from the first.
    private int reportedAt = -1;

    private Parser(string text, Token[] tokens, DiagnosticBag diagnostics)
    {
        this.text = text;
        this.tokens = tokens;
        this.diagnostics = diagnostics;
    }

    private Token Current => tokens[position];

    private Token Previous => position == 0 ? Token.None : tokens[position - 1];

    /// <summary>
    /// Parses a text, whatever it is, in time linear in its length; all mistakes are found at once. A text that passes one of the <see cref="SyntaxLimits"/>
    /// gives a <see cref="MissingSyntax"/>. Diagnostics: PE0001 to PE0099.
    /// </summary>
    public static ParsedText Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lexical = new DiagnosticBag();
        ExpressionSyntax root = new MissingSyntax(new(0, text.Length));
        if (Lexer.FindTokens(text, lexical) is { } tokens)
        {
            var grammatical = new DiagnosticBag();
            var parser = new Parser(text, tokens, grammatical);
            var parsed = parser.ParseRoot();
            if ((parser.tooDeep ?? NestingLimit.FindBreach(parsed)) is { } breach)
            {
                lexical.NestedTooDeeply(breach);
            }
            else
            {
                root = parsed;
                lexical.AddRange(grammatical.ToImmutable());
            }
        }

        return new(text, root, lexical.ToImmutable());
    }

    private ExpressionSyntax ParseRoot()
    {
        if (Current.Kind == TokenKind.End)
        {
            diagnostics.EmptyText(new(0, text.Length));
            return new MissingSyntax(new(0, text.Length));
        }

        while (Current.IsCloser)
            diagnostics.CloserWithoutOpener(Next().Span);

        var root = ParseWhole();
        var isReported = false;
        while (Current.Kind != TokenKind.End)
        {
            var token = Next();
            if (token.IsCloser)
                diagnostics.CloserWithoutOpener(token.Span);
            else if (!isReported && reportedAt != position - 1)
                ReportLeftOver(token);
            isReported |= !token.IsCloser;

            // What follows is read on, or for its own mistakes only.
            if (token.IsCloser)
                root = ParseRest(root);
            else if (Current.StartsOperand)
                ParseWhole();
        }

        return root;
    }

    private void ReportLeftOver(Token token)
    {
        if (token.Kind == TokenKind.Semicolon && Current.Kind == TokenKind.End)
            diagnostics.UnexpectedToken(token.Span, Shown(token.Span), SyntaxFixes.Delete(token.Span));
        else if (token.Kind != TokenKind.Bad)
            diagnostics.UnexpectedToken(token.Span, Shown(token.Span));
    }

    private Token Next() => Current.Kind == TokenKind.End ? Current : tokens[position++];

    /// <summary>Whether nothing was reported missing at this place yet; marks the place.</summary>
    private bool IsFirstReportHere()
    {
        var isFirst = reportedAt != position;
        reportedAt = position;
        return isFirst;
    }

    /// <summary>Where something is missing: the token in its place, or the place behind the last one.</summary>
    private TextSpan PlaceOfMissing() =>
        Current.Kind == TokenKind.End ? new(Previous.Span.End, 0) : Current.Span;

    private MissingSyntax Missing() => new(new(Previous.Span.End, 0));

    private string Shown(TextSpan span) => SyntaxFixes.Shown(span.Of(text));

    // INVARIANT: every way into a nested construct passes here, so the stack is bounded whatever the text is. Brackets and other constructs
    // have a limit of their own each, checked exactly by the lexer and on the tree; together they can't be more than both.
    private bool Enter()
    {
        depth++;
        if (depth <= 2 * SyntaxLimits.Nesting + 2)
            return true;

        tooDeep ??= PlaceOfMissing();
        position = tokens.Length - 1;
        return false;
    }

    private void Leave() => depth--;
}
