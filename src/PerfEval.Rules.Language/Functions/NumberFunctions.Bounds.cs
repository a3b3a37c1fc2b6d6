using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Functions;

internal static partial class NumberFunctions
{
    public static Bounds AbsBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds FloorBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds CeilingBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds RoundBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds ClampBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds MinBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds MaxBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds SumBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds AverageBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds RatioBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds LerpBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };
}
