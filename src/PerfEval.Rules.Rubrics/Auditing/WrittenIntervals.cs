using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>
/// What the figures of a submission may have been before they were rounded to the digits written: <c>409.84</c> stands for [409.835, 409.845).
/// Exact are judgements, counts (whole numbers of a unit that is neither money nor a percent, and inputs without decimals), numbers without a declared unit
/// (targets beside what was achieved), points, keys, defaults and the figure 0.
/// </summary>
internal static class WrittenIntervals
{
    private const string Points = "分";

    /// <summary>The submission with every rounded figure as a bound: known only to lie in its interval.</summary>
    public static Submission Widen(Submission submission)
    {
        var inputs = submission.Rubric.Inputs;
        var digits = DigitsOfMoney(submission);
        var values = submission.Values.ToBuilder();
        for (var i = 0; i < inputs.Length; i++)
        {
            if (submission.Values[i].Table is { } table)
                values[i] = Value.Of(Widen(inputs[i], table, digits));
            else if (!submission.Defaulted.Contains(i))
                values[i] = Widen(submission.Values[i], inputs[i], inputs[i].Name, digits);
        }

        return submission with { Values = values.ToImmutable(), Reported = null };
    }

    private static Table Widen(LinkedInput input, Table table, Dictionary<string, int> digits) =>
        new(table.Type, [.. table.Rows.Select(row => row with
        {
            Cells = [.. row.Cells.Select((cell, i) => i == table.Type.KeyIndex || i >= input.Columns.Length
                ? cell
                : Widen(cell, input.Columns[i], $"{input.Name}[{row.Label}].{input.Columns[i].Name}", digits))],
        })]);

    private static Value Widen(Value value, LinkedInput input, string name, Dictionary<string, int> digits) =>
        value.Kind == ValueKind.Number && FindInterval(value.Number, input, digits) is { } interval
            ? Value.Missing(Absence.Of(new(name, null, interval, IsBound: true)))
            : value;

    /// <summary>The numbers that are written so, within the input's limits; null: it is exact.</summary>
    private static Interval? FindInterval(decimal kept, LinkedInput input, Dictionary<string, int> digits)
    {
        var unit = input.Definition.Unit;
        if (kept == 0 || input.Judged is not null || input.Definition is { Judgement: true } or { Digits: 0 } || unit is null or Points)
            return null;
        var isMeasured = Units.IsMoney(unit) || unit == Units.Percent;
        if (!isMeasured && kept.Scale == 0)
            return null;
        // A report rounds its amounts alike: `40` beside `27.16` is 40.00.
        var scale = digits.TryGetValue(unit, out var most) ? most : kept.Scale;
        var half = new decimal(5, 0, 0, false, (byte)Math.Min(scale + 1, 28)) * (Units.IsMoney(unit) ? Units.Scale(unit) : 1);
        // Half away from zero: the end nearer to zero belongs to it.
        var interval = kept > 0 ? new Interval(kept - half, false, kept + half, true) : new(kept - half, true, kept + half, false);
        return interval.Intersect(input.Range);
    }

    private static Dictionary<string, int> DigitsOfMoney(Submission submission)
    {
        var digits = new Dictionary<string, int>(StringComparer.Ordinal);
        var inputs = submission.Rubric.Inputs;
        for (var i = 0; i < inputs.Length; i++)
        {
            Note(inputs[i], submission.Values[i]);
            for (var column = 0; column < inputs[i].Columns.Length; column++)
            {
                foreach (var row in submission.Values[i].Table?.Rows ?? [])
                    Note(inputs[i].Columns[column], row.Cells[column]);
            }
        }

        return digits;

        void Note(LinkedInput input, Value value)
        {
            if (input.Definition.Unit is { } unit && Units.IsMoney(unit) && value.Kind == ValueKind.Number)
                digits[unit] = Math.Max(digits.GetValueOrDefault(unit), value.Number.Scale);
        }
    }
}
