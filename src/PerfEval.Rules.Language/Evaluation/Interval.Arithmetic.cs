namespace PerfEval.Rules.Language.Evaluation;

// Arithmetic on intervals. Every end is computed by the very operation that values go through. Decimal operations round correctly and are
// therefore monotone, so no value can lie outside. An end stays excluded only if the nearest number inside does not round onto it.
// An unbounded end stands for numbers that arithmetic can hold: an overflow that only an unbounded operand could cause is not counted.
public readonly partial record struct Interval
{
    /// <summary>The distance of two neighbouring decimals near zero.</summary>
    private const decimal LeastStep = 0.0000000000000000000000000001m;

    /// <summary>The range of −x.</summary>
    public Interval Negate() => new(-High, HighExcluded, -Low, LowExcluded);

    /// <summary>The range of |x|.</summary>
    public Interval Abs()
    {
        if (Low >= 0)
            return this;
        if (High <= 0)
            return Negate();
        var (high, excluded) = GreaterHigh(this, Negate());
        return new(0, false, high, excluded);
    }

    /// <summary>The range of the lesser of two.</summary>
    public static Interval Min(Interval a, Interval b)
    {
        var (low, lowExcluded) = LesserLow(a, b);
        var (high, highExcluded) = LesserHigh(a, b);
        return new(low, lowExcluded, high, highExcluded);
    }

    /// <summary>The range of the greater of two.</summary>
    public static Interval Max(Interval a, Interval b)
    {
        var (low, lowExcluded) = GreaterLow(a, b);
        var (high, highExcluded) = GreaterHigh(a, b);
        return new(low, lowExcluded, high, highExcluded);
    }

    /// <summary>The range of a function that never falls.</summary>
    internal Interval Map(Func<decimal, decimal> rising)
    {
        var (low, high) = (Low is { } l ? rising(l) : (decimal?)null, High is { } h ? rising(h) : (decimal?)null);
        return new(
            low,
            LowExcluded && Low is { } atLow && rising(Above(atLow)) != low,
            high,
            HighExcluded && High is { } atHigh && rising(Below(atHigh)) != high);
    }

    /// <summary>The range of x + y, and whether ends that both have may overflow; the end in question is then unbounded.</summary>
    internal static (Interval Numbers, bool Overflows) Add(Interval a, Interval b)
    {
        var low = Combine(Start(a), Start(b), (x, y) => x + y, Math.Sign(a.Low ?? 0));
        var high = Combine(End(a), End(b), (x, y) => x + y, Math.Sign(a.High ?? 0));
        return (Between(low, high), low.Overflows || high.Overflows);
    }

    /// <summary>The range of x − y; as <see cref="Add"/>.</summary>
    internal static (Interval Numbers, bool Overflows) Subtract(Interval a, Interval b) => Add(a, b.Negate());

    /// <summary>The range of x × y; as <see cref="Add"/>.</summary>
    internal static (Interval Numbers, bool Overflows) Multiply(Interval a, Interval b) => Hull(a, b, Product);

    /// <summary>The range of x ÷ y over the divisors that are not zero; null where there is no other.</summary>
    internal static (Interval? Numbers, bool Overflows) Divide(Interval a, Interval b)
    {
        var (negative, overflowsBelow) = DivideBy(a, b.Intersect(new(null, false, 0, true)));
        var (positive, overflowsAbove) = DivideBy(a, b.Intersect(new(0, true, null, false)));
        var numbers = negative is { } n && positive is { } p ? n.Union(p) : negative ?? positive;
        return (numbers, overflowsBelow || overflowsAbove);
    }

    private static (Interval? Numbers, bool Overflows) DivideBy(Interval a, Interval? divisor) =>
        divisor is { } b ? Hull(a, b, Quotient) : (null, false);

    private static (Interval Numbers, bool Overflows) Hull(Interval a, Interval b, Func<Edge, Edge, Edge> corner)
    {
        ReadOnlySpan<Edge> corners = [corner(Start(a), Start(b)), corner(Start(a), End(b)), corner(End(a), Start(b)), corner(End(a), End(b))];
        var (low, high, overflows) = (corners[0], corners[0], false);
        foreach (var edge in corners)
        {
            low = Lower(low, edge);
            high = Lower(high.Negate(), edge.Negate()).Negate();
            overflows |= edge.Overflows;
        }

        return (Between(low, high), overflows);
    }

    private static Edge Product(Edge x, Edge y)
    {
        if (!x.IsInfinite && !y.IsInfinite)
            return Combine(x, y, (a, b) => a * b, x.Sign * y.Sign);
        if (x.Sign == 0 || y.Sign == 0)
            return new(0, x.Sign == 0 ? x.Excluded : y.Excluded, 0);
        return Edge.Infinite(x.Sign * y.Sign);
    }

    /// <summary>A zero divisor is an excluded end, approached from the side on which the other divisors lie.</summary>
    private static Edge Quotient(Edge x, Edge y)
    {
        if (y.IsInfinite)
            return new(0, false, 0);
        if (y.Number == 0)
            return x.Sign == 0 ? new(0, x.Excluded, 0) : Edge.Infinite(x.Sign * y.Inward);
        return x.IsInfinite ? Edge.Infinite(x.Sign * y.Sign) : Combine(x, y, (a, b) => a / b, x.Sign * y.Sign);
    }

    private static Edge Combine(Edge x, Edge y, Func<decimal, decimal, decimal> operation, int overflowSign)
    {
        if (x.IsInfinite || y.IsInfinite)
            return Edge.Infinite(x.IsInfinite ? x.Sign : y.Sign);
        try
        {
            var number = operation(x.Number, y.Number);
            return new(number, (x.Excluded || y.Excluded) && operation(x.Nearest, y.Nearest) != number, 0);
        }
        catch (OverflowException)
        {
            return Edge.Infinite(overflowSign) with { Overflows = true };
        }
    }

    private static Interval Between(Edge low, Edge high) =>
        new(low.IsInfinite ? null : low.Number, low.Excluded, high.IsInfinite ? null : high.Number, high.Excluded);

    private static Edge Start(Interval a) => a.Low is { } low ? new(low, a.LowExcluded, 1) : Edge.Infinite(-1);

    private static Edge End(Interval a) => a.High is { } high ? new(high, a.HighExcluded, -1) : Edge.Infinite(1);

    private static Edge Lower(Edge a, Edge b)
    {
        if (a.IsInfinite || b.IsInfinite)
            return a.Infinity <= b.Infinity ? a : b;
        if (a.Number == b.Number)
            return a with { Excluded = a.Excluded && b.Excluded };
        return a.Number < b.Number ? a : b;
    }

    /// <summary>The next greater decimal.</summary>
    private static decimal Above(decimal number)
    {
        var step = LeastStep;
        while (number < decimal.MaxValue && number + step == number)
            step *= 10;
        return number < decimal.MaxValue ? number + step : number;
    }

    private static decimal Below(decimal number) => -Above(-number);

    /// <summary>An end of an interval or a corner of a box.</summary>
    /// <param name="Inward">1: the other numbers are greater; −1: less; 0: a result.</param>
    private readonly record struct Edge(decimal Number, bool Excluded, int Inward)
    {
        public int Infinity { get; private init; }

        public bool IsInfinite { get; private init; }

        public bool Overflows { get; init; }

        public int Sign => IsInfinite ? Infinity : Math.Sign(Number);

        /// <summary>The number nearest to this end that is in the interval.</summary>
        public decimal Nearest => !Excluded ? Number : Inward > 0 ? Above(Number) : Below(Number);

        public static Edge Infinite(int sign) => new(0, false, 0) { Infinity = sign, IsInfinite = true };

        public Edge Negate() => this with { Number = -Number, Infinity = -Infinity };
    }
}
