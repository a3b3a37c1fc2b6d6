using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>A figure as somebody wrote it beside what a rubric gives, compared at the digits written.</summary>
/// <param name="Agrees">Whether they are the same.</param>
/// <param name="Computed">What the rubric gives, in the unit written.</param>
/// <param name="Difference">Written less computed, for numbers that differ.</param>
internal readonly record struct WrittenFigure(bool Agrees, string Computed, decimal? Difference)
{
    /// <summary>Compares a value that is known. A number written without a sign is read in the value's own unit.</summary>
    public static WrittenFigure Compare(string written, Value computed, NumberFormat? format) => computed.Kind switch
    {
        ValueKind.Number => CompareNumber(NumberText.Parse(written), computed, format),
        ValueKind.Bool => new(computed.IsTrue ? written is "true" or "是" : written is "false" or "否", computed.ToString(), null),
        _ => new(string.Equals(written, ValueText.Format(computed), StringComparison.Ordinal), ValueText.Format(computed), null),
    };

    /// <summary>The kept numbers that are written so: <c>32.02%</c> stands for [0.32015, 0.32025). Null where the text is no number of that unit.</summary>
    public static Interval? FindInterval(string written, NumberFormat? format)
    {
        var number = NumberText.Parse(written);
        if (number.Form != NumberForm.Plain || !IsComparable(number.Unit, format?.Unit))
            return null;
        var unit = number.Unit.Length > 0 ? number.Unit : format?.Unit;
        var half = new decimal(5, 0, 0, false, (byte)Math.Min(number.Number.Scale + 1, 28));
        var (low, high) = (UnitFigures.Keep(number.Number - half, unit), UnitFigures.Keep(number.Number + half, unit));
        if (number.IsBound)
            return UnitFigures.Keep(number.Number, unit) is { } bound ? NumberText.RangeOf(number.Relation, bound) : null;
        return low is null || high is null ? null : number.Number >= 0 ? new(low, number.Number == 0, high, true) : new(low, true, high, false);
    }

    private static WrittenFigure CompareNumber(NumberText written, Value computed, NumberFormat? format)
    {
        var unit = written.Unit.Length > 0 ? written.Unit : format?.Unit;
        if (written.Form != NumberForm.Plain || !IsComparable(written.Unit, format?.Unit) || UnitFigures.Show(computed.Number, unit) is not { } shown)
            return new(false, ValueText.Format(computed, format, withUnit: true), null);
        shown = FigureWriter.Points(shown);
        var digits = Math.Max(written.Number.Scale, unit == Units.Percent ? 2 : 4);
        var legible = FigureWriter.Shown(computed.Number, new(unit, digits)) ?? shown;
        var agrees = written.IsBound ? NumberText.RangeOf(written.Relation, written.Number).Contains(shown) : IsSame(written.Number, shown);
        return new(agrees, UnitFigures.Write(legible) + written.Unit, agrees || written.IsBound ? null : written.Number - legible);
    }

    /// <summary>A percent sign fits a ratio, a money unit any money, a label only itself.</summary>
    private static bool IsComparable(string written, string? declared) =>
        written.Length == 0 || written == declared || (written == Units.Percent && declared is null) || (Units.IsMoney(written) && Units.IsMoney(declared));

    private static bool IsSame(decimal written, decimal computed) =>
        decimal.Round(computed, written.Scale, MidpointRounding.AwayFromZero) == written;
}
