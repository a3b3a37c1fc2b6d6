using System.Globalization;
using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>What a text is, read as a number.</summary>
internal enum NumberForm
{
    /// <summary>A plain decimal number, with a sign behind it or none.</summary>
    Plain,

    /// <summary>A number with thousands separators.</summary>
    Separated,

    /// <summary>A number with an exponent.</summary>
    Exponent,

    /// <summary>A number of more digits than can be kept.</summary>
    TooLong,

    /// <summary>No number.</summary>
    Other,
}

/// <summary>A number as people type it: <c>917.02万元</c>, <c>≥ 90％</c>. Full-width forms and spaces around its parts are accepted.</summary>
/// <param name="Number">In the unit written, with the digits written.</param>
/// <param name="Relation">The sign before it, one of <c>&lt; &gt; ≤ ≥</c>; NUL: none, the number itself.</param>
/// <param name="Unit">What stands behind it; empty: nothing.</param>
internal readonly record struct NumberText(NumberForm Form, decimal Number = 0, char Relation = '\0', string Unit = "")
{
    /// <summary>Digits that a number may have, from the first that is not zero, and behind its point.</summary>
    public const int MaxDigits = 28;

    /// <summary>Whether it is a bound.</summary>
    public bool IsBound => Relation != '\0';

    /// <summary>Reads a text.</summary>
    public static NumberText Parse(string text)
    {
        var rest = Narrow(text).AsSpan().Trim();
        var relation = TakeRelation(ref rest);
        var number = rest[..NumberLength(rest)];
        rest = rest[number.Length..];
        if (number.IsEmpty)
            return new(NumberForm.Other);
        if (IsExponent(rest))
            return new(NumberForm.Exponent);
        if (IsSeparated(number, rest))
            return new(NumberForm.Separated);
        if (!Fits(number))
            return new(NumberForm.TooLong);
        return new(NumberForm.Plain, Parse(number), relation, rest.Trim().ToString());
    }

    /// <summary>Whether a plain number can be kept with all its digits.</summary>
    public static bool Fits(ReadOnlySpan<char> number)
    {
        number = number.TrimStart('-');
        var point = number.IndexOf('.');
        var behind = point < 0 ? 0 : number.Length - point - 1;
        var significant = number.TrimStart("0.");
        return behind <= MaxDigits && significant.Length - (significant.Contains('.') ? 1 : 0) <= MaxDigits;
    }

    /// <summary>The numbers that a bound leaves possible.</summary>
    public static Interval RangeOf(char relation, decimal bound) => relation switch
    {
        '>' => new(bound, true, null, false),
        '≥' => new(bound, false, null, false),
        '<' => new(null, false, bound, true),
        '≤' => new(null, false, bound, false),
        _ => Interval.Point(bound),
    };

    private static decimal Parse(ReadOnlySpan<char> number)
    {
        var value = decimal.Parse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return value == 0 ? Math.Abs(value) : value;
    }

    private static char TakeRelation(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || !"<>≤≥".Contains(rest[0], StringComparison.Ordinal))
            return '\0';
        var relation = rest[0];
        rest = rest[1..].TrimStart();
        if (relation is '<' or '>' && rest is ['=', ..])
        {
            rest = rest[1..].TrimStart();
            return relation == '<' ? '≤' : '≥';
        }

        return relation;
    }

    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var sign = text is ['-', ..] ? 1 : 0;
        var whole = DigitCount(text[sign..]);
        if (whole == 0)
            return 0;
        var end = sign + whole;
        var fraction = text[end..] is ['.', .. var behind] ? DigitCount(behind) : 0;
        return fraction == 0 ? end : end + 1 + fraction;
    }

    private static bool IsExponent(ReadOnlySpan<char> rest) =>
        rest is ['e' or 'E', var first, ..] && (char.IsAsciiDigit(first) || (first is '+' or '-' && rest.Length > 2 && char.IsAsciiDigit(rest[2])));

    private static bool IsSeparated(ReadOnlySpan<char> number, ReadOnlySpan<char> rest) =>
        !number.Contains('.') && rest is [',' or '\'', .. var group] && DigitCount(group) == 3;

    private static int DigitCount(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;

    // The forms that a Chinese input method types: full-width ASCII, the ideographic space, the mathematical minus and the doubled relations.
    private static string Narrow(string text) => string.Create(text.Length, text, static (narrow, wide) =>
    {
        for (var i = 0; i < narrow.Length; i++)
        {
            narrow[i] = wide[i] switch
            {
                >= '！' and <= '～' => (char)(wide[i] - '！' + '!'),
                '\u3000' => ' ',
                '\u2212' => '-',
                '≧' or '⩾' => '≥',
                '≦' or '⩽' => '≤',
                var same => same,
            };
        }
    });
}
