using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Functions;

public static partial class FunctionTable
{
    private static Function[] Dates() =>
    [
        new("days", [Date("from", "起始日期", "the first day"), Date("to", "终止日期", "the last day")], Summary("终止日期减起始日期的天数", "to − from, in days"))
        {
            ResultType = ResultTypes.Always(ExpressionType.Number),
            Value = DateFunctions.Days,
            Bounds = DateFunctions.DaysBounds,
            Examples = [Example("days(date(2020, 2, 28), date(2020, 3, 1))", "2")],
        },
        new("date", [Whole("year", "年", "the year"), Whole("month", "月", "the month"), Whole("day", "日", "the day")], Summary("日期；没有这一天时出错", "a day; a failure where there is none such"))
        {
            ResultType = ResultTypes.Always(ExpressionType.Date),
            RoundsInexact = true,
            Value = DateFunctions.Date,
            Bounds = DateFunctions.DateBounds,
            Examples = [Example("date(2020, 12, 31)", "2020-12-31"), Example("date(2021, 1 + 1, 29)", "failed")],
        },
        new("year", [Date("date", "日期", "the day")], Summary("年份", "the year of a day"))
        {
            ResultType = ResultTypes.Always(ExpressionType.Number),
            Value = DateFunctions.Year,
            Bounds = DateFunctions.YearBounds,
            Examples = [Example("year(date(2020, 12, 31))", "2020")],
        },
        new("month", [Date("date", "日期", "the day")], Summary("月份，1 至 12", "the month of a day, 1 to 12"))
        {
            ResultType = ResultTypes.Always(ExpressionType.Number),
            Value = DateFunctions.Month,
            Bounds = DateFunctions.MonthBounds,
            Examples = [Example("month(date(2020, 12, 31))", "12")],
        },
        new("day", [Date("date", "日期", "the day")], Summary("日，1 至 31", "the day of the month, 1 to 31"))
        {
            ResultType = ResultTypes.Always(ExpressionType.Number),
            Value = DateFunctions.Day,
            Bounds = DateFunctions.DayBounds,
            Examples = [Example("day(date(2020, 12, 31))", "31")],
        },
    ];
}
