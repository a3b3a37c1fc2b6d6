using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding.Coverage;

/// <summary>A set of days, by their numbers: nothing lies between one day and the next, so every range is closed below and open above.</summary>
internal sealed record DateSet : ValueSet
{
    private readonly NumberSet days;

    private DateSet(ValueSet days) => this.days = (NumberSet)days;

    public static DateSet All { get; } = From(DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber + 1);

    public override bool IsEmpty => days.IsEmpty;

    /// <summary>The ranges in ascending order, both ends in them.</summary>
    public IEnumerable<(DateOnly First, DateOnly Last)> Ranges =>
        days.Ranges.Select(range => (DayOf(range.Low), DayOf(range.High - 1)));

    public static DateSet Point(DateOnly date) => From(date.DayNumber, date.DayNumber + 1);

    public static DateSet Below(DateOnly date, bool isIncluded) => From(0, date.DayNumber + (isIncluded ? 1 : 0));

    public static DateSet Above(DateOnly date, bool isIncluded) => From(date.DayNumber + (isIncluded ? 0 : 1), DateOnly.MaxValue.DayNumber + 1);

    public override ValueSet Complement() => new DateSet(All.days.Except(days));

    public override ValueSet Intersect(ValueSet other) => new DateSet(days.Intersect(((DateSet)other).days));

    // A range from the first day on is shown by its last.
    public override Value? FindSample(ExpressionType type, decimal step) => IsEmpty ? null
        : Ranges.First() is var (first, last) && first == DateOnly.MinValue ? Value.Of(last)
        : Value.Of(Ranges.First().First);

    private static DateOnly DayOf(decimal? number) => DateOnly.FromDayNumber((int)number.GetValueOrDefault());

    private static DateSet From(int first, int end) =>
        new(NumberSet.Above(first, isIncluded: true).Intersect(NumberSet.Below(end, isIncluded: false)));
}
