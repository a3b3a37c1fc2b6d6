namespace PerfEval.Rules.Language.Evaluation;

/// <summary>An arithmetic operator, or the lesser or greater, over two known numbers.</summary>
internal sealed class KnownArithmetic<TOperation, TLeft, TRight>(TLeft left, TRight right)
    where TOperation : struct, IFold
    where TLeft : struct, INumberSource
    where TRight : struct, INumberSource
{
    public bool TryGet(Frame frame, out decimal number)
    {
        if (left.TryGet(frame, out number) && right.TryGet(frame, out var second) && !TOperation.Refuses(second))
        {
            number = TOperation.Apply(number, second);
            return true;
        }

        return false;
    }
}

internal readonly struct KnownArithmeticBuilder<TOperation> : IPairBuilder<KnownNumber>
    where TOperation : struct, IFold
{
    public KnownNumber Build<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, INumberSource
        where TRight : struct, INumberSource => new KnownArithmetic<TOperation, TLeft, TRight>(left, right).TryGet;
}

/// <summary>A comparison of two known numbers.</summary>
internal sealed class KnownComparison<TComparison, TLeft, TRight>(TLeft left, TRight right)
    where TComparison : struct, IComparison
    where TLeft : struct, INumberSource
    where TRight : struct, INumberSource
{
    public bool TryGet(Frame frame, out bool holds)
    {
        holds = false;
        if (!left.TryGet(frame, out var first) || !right.TryGet(frame, out var second))
            return false;
        holds = TComparison.Holds(first, second);
        return true;
    }
}

internal readonly struct KnownComparisonBuilder<TComparison> : IPairBuilder<KnownBool>
    where TComparison : struct, IComparison
{
    public KnownBool Build<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, INumberSource
        where TRight : struct, INumberSource => new KnownComparison<TComparison, TLeft, TRight>(left, right).TryGet;
}

/// <summary>A switch over the bands of a known number, its arms looked at in order.</summary>
internal sealed class KnownBands<TOperand>(TOperand operand, bool rounds, KnownBand[] arms)
    where TOperand : struct, INumberSource
{
    public bool TryGet(Frame frame, out decimal number)
    {
        if (!operand.TryGet(frame, out number))
            return false;
        var matched = rounds ? Inexact.Round(number) : number;
        foreach (ref readonly var arm in arms.AsSpan())
        {
            if (arm.Limits.Contains(matched))
                return arm.TryGet(frame, out number);
        }

        return false;
    }
}

/// <summary>An arm: its value a closure only where it is no literal.</summary>
internal readonly struct KnownBand(BandLimits limits, KnownNumber? computed, decimal literal)
{
    public readonly BandLimits Limits = limits;

    public bool TryGet(Frame frame, out decimal number)
    {
        number = literal;
        return computed is null || computed(frame, out number);
    }
}
