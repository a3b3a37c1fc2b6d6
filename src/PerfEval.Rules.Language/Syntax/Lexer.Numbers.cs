using System.Globalization;
using System.Text;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Syntax;

internal sealed partial class Lexer
{
    // More would be rounded on reading: 28 digits always fit into a decimal exactly.
    private const int MaxDigits = 28;

    private bool IsPointOfNumber() =>
        Current == '.' && char.IsAsciiDigit(At(1)) && !(Previous.EndsOperand && Previous.Span.End == position);

    private void LexNumber()
    {
        var start = position;
        var digits = LexDigits(out var isWellFormed);
        var digitsSpan = TextSpan.FromBounds(start, position);
        ReportSlips(digitsSpan, TokenKind.Number);

        var unit = LexUnit();
        if (unit is null && Names.ContinuesAt(text, position))
        {
            LexLetters(digitsSpan);
            return;
        }

        var span = TextSpan.FromBounds(start, position);
        var number = isWellFormed ? FindNumber(span, digits, unit) : null;
        if (isWellFormed && number is null)
            diagnostics.NumberTooLarge(span);
        tokens.Add(new(TokenKind.Number, span, Number: number));
    }

    // The digits in ASCII, with a point at most. Not well formed: reported, and no value is certain.
    private string LexDigits(out bool isWellFormed)
    {
        var start = position;
        var digits = new StringBuilder();
        TakeDigits(digits);
        if (FindThousands(start) is { } commas)
        {
            for (var group = 0; group < commas.Count; group++)
            {
                position++;
                TakeDigits(digits);
            }
        }
        else
        {
            commas = [];
        }

        var points = TakePoints(digits);
        var span = TextSpan.FromBounds(start, position);
        isWellFormed = points <= 1;
        if (commas.Count > 0)
            diagnostics.ThousandsSeparator(span, [.. commas.Select(comma => new TextChange(new(comma, 1), ""))]);
        if (points > 1)
            diagnostics.MalformedNumber(span, null);
        else if (digits[0] == '.')
            diagnostics.MalformedNumber(span, digits.Insert(0, '0').ToString());
        else if (digits[^1] == '.')
            diagnostics.MalformedNumber(span, digits.Remove(digits.Length - 1, 1).ToString());
        return digits.ToString();
    }

    private void TakeDigits(StringBuilder digits)
    {
        for (; char.IsAsciiDigit(Current); position++)
            digits.Append(Current);
    }

    // A point belongs to the number before digits and where nothing follows that it could reach (`5.` but not `5.x`).
    private int TakePoints(StringBuilder digits)
    {
        var points = 0;
        while (Current == '.' && (char.IsAsciiDigit(At(1)) || !IsNameBehindPoint()))
        {
            if (points++ > 0 && !char.IsAsciiDigit(At(1)))
                return points - 1;
            position++;
            digits.Append('.');
            TakeDigits(digits);
        }

        return points;
    }

    private bool IsNameBehindPoint()
    {
        var length = position + 1 < text.Length ? Names.LengthAt(text, position + 1) : 0;
        return length > 0 && !Units.IsMoney(text.Substring(position + 1, length));
    }

    // `1,000`: certain where no comma may stand, and where a group begins with 0, which no number of its own does.
    // Looks no further than the longest number, so that a list of numbers is read in linear time.
    private List<int>? FindThousands(int start)
    {
        if (position - start is 0 or > 3 || Current != ',')
            return null;

        var commas = new List<int>();
        var isCertain = brackets.Count == 0 || !brackets.Peek().TakesCommas;
        var offset = 0;
        while (commas.Count < MaxDigits / 3 && At(offset) == ',' && char.IsAsciiDigit(At(offset + 1)) && char.IsAsciiDigit(At(offset + 2)) && char.IsAsciiDigit(At(offset + 3))
            && !char.IsAsciiDigit(At(offset + 4)))
        {
            isCertain |= At(offset + 1) == '0';
            commas.Add(position + offset);
            offset += 4;
        }

        return isCertain && commas.Count > 0 ? commas : null;
    }

    // `%`, `元`, `万元`, `亿元`, with blanks before it or not; null where none follows.
    private string? LexUnit()
    {
        var start = position;
        while (position < text.Length && char.IsWhiteSpace(Current))
            position++;
        if (Current == '%')
        {
            position++;
            return Units.Percent;
        }

        var length = position < text.Length ? Names.LengthAt(text, position) : 0;
        if (length > 0 && text.Substring(position, length) is var unit && Units.IsMoney(unit))
        {
            position += length;
            return unit;
        }

        position = start;
        return null;
    }

    private void LexLetters(TextSpan digits)
    {
        while (Names.ContinuesAt(text, position))
            position += char.IsHighSurrogate(text[position]) ? 2 : 1;

        var span = TextSpan.FromBounds(digits.Start, position);
        var letters = TextSpan.FromBounds(digits.End, position);
        var written = digits.Of(text).ToString();
        var isWhole = written.All(char.IsAsciiDigit); // 1.5万 is not 1.50000
        ReadOnlySpan<TextFix> fixes = letters.Of(text) switch
        {
            "万" when isWhole => [SyntaxFixes.Insert(position, "元"), SyntaxFixes.Replace(letters, "0000")],
            "亿" when isWhole => [SyntaxFixes.Insert(position, "元"), SyntaxFixes.Replace(letters, "00000000")],
            "万" or "亿" => [SyntaxFixes.Insert(position, "元")],
            "分" or "天" or "日" or "月" or "年" or "个" or "项" or "次" or "人" or "户" or "家" or "件" or "m" or "M" or "d" or "f" or "L" =>
                [SyntaxFixes.Replace(span, written)],
            _ => [],
        };
        diagnostics.LettersBehindNumber(span, Shown(letters), fixes);
        tokens.Add(new(TokenKind.Number, span));
    }

    private static NumberSyntax? FindNumber(TextSpan span, string digits, string? unit)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var significant = digits.Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length;
        var decimals = (point < 0 ? 0 : digits.Length - point - 1) + (unit == Units.Percent ? 2 : 0);
        if (significant > MaxDigits || decimals > MaxDigits)
            return null;

        var written = decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var scale = Units.Scale(unit);
        if (written > decimal.MaxValue / Math.Max(1m, scale))
            return null;

        var form = unit switch { null => NumberForm.Plain, Units.Percent => NumberForm.Percent, _ => NumberForm.Money };
        return new(span, written * scale, written, form, unit);
    }
}
