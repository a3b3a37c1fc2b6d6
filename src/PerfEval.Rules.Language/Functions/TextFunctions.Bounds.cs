using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Functions;

internal static partial class TextFunctions
{
    public static Bounds HasBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds ContainsBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds StartsWithBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds EndsWithBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds LengthBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };
}
