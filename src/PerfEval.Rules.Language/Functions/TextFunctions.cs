using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Functions;

/// <summary>Functions of texts, and whether there is a value at all.</summary>
internal static class TextFunctions
{
    public static Value Has(CallSite call, Frame frame) => default;

    public static Bounds HasBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Contains(CallSite call, Frame frame) => default;

    public static Bounds ContainsBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value StartsWith(CallSite call, Frame frame) => default;

    public static Bounds StartsWithBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value EndsWith(CallSite call, Frame frame) => default;

    public static Bounds EndsWithBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Length(CallSite call, Frame frame) => default;

    public static Bounds LengthBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };
}
