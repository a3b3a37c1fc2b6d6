using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Functions;

internal static partial class DateFunctions
{
    public static Bounds DaysBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds DateBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds YearBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds MonthBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };

    public static Bounds DayBounds(BoundsCallSite call, BoundsFrame frame) => new() { MayBeAnything = true, MayBeMissing = true, MayFail = true };
}
