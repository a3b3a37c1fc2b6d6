using System.Text;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Syntax;

internal sealed partial class Lexer
{
    /// <summary>What closes a text literal opened by a sign; null when the sign opens none. Only <c>"</c> and <c>“</c> are right.</summary>
    private static char? FindClosingQuote(char open) => open switch
    {
        '"' or '＂' => '"',
        '“' or '”' => '”',
        '‘' or '’' => '’',
        '\'' or '＇' => '\'',
        '「' => '」',
        '『' => '』',
        _ => null,
    };

    private void LexText(char quote)
    {
        var start = position;
        var lineEnd = FindLineEnd();
        var close = FindClose(quote, lineEnd);
        var isOther = close < 0;
        if (isOther)
            close = FindOtherClose(quote, lineEnd);

        var content = TextSpan.FromBounds(start + 1, close < 0 ? lineEnd : close);
        position = close < 0 ? lineEnd : close + 1;
        var span = TextSpan.FromBounds(start, position);
        if (close < 0)
            diagnostics.TextNotClosed(span);
        else if (isOther || text[start] is not ('"' or '＂' or '“'))
            diagnostics.QuotationMarks(span, content);

        ReportForbidden(content);
        var value = quote == '"' ? Unescape(content) : content.Of(text).ToString();
        tokens.Add(new(TokenKind.Text, span, value));
    }

    // The place of the closing quotation mark in this line, or -1.
    private int FindClose(char quote, int lineEnd)
    {
        for (var index = position + 1; index < lineEnd; index++)
        {
            if (quote == '"' && text[index] == '\\')
                index++;
            else if (text[index] == quote || (quote is '"' or '\'' && Signs.Fold(text[index]) == quote))
                return index;
        }

        return -1;
    }

    // “text" and "text” : opened by one kind, closed by the other.
    private int FindOtherClose(char quote, int lineEnd)
    {
        var rest = text.AsSpan(position + 1, Math.Max(0, lineEnd - position - 1));
        var index = quote switch
        {
            '"' => rest.IndexOfAny('”', '“'),
            '”' => rest.IndexOfAny('"', '＂'),
            '’' => rest.IndexOfAny('‘', '\''),
            _ => -1,
        };
        return index < 0 ? -1 : position + 1 + index;
    }

    private string Unescape(TextSpan content)
    {
        if (!content.Of(text).Contains('\\'))
            return content.Of(text).ToString();

        var value = new StringBuilder();
        for (var index = content.Start; index < content.End; index++)
        {
            if (text[index] == '\\' && index + 1 < content.End && text[index + 1] is '"' or '＂' or '\\')
                index++;
            else if (text[index] == '\\')
                diagnostics.UnknownEscape(new(index, 1));
            value.Append(text[index]);
        }

        return value.ToString();
    }

    // Control characters, lone surrogates, and signs that turn the direction of writing (a text must read as it is).
    private void ReportForbidden(TextSpan span)
    {
        for (var index = span.Start; index < span.End; index++)
        {
            var typed = text[index];
            if (char.IsHighSurrogate(typed) && index + 1 < span.End && char.IsLowSurrogate(text[index + 1]))
                index++;
            else if (char.IsSurrogate(typed) || (char.IsControl(typed) && !char.IsWhiteSpace(typed)))
                diagnostics.UnexpectedCharacter(new(index, 1), typed, null);
            else if (typed is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                diagnostics.UnexpectedCharacter(new(index, 1), typed, "");
        }
    }
}
