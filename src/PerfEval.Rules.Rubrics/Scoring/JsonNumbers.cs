using System.Text.Json;
using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>Decimals without trailing zeros as JSON. A scorecard has hundreds: the writer's own way is for numbers of any length.</summary>
internal static class JsonNumbers
{
    // A sign, a zero, the point and the 28 digits that may follow it.
    private const int MaxLength = 32;

    /// <summary>Writes a property; the number has no trailing zeros.</summary>
    public static void WriteTrimmed(this Utf8JsonWriter writer, JsonEncodedText property, decimal number)
    {
        if (!Decimals.TryGetDigits(number, out var digits) || digits > long.MaxValue)
        {
            writer.WriteNumber(property, number);
        }
        else if (number.Scale == 0)
        {
            writer.WriteNumber(property, decimal.IsNegative(number) ? -(long)digits : (long)digits);
        }
        else
        {
            Span<byte> text = stackalloc byte[MaxLength];
            writer.WritePropertyName(property);
            writer.WriteRawValue(Format(text, digits, number.Scale, decimal.IsNegative(number)), skipInputValidation: true);
        }
    }

    // From the last digit to the first.
    private static ReadOnlySpan<byte> Format(Span<byte> text, ulong digits, int scale, bool isNegative)
    {
        var at = text.Length;
        for (var behind = 0; behind <= scale || digits > 0; behind++)
        {
            if (behind == scale)
                text[--at] = (byte)'.';
            (digits, var digit) = (digits / 10, digits % 10);
            text[--at] = (byte)('0' + digit);
        }

        if (isNegative)
            text[--at] = (byte)'-';
        return text[at..];
    }
}
