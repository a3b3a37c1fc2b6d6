namespace PerfEval.Rules.Language.Evaluation;

/// <summary>What decimals are made of: digits, and how many of them stand behind the point.</summary>
public static class Decimals
{
    // Dividing by it drops the zeros at a number's end.
    private const decimal OneWithEveryDecimal = 1.0000000000000000000000000000m;

    /// <summary>The number without trailing zeros behind its point; 0 has no sign.</summary>
    public static decimal Trim(decimal number)
    {
        if (!TryGetDigits(number, out var digits))
            return number / OneWithEveryDecimal; // exact; a hundred times slower than what follows
        var scale = number.Scale;
        if (scale == 0)
            return number;
        for (; scale > 0 && digits % 10 == 0; scale--)
            digits /= 10;
        return new((int)digits, (int)(digits >> 32), 0, digits != 0 && decimal.IsNegative(number), scale);
    }

    /// <summary>The digits of the number as a whole number, without sign and point; false where they need more than 64 bits.</summary>
    public static bool TryGetDigits(decimal number, out ulong digits)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        return bits[2] == 0;
    }
}
