using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Functions;

// Bounds of functions of texts: a text is known or not at all.
internal static partial class TextFunctions
{
    public static Bounds HasBounds(BoundsCallSite call, BoundsFrame frame)
    {
        var bounds = call.Argument(0, frame);
        return Bounds.OfBool(bounds.MaySeemPresent && bounds.MayHaveValue, bounds.MaySeemMissing) with { MayFail = bounds.MaySeemFailed };
    }

    public static Bounds ContainsBounds(BoundsCallSite call, BoundsFrame frame) => Test(call, frame, Contains);

    public static Bounds StartsWithBounds(BoundsCallSite call, BoundsFrame frame) => Test(call, frame, StartsWith);

    public static Bounds EndsWithBounds(BoundsCallSite call, BoundsFrame frame) => Test(call, frame, EndsWith);

    public static Bounds LengthBounds(BoundsCallSite call, BoundsFrame frame)
    {
        var text = call.Argument(0, frame);
        return Bounds.Strict(Bounds.Of(text.Single.IsKnown ? Interval.Point(Length(text.Single)) : Interval.Closed(0, null)), text);
    }

    private static Bounds Test(BoundsCallSite call, BoundsFrame frame, Func<Value, Value, bool> test)
    {
        var (text, part) = (call.Argument(0, frame), call.Argument(1, frame));
        var result = text.Single.IsKnown && part.Single.IsKnown
            ? Bounds.Exactly(Value.Of(test(text.Single, part.Single)))
            : Bounds.OfBool(true, true);
        return Bounds.Strict(result, text, part);
    }
}
