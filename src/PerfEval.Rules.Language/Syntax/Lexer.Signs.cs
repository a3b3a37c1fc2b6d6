using System.Text;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Syntax;

internal sealed partial class Lexer
{
    private void LexSign()
    {
        if (text[position] is '—' or '–' or '―' or '…')
            LexRun();
        else if (Current == '?' && At(1) is '.' or '[' && !(At(1) == '.' && char.IsAsciiDigit(At(2))))
            LexNullConditional();
        else if (Signs.Find([At(0), At(1), At(2)]) is { } sign)
            AddSign(sign);
        else
            LexUnexpected();
    }

    private void AddSign(Sign sign)
    {
        var span = new TextSpan(position, sign.Spelling.Length);
        if (sign.Instead is { } instead)
            diagnostics.OperatorSpelling(span, Shown(span), instead);

        position = span.End;
        var kind = Track(sign, span);
        if (sign.Instead is null)
            ReportSlips(span, kind);
        tokens.Add(new(kind, span));
    }

    // Keeps the brackets, and takes 【 】 for the pair that is meant in their place: an index, or a bracket around a term.
    private TokenKind Track(Sign sign, TextSpan span)
    {
        switch (sign.Kind)
        {
            case TokenKind.OpenBracket when text[span.Start] == '【' && !Previous.EndsOperand:
                brackets.Push(new(')', TakesCommas: false));
                return TokenKind.OpenParen;
            case TokenKind.OpenParen:
                brackets.Push(new(')', TakesCommas: Previous.Kind == TokenKind.Name));
                return sign.Kind;
            case TokenKind.OpenBracket:
                brackets.Push(new(']', TakesCommas: false));
                return sign.Kind;
            case TokenKind.OpenBrace:
                brackets.Push(new('}', TakesCommas: true));
                return sign.Kind;
            case TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace:
                var isRound = brackets.TryPop(out var bracket) && bracket.Close == ')';
                return text[span.Start] == '】' && isRound ? TokenKind.CloseParen : sign.Kind;
            default:
                return sign.Kind;
        }
    }

    private void ReportSlips(TextSpan span, TokenKind kind)
    {
        for (var index = span.Start; index < span.End; index++)
        {
            if (Signs.FindMeant(text[index]) is not { } meant)
                continue;
            var written = kind switch { TokenKind.OpenParen => "(", TokenKind.CloseParen => ")", _ => meant.ToString() };
            diagnostics.SignSlip(new(index, 1), text[index].ToString(), written);
        }
    }

    // —— is one minus, …… is nothing.
    private void LexRun()
    {
        var start = position;
        while (position < text.Length && text[position] == text[start])
            position++;

        var span = TextSpan.FromBounds(start, position);
        var isDash = text[start] != '…';
        diagnostics.SignSlip(span, Shown(span), isDash ? "-" : "");
        tokens.Add(new(isDash ? TokenKind.Minus : TokenKind.Bad, span));
    }

    private void LexNullConditional()
    {
        var span = new TextSpan(position, 2);
        var sign = At(1);
        diagnostics.NullConditional(span, sign);
        position++;
        AddSign(Signs.Find([sign])!); // both signs are rows of the table
    }

    private void LexCurrency()
    {
        var start = position++;
        while (char.IsWhiteSpace(Current))
            position++;
        if (!char.IsAsciiDigit(Current))
        {
            diagnostics.CurrencySign(new(start, 1), text[start]);
            tokens.Add(new(TokenKind.Bad, new(start, 1)));
            return;
        }

        LexNumber();
        var number = Previous.Number;
        diagnostics.CurrencySign(new(start, 1), text[start], number);
        if (number is { Form: NumberForm.Plain })
            tokens[^1] = Previous with { Number = number with { Form = NumberForm.Money, Unit = "元" } };
    }

    private void LexUnexpected()
    {
        var isRune = Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out var length) == System.Buffers.OperationStatus.Done;
        var span = new TextSpan(position, length);
        diagnostics.UnexpectedCharacter(span, isRune ? rune.Value : text[position], FindAsciiForm(rune));
        position += length;
        tokens.Add(new(TokenKind.Bad, span));
    }

    // What to write for a sign of another block (small and vertical forms); nothing for an invisible one; null when unknown.
    private static string? FindAsciiForm(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format)
            return "";
        if (rune.IsAscii || rune == Rune.ReplacementChar)
            return null;
        var form = Names.Normalize(rune.ToString());
        return form.Length == 1 && Signs.Find(form) is { Instead: null } ? form : null;
    }

    private string Shown(TextSpan span) => SyntaxFixes.Shown(span.Of(text));
}
