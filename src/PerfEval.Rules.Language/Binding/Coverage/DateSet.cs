using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding.Coverage;

/// <summary>A set of days, by their numbers: nothing lies between one day and the next, so every range is closed below and open above.</summary>
internal sealed record DateSet : ValueSet
{
    private readonly ValueSet days;

    private DateSet(ValueSet days) => this.days = days;

    public static DateSet All { get; } = From(DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber + 1);

    public override bool IsEmpty => days.IsEmpty;

    public static DateSet Point(DateOnly date) => From(date.DayNumber, date.DayNumber + 1);

    public static DateSet Below(DateOnly date, bool isIncluded) => From(0, date.DayNumber + (isIncluded ? 1 : 0));

    public static DateSet Above(DateOnly date, bool isIncluded) => From(date.DayNumber + (isIncluded ? 0 : 1), DateOnly.MaxValue.DayNumber + 1);

    public override ValueSet Complement() => new DateSet(All.days.Except(days));

    public override ValueSet Intersect(ValueSet other) => new DateSet(days.Intersect(((DateSet)other).days));

    public override Value? FindSample(ExpressionType type)
    {
        if (days is not NumberSet { IsEmpty: false } numbers)
            return null;
        var range = numbers.Ranges.First();
        var first = range.Low > 0 || range.High is null ? range.Low : range.High - 1; // a range from the first day on is shown by its last
        return Value.Of(DateOnly.FromDayNumber((int)(first ?? 0)));
    }

    private static DateSet From(int first, int end) =>
        new(NumberSet.Above(first, isIncluded: true).Intersect(NumberSet.Below(end, isIncluded: false)));
}
