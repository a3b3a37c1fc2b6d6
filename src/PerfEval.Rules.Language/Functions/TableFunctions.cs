using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Functions;

/// <summary>Functions of a table.</summary>
internal static class TableFunctions
{
    public static Value Sum(CallSite call, Frame frame) => default;

    public static Bounds SumBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Average(CallSite call, Frame frame) => default;

    public static Bounds AverageBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Min(CallSite call, Frame frame) => default;

    public static Bounds MinBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Max(CallSite call, Frame frame) => default;

    public static Bounds MaxBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value WeightedAverage(CallSite call, Frame frame) => default;

    public static Bounds WeightedAverageBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Count(CallSite call, Frame frame) => default;

    public static Bounds CountBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Any(CallSite call, Frame frame) => default;

    public static Bounds AnyBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value All(CallSite call, Frame frame) => default;

    public static Bounds AllBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Where(CallSite call, Frame frame) => default;

    public static Bounds WhereBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Top(CallSite call, Frame frame) => default;

    public static Bounds TopBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value First(CallSite call, Frame frame) => default;

    public static Bounds FirstBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };
}
