using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Functions;

internal static partial class TableFunctions
{
    public static Bounds SumBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds AverageBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds MinBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds MaxBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds WeightedAverageBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds CountBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds AnyBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds AllBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds WhereBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds TopBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds FirstBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };
}
