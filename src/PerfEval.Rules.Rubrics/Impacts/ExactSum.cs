using System.Globalization;
using System.Numerics;

namespace PerfEval.Rules.Rubrics.Impacts;

/// <summary>
/// A sum of decimals that loses no digit, so that it is the same in whatever order and grouping it is added up: decimal's own addition rounds once a sum needs more
/// than 28 digits, which unrounded thirds soon do. Used by one thread.
/// </summary>
internal sealed class ExactSum
{
    // The most digits behind the point that a decimal has.
    private const int Scale = 28;
    private const int NearScale = 8;
    private const decimal NearLimit = 1_000_000m;
    private const decimal NearMost = 1_000_000_000_000_000m;

    private static readonly BigInteger One = BigInteger.Pow(10, Scale);

    // INVARIANT: the sum is near + far / 10^28; near has at most 8 digits behind the point and stays far below decimal's limits, so adding to it is exact.
    private decimal near;
    private BigInteger far;

    public void Add(decimal value)
    {
        if (value.Scale > NearScale || Math.Abs(value) > NearLimit || Math.Abs(near) > NearMost)
            far += Expand(value);
        else
            near += value;
    }

    public void Add(decimal value, long times) => far += Expand(value) * times;

    public void Add(ExactSum other) => far += other.Expanded;

    /// <summary>The sum with up to 10 digits behind the point; saturates at decimal's limits, which no sum of points reaches.</summary>
    public decimal Value => Divide(1, 10);

    /// <summary>The sum over a count, rounded half away from zero; 0 for none.</summary>
    public decimal Divide(long count, int digits)
    {
        if (count == 0)
            return 0;
        var unit = BigInteger.Pow(10, Scale - digits) * count;
        var twice = BigInteger.DivRem(BigInteger.Abs(Expanded) * 2 + unit, unit * 2, out _);
        var most = (BigInteger)decimal.MaxValue;
        var magnitude = (decimal)BigInteger.Min(twice, most) / (decimal)BigInteger.Pow(10, digits);
        return Expanded.Sign < 0 ? -magnitude : magnitude;
    }

    /// <summary>The sum times 10^28, as digits.</summary>
    public override string ToString() => Expanded.ToString(CultureInfo.InvariantCulture);

    public static ExactSum Parse(string digits) => new() { far = BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) };

    private BigInteger Expanded => far + Expand(near);

    private static BigInteger Expand(decimal value)
    {
        var digits = value.Scale == 0 ? (BigInteger)value : Unscaled(value);
        return value.Scale == 0 ? digits * One : digits * BigInteger.Pow(10, Scale - value.Scale);
    }

    private static BigInteger Unscaled(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return decimal.IsNegative(value) ? -magnitude : magnitude;
    }
}
