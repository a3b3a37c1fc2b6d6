using System.Collections.Frozen;
using Microsoft.CodeAnalysis.CSharp;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Scripting;

/// <summary>
/// Looks at the words of a script before the parser does: there are short texts on which it never ends, and long ones on which it ends the process.
/// </summary>
internal static class ScriptGate
{
    private const int MostCharacters = 4_000;
    private const int MostTokens = 1_000;
    private const int MostDepth = 32;

    // Chains of these are read over and over: is it a call with type arguments?
    private const int MostLessThan = 20;

    private static readonly FrozenSet<SyntaxKind> Keywords = FrozenSet.Create(
        SyntaxKind.DecimalKeyword, SyntaxKind.IntKeyword, SyntaxKind.BoolKeyword, SyntaxKind.StringKeyword, SyntaxKind.IfKeyword, SyntaxKind.ElseKeyword,
        SyntaxKind.ForEachKeyword, SyntaxKind.InKeyword, SyntaxKind.ReturnKeyword, SyntaxKind.TrueKeyword, SyntaxKind.FalseKeyword, SyntaxKind.IsKeyword,
        SyntaxKind.SwitchKeyword, SyntaxKind.NewKeyword);

    /// <summary>Whether the parser may see the script; else what is wrong has been told.</summary>
    public static bool LetsThrough(string script, ScriptDiagnostics diagnostics)
    {
        if (script.Length > MostCharacters)
        {
            diagnostics.TooLarge(new(0, script.Length));
            return false;
        }

        var (count, depth, lessThan, before) = (0, 0, 0, SyntaxKind.None);
        foreach (var token in SyntaxFactory.ParseTokens(script))
        {
            var (kind, span) = (token.Kind(), new TextSpan(token.SpanStart, token.Span.Length));
            depth += IsOpening(kind) ? 1 : IsClosing(kind) ? -1 : 0;
            lessThan += kind == SyntaxKind.LessThanToken ? 1 : 0;
            if (++count > MostTokens || depth > MostDepth || lessThan > MostLessThan)
                diagnostics.TooLarge(span);
            else if (token.HasLeadingTrivia && token.LeadingTrivia.Any(static trivia => trivia.IsDirective))
                diagnostics.NotAllowed(span, "#");
            else if (SyntaxFacts.IsReservedKeyword(kind) && !Keywords.Contains(kind))
                diagnostics.NotAllowed(span, token.Text);
            else if (kind is SyntaxKind.InterpolatedStringToken or SyntaxKind.OpenBracketToken or SyntaxKind.QuestionQuestionToken)
                diagnostics.NotAllowed(span, kind == SyntaxKind.InterpolatedStringToken ? "$" : token.Text);
            else if (kind == SyntaxKind.NumericLiteralToken && token.Value is double or float)
                diagnostics.NotExact(span);
            else if (before == SyntaxKind.QuestionToken && kind == SyntaxKind.DotToken)
                diagnostics.NotAllowed(span, "?.");
            before = kind;
        }

        return !diagnostics.HasAny;
    }

    private static bool IsOpening(SyntaxKind kind) => kind is SyntaxKind.OpenParenToken or SyntaxKind.OpenBraceToken or SyntaxKind.OpenBracketToken;

    private static bool IsClosing(SyntaxKind kind) => kind is SyntaxKind.CloseParenToken or SyntaxKind.CloseBraceToken or SyntaxKind.CloseBracketToken;
}
