using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Functions;

/// <summary>Functions of dates.</summary>
internal static class DateFunctions
{
    public static Value Days(CallSite call, Frame frame) => default;

    public static Bounds DaysBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Date(CallSite call, Frame frame) => default;

    public static Bounds DateBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Year(CallSite call, Frame frame) => default;

    public static Bounds YearBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Month(CallSite call, Frame frame) => default;

    public static Bounds MonthBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Value Day(CallSite call, Frame frame) => default;

    public static Bounds DayBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };
}
