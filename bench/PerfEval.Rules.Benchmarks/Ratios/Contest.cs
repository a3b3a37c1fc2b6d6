using System.Diagnostics;
using System.Globalization;

namespace PerfEval.Rules.Benchmarks.Ratios;

/// <summary>
/// The hand-written program and the engine in turn, in rounds so short that whatever else the machine does meets both alike; what counts is the median of the rounds' ratios.
/// </summary>
/// <param name="Name">What both do.</param>
/// <param name="HandWritten">Once.</param>
/// <param name="Engine">Once.</param>
internal sealed record Contest(string Name, Action HandWritten, Action Engine)
{
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(800);

    public ContestResult Run(int rounds)
    {
        var (byHand, byEngine) = (Warm(HandWritten), Warm(Engine));
        var hand = new double[rounds];
        var engine = new double[rounds];
        var ratios = new double[rounds];
        for (var i = 0; i < rounds; i++)
        {
            // The first of a pair meets a cold cache: they take turns at it.
            if (i % 2 == 0)
                (hand[i], engine[i]) = (Time(HandWritten, byHand), Time(Engine, byEngine));
            else
                (engine[i], hand[i]) = (Time(Engine, byEngine), Time(HandWritten, byHand));
            ratios[i] = engine[i] / hand[i];
        }

        return new(Name, Quantile(hand, 0.5), Quantile(engine, 0.5), Quantile(ratios, 0.25), Quantile(ratios, 0.5), Quantile(ratios, 0.75), Bytes(HandWritten), Bytes(Engine));
    }

    /// <summary>Runs until the compiler, which works in the background, has had its time; gives how many fit into a round.</summary>
    private static int Warm(Action action)
    {
        var (start, count) = (Stopwatch.GetTimestamp(), 0);
        for (; Stopwatch.GetElapsedTime(start) < WarmUp; count++)
            action();
        var each = Time(action, Math.Max(1, count / 20));
        return Math.Max(1, (int)(RoundTime.TotalMicroseconds / each));
    }

    /// <summary>Microseconds each.</summary>
    private static double Time(Action action, int count)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
            action();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
    }

    private static long Bytes(Action action)
    {
        const int Count = 100;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++)
            action();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Count;
    }

    private static double Quantile(double[] values, double share) => values.Order().ElementAt((int)(share * (values.Length - 1)));
}

/// <summary>Medians in µs, quartiles of the ratio, bytes allocated each.</summary>
internal sealed record ContestResult(string Name, double HandWritten, double Engine, double Low, double Ratio, double High, long HandWrittenBytes, long EngineBytes)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Name,-32} | {HandWritten,8:F2} µs | {Engine,8:F2} µs | {Ratio,6:F2} ({Low:F2}–{High:F2}) | {HandWrittenBytes,7} B | {EngineBytes,7} B |");
}
