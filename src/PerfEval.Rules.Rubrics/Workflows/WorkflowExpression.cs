using System.Text;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Rubrics.Workflows;

/// <summary>Expressions of workflows.</summary>
internal static class WorkflowExpression
{
    /// <summary>The most steps that all expressions of a request may come to.</summary>
    public const long MostWork = 100_000_000;

    private static readonly (string Word, string Sign)[] Words = [("AndAlso", "&&"), ("OrElse", "||"), ("AND", "&&"), ("OR", "||")];

    /// <summary>The text with its words AND, OR, AndAlso and OrElse as signs of the language, each in its place: positions stay.</summary>
    public static string Translate(string text)
    {
        if (!Words.Any(word => text.Contains(word.Word, StringComparison.Ordinal)))
            return text;
        var builder = new StringBuilder(text);
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && (i == 0 || text[i - 1] != '\\'))
                isQuoted = !isQuoted;
            if (isQuoted || (i > 0 && IsOfName(text[i - 1])))
                continue;
            foreach (var (word, sign) in Words)
            {
                if (string.CompareOrdinal(text, i, word, 0, word.Length) == 0 && (i + word.Length == text.Length || !IsOfName(text[i + word.Length])))
                    builder.Remove(i, word.Length).Insert(i, sign.PadRight(word.Length));
            }
        }

        return builder.ToString();
    }

    /// <summary>An upper bound of the steps that evaluating takes: its length, times the rows for every lambda inside a lambda.</summary>
    /// <param name="rows">The rows that all inputs have together.</param>
    public static decimal WorkOf(ParsedText parsed, int rows)
    {
        var work = (decimal)parsed.Text.Length;
        for (var depth = LambdasIn(parsed.Root); depth > 0 && work <= MostWork; depth--)
            work *= Math.Max(rows, 1);
        return work;
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';

    private static int LambdasIn(SyntaxNode node)
    {
        var deepest = 0;
        foreach (var child in node.Children)
            deepest = Math.Max(deepest, LambdasIn(child));
        return node is LambdaSyntax ? deepest + 1 : deepest;
    }
}
