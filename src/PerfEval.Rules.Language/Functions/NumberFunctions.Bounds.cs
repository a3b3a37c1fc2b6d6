using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Functions;

// Bounds of functions of numbers.
internal static partial class NumberFunctions
{
    public static Bounds AbsBounds(BoundsCallSite call, BoundsFrame frame) => Map(call, frame, numbers => numbers.Abs());

    public static Bounds FloorBounds(BoundsCallSite call, BoundsFrame frame) => Map(call, frame, numbers => numbers.Map(decimal.Floor));

    public static Bounds CeilingBounds(BoundsCallSite call, BoundsFrame frame) => Map(call, frame, numbers => numbers.Map(decimal.Ceiling));

    public static Bounds RoundBounds(BoundsCallSite call, BoundsFrame frame)
    {
        var number = call.Argument(0, frame);
        var digits = call.Arguments.Length > 1 ? call.Argument(1, frame) : Bounds.Exactly(Value.Of(0m));
        if (number.Numbers is not { } numbers || digits.Numbers is not { } range)
            return Bounds.Strict(new(), number, digits);
        return Bounds.Strict(Round(numbers, range), number, digits);
    }

    public static Bounds ClampBounds(BoundsCallSite call, BoundsFrame frame)
    {
        var (number, low, high) = (call.Argument(0, frame), call.Argument(1, frame), call.Argument(2, frame));
        if (number.Numbers is not { } numbers || low.Numbers is not { } lows || high.Numbers is not { } highs)
            return Bounds.Strict(new(), number, low, high);
        var mayFail = lows.High is not { } greatest || highs.Low is not { } least || IsAbove(greatest, least);
        var mustFail = lows.Low is { } first && highs.High is { } last && IsAbove(first, last);
        Interval? clamped = mustFail ? null : Interval.Min(Interval.Max(numbers, lows), highs);
        return Bounds.Strict(Bounds.OfNumbers(clamped, mayFail), number, low, high);
    }

    public static Bounds MinBounds(BoundsCallSite call, BoundsFrame frame) => Fold(call, frame, (a, b) => (Interval.Min(a, b), false));

    public static Bounds MaxBounds(BoundsCallSite call, BoundsFrame frame) => Fold(call, frame, (a, b) => (Interval.Max(a, b), false));

    public static Bounds SumBounds(BoundsCallSite call, BoundsFrame frame) => Fold(call, frame, Interval.Add);

    public static Bounds AverageBounds(BoundsCallSite call, BoundsFrame frame)
    {
        var sum = Fold(call, frame, Interval.Add);
        return sum.Numbers is { } numbers ? sum with { Numbers = numbers.Map(number => number / call.Arguments.Length) } : sum;
    }

    public static Bounds RatioBounds(BoundsCallSite call, BoundsFrame frame)
    {
        var (a, b, ifBothZero) = (call.Argument(0, frame), call.Argument(1, frame), call.Argument(2, frame));
        if (a.Numbers is not { } dividends || b.Numbers is not { } divisors || ifBothZero.Numbers is not { } instead)
            return Bounds.Strict(new(), a, b, ifBothZero);
        var (numbers, overflows) = Interval.Divide(dividends, divisors);
        var mayBeZero = divisors.Contains(0);
        if (mayBeZero && dividends.Contains(0))
            numbers = numbers?.Union(instead) ?? instead;
        var mayFail = overflows || (mayBeZero && dividends != Interval.Point(0));
        return Bounds.Strict(Bounds.OfNumbers(numbers, mayFail), a, b, ifBothZero);
    }

    public static Bounds LerpBounds(BoundsCallSite call, BoundsFrame frame)
    {
        Bounds[] arguments = [.. call.Arguments.Select(argument => argument(frame))];
        if (!arguments.All(argument => argument.Numbers is not null))
            return Bounds.Strict(new(), arguments);
        var numbers = Array.ConvertAll(arguments, argument => argument.Numbers ?? default);
        return Bounds.Strict(Interpolate(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]), arguments);
    }

    /// <summary>Along a line that is known, from end to end; else anywhere between the two values.</summary>
    private static Bounds Interpolate(Interval x, Interval x0, Interval y0, Interval x1, Interval y1)
    {
        var mayFail = x0.Intersect(x1) is not null;
        if (mayFail && x0.IsPoint && x1.IsPoint)
            return new() { MayFail = true };
        if (x0 is not { IsPoint: true, Low: { } from } || x1 is not { IsPoint: true, Low: { } to } || y0 is not { IsPoint: true, Low: { } start } || y1 is not { IsPoint: true, Low: { } end })
            return Bounds.OfNumbers(y0.Union(y1), mayFail);
        var flat = Interval.Closed(Math.Min(from, to), Math.Max(from, to));
        try
        {
            // Outside the two points the line is flat, so that an unbounded end is as good as the point on its side.
            var atLow = Interpolate(x.Low ?? Math.Min(flat.Low ?? 0, x.High ?? 0), from, start, to, end);
            var atHigh = Interpolate(x.High ?? Math.Max(flat.High ?? 0, x.Low ?? 0), from, start, to, end);
            return Bounds.OfNumbers(Interval.Closed(Math.Min(atLow, atHigh), Math.Max(atLow, atHigh)));
        }
        catch (OverflowException)
        {
            return Bounds.OfNumbers(y0.Union(y1), mayFail: true);
        }
    }

    private static Bounds Round(Interval numbers, Interval digits)
    {
        if (digits is { IsPoint: true, Low: { } exactly })
            return IsDigits(exactly) ? Bounds.OfNumbers(numbers.Map(number => RoundHalfUp(number, (int)exactly))) : new() { MayFail = true };
        return Bounds.OfNumbers(numbers.Map(decimal.Floor).Union(numbers.Map(decimal.Ceiling)), mayFail: true);
    }

    private static Bounds Map(BoundsCallSite call, BoundsFrame frame, Func<Interval, Interval> map)
    {
        var number = call.Argument(0, frame);
        return number.Numbers is { } numbers ? number with { Numbers = map(numbers) } : number;
    }

    private static Bounds Fold(BoundsCallSite call, BoundsFrame frame, Func<Interval, Interval, (Interval Numbers, bool Overflows)> fold)
    {
        Bounds[] operands = [.. call.Arguments.Select(argument => argument(frame))];
        var (result, overflows) = (operands[0].Numbers, false);
        foreach (var operand in operands.AsSpan(1))
        {
            if (result is not { } a || operand.Numbers is not { } b)
                return Bounds.Strict(new(), operands);
            var (folded, mayOverflow) = fold(a, b);
            (result, overflows) = (folded, overflows || mayOverflow);
        }

        return Bounds.Strict(Bounds.OfNumbers(result, overflows), operands);
    }
}
