using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Functions;

// Bounds of functions of dates: a day is known or not at all.
internal static partial class DateFunctions
{
    public static Bounds DaysBounds(BoundsCallSite call, BoundsFrame frame)
    {
        var (from, to) = (call.Argument(0, frame), call.Argument(1, frame));
        var days = from.Single.IsKnown && to.Single.IsKnown ? Interval.Point(to.Single.Raw - from.Single.Raw) : Span;
        return Bounds.Strict(Bounds.Of(days), from, to);
    }

    public static Bounds DateBounds(BoundsCallSite call, BoundsFrame frame)
    {
        var (year, month, day) = (call.Argument(0, frame), call.Argument(1, frame), call.Argument(2, frame));
        var date = year.Numbers is { IsPoint: true, Low: { } y } && month.Numbers is { IsPoint: true, Low: { } m } && day.Numbers is { IsPoint: true, Low: { } d }
            ? Exactly(y, m, d)
            : new() { MayBeAnything = true, MayFail = true };
        return Bounds.Strict(date, year, month, day);
    }

    public static Bounds YearBounds(BoundsCallSite call, BoundsFrame frame) => Part(call, frame, date => date.Year, Interval.Closed(1, 9999));

    public static Bounds MonthBounds(BoundsCallSite call, BoundsFrame frame) => Part(call, frame, date => date.Month, Interval.Closed(1, 12));

    public static Bounds DayBounds(BoundsCallSite call, BoundsFrame frame) => Part(call, frame, date => date.Day, Interval.Closed(1, 31));

    /// <summary>As far as two days can lie apart.</summary>
    private static Interval Span { get; } = Interval.Closed(DateOnly.MinValue.DayNumber - DateOnly.MaxValue.DayNumber, DateOnly.MaxValue.DayNumber);

    private static Bounds Exactly(decimal year, decimal month, decimal day) => Exists(year, month, day)
        ? Bounds.Exactly(Value.Of(new DateOnly((int)year, (int)month, (int)day)))
        : new() { MayFail = true };

    private static Bounds Part(BoundsCallSite call, BoundsFrame frame, Func<DateOnly, int> part, Interval range)
    {
        var date = call.Argument(0, frame);
        return Bounds.Strict(Bounds.Of(date.Single.IsKnown ? Interval.Point(part(date.Single.Date)) : range), date);
    }
}
