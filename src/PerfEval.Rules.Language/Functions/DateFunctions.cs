using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Functions;

/// <summary>Functions of dates.</summary>
internal static partial class DateFunctions
{
    private static readonly Bilingual NoSuchDate = new("没有这一天", "there is no such date");

    public static Value Days(CallSite call, Frame frame)
    {
        var (from, to) = (call.Argument(0, frame), call.Argument(1, frame));
        return from.IsKnown && to.IsKnown ? Value.Of(to.Raw - from.Raw) : Absent.Of(from, to);
    }

    public static Value Date(CallSite call, Frame frame)
    {
        var (year, month, day) = (call.Argument(0, frame), call.Argument(1, frame), call.Argument(2, frame));
        if (!year.IsKnown || !month.IsKnown || !day.IsKnown)
            return Absent.Of(Absent.Of(year, month), day);
        return Exists(year.Number, month.Number, day.Number)
            ? Value.Of(new DateOnly((int)year.Number, (int)month.Number, (int)day.Number))
            : call.Fail(NoSuchDate, year, month, day);
    }

    public static Value Year(CallSite call, Frame frame) => Part(call, frame, date => date.Year);

    public static Value Month(CallSite call, Frame frame) => Part(call, frame, date => date.Month);

    public static Value Day(CallSite call, Frame frame) => Part(call, frame, date => date.Day);

    private static Value Part(CallSite call, Frame frame, Func<DateOnly, int> part)
    {
        var date = call.Argument(0, frame);
        return date.IsKnown ? Value.Of((decimal)part(date.Date)) : date;
    }

    private static bool Exists(decimal year, decimal month, decimal day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12
        && decimal.IsInteger(year) && decimal.IsInteger(month) && decimal.IsInteger(day)
        && day >= 1 && day <= DateTime.DaysInMonth((int)year, (int)month);
}
