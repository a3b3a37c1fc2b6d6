using System.Text.Json;
using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>Decimals without trailing zeros as JSON. A scorecard has hundreds: the writer's own way is for numbers of any length.</summary>
internal static class JsonNumbers
{
    // A sign, a zero, the point and the 28 digits that may follow it.
    private const int MaxLength = 32;

    // {"min":…,"max":…}
    private const int MaxRangeLength = (2 * MaxLength) + 16;

    /// <summary>Writes a property; the number has no trailing zeros.</summary>
    public static void WriteTrimmed(this Utf8JsonWriter writer, JsonEncodedText property, decimal number)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        if (!Decimals.TryGetDigits(number, out var digits))
        {
            writer.WriteNumber(property, number);
        }
        else if (number.Scale == 0 && digits <= long.MaxValue)
        {
            writer.WriteNumber(property, decimal.IsNegative(number) ? -(long)digits : (long)digits);
        }
        else
        {
            writer.WritePropertyName(property);
            writer.WriteRawValue(Format(text, digits, number), skipInputValidation: true);
        }
    }

    /// <summary>Writes a property that is an object of two numbers without trailing zeros, <c>min</c> and <c>max</c>; nearly always they are the same.</summary>
    public static void WriteTrimmed(this Utf8JsonWriter writer, JsonEncodedText property, decimal min, decimal max)
    {
        if (!Decimals.TryGetDigits(min, out var minDigits) || !Decimals.TryGetDigits(max, out var maxDigits))
        {
            writer.WriteStartObject(property);
            writer.WriteTrimmed(Properties.Min, min);
            writer.WriteTrimmed(Properties.Max, max);
            writer.WriteEndObject();
            return;
        }

        Span<byte> low = stackalloc byte[MaxLength], high = stackalloc byte[MaxLength], text = stackalloc byte[MaxRangeLength];
        var length = 0;
        Append("{\"min\":"u8, text, ref length);
        Append(Format(low, minDigits, min), text, ref length);
        Append(",\"max\":"u8, text, ref length);
        Append(Format(high, maxDigits, max), text, ref length);
        Append("}"u8, text, ref length);
        writer.WritePropertyName(property);
        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }

    private static void Append(ReadOnlySpan<byte> part, Span<byte> text, ref int length)
    {
        part.CopyTo(text[length..]);
        length += part.Length;
    }

    // From the last digit to the first.
    private static ReadOnlySpan<byte> Format(Span<byte> text, ulong digits, decimal number)
    {
        var (at, scale) = (text.Length, number.Scale);
        for (var behind = 0; behind <= scale || digits > 0; behind++)
        {
            if (behind == scale && behind > 0)
                text[--at] = (byte)'.';
            (digits, var digit) = (digits / 10, digits % 10);
            text[--at] = (byte)('0' + digit);
        }

        if (decimal.IsNegative(number))
            text[--at] = (byte)'-';
        return text[at..];
    }
}
