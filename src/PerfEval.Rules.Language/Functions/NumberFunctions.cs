using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Functions;

/// <summary>Functions of numbers.</summary>
internal static partial class NumberFunctions
{
    /// <summary>Digits that <c>round</c> takes: inexact numbers have no more.</summary>
    internal const int MostDigits = Inexact.Decimals;

    private static readonly Bilingual WrongDigits = new($"小数位数必须是 0 至 {MostDigits} 的整数", $"digits must be a whole number from 0 to {MostDigits}");
    private static readonly Bilingual LowAboveHigh = new("下限大于上限", "the low limit is above the high one");
    private static readonly Bilingual OnlyDivisorZero = new("除数为零", "division by zero");
    private static readonly Bilingual SamePlace = new("两点的位置相同", "the two points are at the same place");

    public static Value Abs(CallSite call, Frame frame) => Map(call, frame, decimal.Abs);

    public static Value Floor(CallSite call, Frame frame) => Map(call, frame, decimal.Floor);

    public static Value Ceiling(CallSite call, Frame frame) => Map(call, frame, decimal.Ceiling);

    public static Value Round(CallSite call, Frame frame)
    {
        var number = call.Argument(0, frame);
        var digits = call.Arguments.Length > 1 ? call.Argument(1, frame) : Value.Of(0m);
        if (!number.IsKnown || !digits.IsKnown)
            return Absent.Of(number, digits);
        if (IsDigits(digits.Number))
            return Value.Of(RoundHalfUp(number.Number, (int)digits.Number));
        return call.Fail(WrongDigits, number, digits);
    }

    public static Value Clamp(CallSite call, Frame frame)
    {
        var (number, low, high) = (call.Argument(0, frame), call.Argument(1, frame), call.Argument(2, frame));
        if (!number.IsKnown || !low.IsKnown || !high.IsKnown)
            return Gather(number, low, high);
        if (IsAbove(low.Number, high.Number))
            return call.Fail(LowAboveHigh, number, low, high);
        return Value.Of(Math.Min(Math.Max(number.Number, low.Number), high.Number));
    }

    public static Value Min(CallSite call, Frame frame) => Fold<Least>(call, frame);

    public static Value Max(CallSite call, Frame frame) => Fold<Greatest>(call, frame);

    public static Value Sum(CallSite call, Frame frame) => Fold<Addition>(call, frame);

    public static Value Average(CallSite call, Frame frame)
    {
        var sum = Fold<Addition>(call, frame);
        return sum.IsKnown ? Value.Of(sum.Number / call.Arguments.Length) : sum;
    }

    public static Value Ratio(CallSite call, Frame frame)
    {
        var (a, b, ifBothZero) = (call.Argument(0, frame), call.Argument(1, frame), call.Argument(2, frame));
        if (!a.IsKnown || !b.IsKnown || !ifBothZero.IsKnown)
            return Gather(a, b, ifBothZero);
        if (b.Number == 0)
            return a.Number == 0 ? ifBothZero : call.Fail(OnlyDivisorZero, a, b, ifBothZero);
        try
        {
            return Value.Of(a.Number / b.Number);
        }
        catch (OverflowException)
        {
            return call.Overflow();
        }
    }

    public static Value Lerp(CallSite call, Frame frame)
    {
        var (x, x0, y0, x1, y1) = (call.Argument(0, frame), call.Argument(1, frame), call.Argument(2, frame), call.Argument(3, frame), call.Argument(4, frame));
        if (!x.IsKnown || !x0.IsKnown || !y0.IsKnown || !x1.IsKnown || !y1.IsKnown)
            return Gather(x, x0, y0, x1, y1);
        if (x0.Number == x1.Number)
            return call.Fail(SamePlace, x, x0, y0, x1, y1);
        try
        {
            return Value.Of(Interpolate(x.Number, x0.Number, y0.Number, x1.Number, y1.Number));
        }
        catch (OverflowException)
        {
            return call.Overflow();
        }
    }

    /// <summary>The line from (x0, y0) to (x1, y1), flat outside; never outside the two ends, whatever the last digit is rounded to.</summary>
    internal static decimal Interpolate(decimal x, decimal x0, decimal y0, decimal x1, decimal y1)
    {
        if (x0 > x1)
            return Interpolate(x, x1, y1, x0, y0);
        if (x <= x0)
            return y0;
        if (x >= x1)
            return y1;
        var between = y0 + ((x - x0) * (y1 - y0) / (x1 - x0));
        return Math.Clamp(between, Math.Min(y0, y1), Math.Max(y0, y1));
    }

    internal static bool IsDigits(decimal digits) => digits is >= 0 and <= MostDigits && decimal.IsInteger(digits);

    internal static decimal RoundHalfUp(decimal number, int digits) => decimal.Round(number, digits, MidpointRounding.AwayFromZero);

    /// <summary>Above by more than the residue of a division.</summary>
    internal static bool IsAbove(decimal low, decimal high) => low > high && Inexact.Round(low) > Inexact.Round(high);

    private static Value Map(CallSite call, Frame frame, Func<decimal, decimal> map)
    {
        var number = call.Argument(0, frame);
        return number.IsKnown ? Value.Of(map(number.Number)) : number;
    }

    private static Value Gather(params ReadOnlySpan<Value> operands)
    {
        var absent = default(Absent);
        foreach (var operand in operands)
        {
            if (!operand.IsKnown)
                absent.Add(operand);
        }

        return absent.ToValue();
    }

    private static Value Fold<TOperation>(CallSite call, Frame frame)
        where TOperation : struct, IFold
    {
        try
        {
            return call.Arguments.Length == 2 ? FoldPair<TOperation>(call, frame) : FoldAll<TOperation>(call, frame);
        }
        catch (OverflowException)
        {
            return call.Overflow();
        }
    }

    private static Value FoldPair<TOperation>(CallSite call, Frame frame)
        where TOperation : struct, IFold
    {
        var (first, second) = (call.Argument(0, frame), call.Argument(1, frame));
        return first.IsKnown && second.IsKnown ? Value.Of(TOperation.Apply(first.Raw, second.Raw)) : Absent.Of(first, second);
    }

    private static Value FoldAll<TOperation>(CallSite call, Frame frame)
        where TOperation : struct, IFold
    {
        var absent = default(Absent);
        var result = 0m;
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            var value = call.Argument(i, frame);
            if (!value.IsKnown)
                absent.Add(value);
            else
                result = i == 0 ? value.Raw : TOperation.Apply(result, value.Raw);
        }

        return absent.IsEmpty ? Value.Of(result) : absent.ToValue();
    }
}
