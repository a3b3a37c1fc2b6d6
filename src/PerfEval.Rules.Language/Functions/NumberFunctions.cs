using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Functions;

/// <summary>Functions of numbers.</summary>
internal static class NumberFunctions
{
    public static Value Abs(CallSite call, Frame frame) => default;

    public static Bounds AbsBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Floor(CallSite call, Frame frame) => default;

    public static Bounds FloorBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Ceiling(CallSite call, Frame frame) => default;

    public static Bounds CeilingBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Round(CallSite call, Frame frame) => default;

    public static Bounds RoundBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Clamp(CallSite call, Frame frame) => default;

    public static Bounds ClampBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Min(CallSite call, Frame frame) => default;

    public static Bounds MinBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Max(CallSite call, Frame frame) => default;

    public static Bounds MaxBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Sum(CallSite call, Frame frame) => default;

    public static Bounds SumBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Average(CallSite call, Frame frame) => default;

    public static Bounds AverageBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Ratio(CallSite call, Frame frame) => default;

    public static Bounds RatioBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Lerp(CallSite call, Frame frame) => default;

    public static Bounds LerpBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };
}
