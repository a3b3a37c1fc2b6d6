using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Tests.Scoring;

/// <summary>Random submissions within the inputs' limits, partial ones, and completions of these.</summary>
internal sealed class RandomSubmissions(CompiledRubric rubric, Random random)
{
    /// <summary>Values for every input; some are left out with the given chance, whole or cell by cell, some given as a bound.</summary>
    public Submission Next(double chanceLeftOut)
    {
        var values = rubric.Inputs.Select(input => Value(input, input.Name, chanceLeftOut)).ToImmutableArray();
        return new() { Rubric = rubric, Values = values };
    }

    /// <summary>The same with every gap whose name is listed filled by a value within the gap's range.</summary>
    public Submission Complete(Submission partial, IReadOnlySet<string> listed) => partial with
    {
        Values = [.. partial.Values.Select((value, i) => Fill(rubric.Inputs[i], value, listed))],
    };

    private Value Fill(LinkedInput input, Value value, IReadOnlySet<string> listed)
    {
        if (value.IsMissing)
            return value.Absence.Gaps.Any(gap => listed.Contains(gap.Name)) ? Known(input, input.Name, 0, value.Absence.Gaps[0].Range) : value;
        if (value.Table is not { } table)
            return value;
        var rows = table.Rows.Select(row => row with { Cells = [.. row.Cells.Select((cell, i) => Fill(input.Columns[i], cell, listed))] });
        return Language.Evaluation.Value.Of(new Table(table.Type, [.. rows]));
    }

    private Value Value(LinkedInput input, string name, double chanceLeftOut)
    {
        if (random.NextDouble() >= chanceLeftOut)
            return Known(input, name, chanceLeftOut, input.Range);
        var isBound = input.Type is NumberType && random.Next(3) == 0;
        var range = input.Range;
        if (isBound)
        {
            var at = Number(input.Range, input.Format);
            range = random.Next(2) == 0 ? range with { Low = at, LowExcluded = false } : range with { High = at, HighExcluded = false };
        }

        return Language.Evaluation.Value.Missing(Absence.Of(new(name, null, range, isBound)));
    }

    private Value Known(LinkedInput input, string name, double chanceLeftOut, Interval range) => input.Type switch
    {
        NumberType => Language.Evaluation.Value.Of(Number(range, input.Format)),
        BoolType => Language.Evaluation.Value.Of(random.Next(4) == 0),
        DateType => Language.Evaluation.Value.Of(new DateOnly(2020, 1, 1).AddDays(random.Next(800))),
        TextSetType set => Language.Evaluation.Value.Of([.. set.Choices.Where(_ => random.Next(2) == 0)]),
        TextType { Choices: { IsEmpty: false } choices } => Language.Evaluation.Value.Of(choices[random.Next(choices.Length)]),
        TableType table => Language.Evaluation.Value.Of(new Table(table, Rows(input, table, name, chanceLeftOut))),
        _ => Language.Evaluation.Value.Of("文" + random.Next(1000).ToString(CultureInfo.InvariantCulture)),
    };

    private ImmutableArray<Row> Rows(LinkedInput input, TableType table, string name, double chanceLeftOut)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        var count = random.Next(1, 4);
        for (var i = 0; i < count; i++)
        {
            var label = (i + 1).ToString(CultureInfo.InvariantCulture);
            var cells = input.Columns.Select((column, index) => index == table.KeyIndex
                ? Language.Evaluation.Value.Of(label)
                : column.Name == "分值" ? Language.Evaluation.Value.Of(Math.Round(80m / count, 2) + (i == 0 ? 80 - (Math.Round(80m / count, 2) * count) : 0)) : Value(column, $"{name}[{label}].{column.Name}", chanceLeftOut / 2));
            rows.Add(new([.. cells], label));
        }

        return rows.ToImmutable();
    }

    // Often round, often at an end, so that bands and halves are met.
    private decimal Number(Interval range, NumberFormat? format)
    {
        var scale = Units.Scale(format?.Unit);
        var low = (range.Low / scale) ?? Math.Min(-5, (range.High / scale) ?? 0);
        var high = (range.High / scale) ?? (low + (format?.Unit == Units.Percent ? 120 : 20));
        var at = random.Next(6) switch
        {
            0 => low,
            1 => high,
            2 or 3 => decimal.Round(low + ((high - low) * random.Next(0, 101) / 100), 0),
            _ => decimal.Round(low + ((high - low) * random.Next(0, 10001) / 10000), 2),
        };
        at = Math.Clamp(at, low, high);
        if ((range.LowExcluded && at * scale == range.Low) || (range.HighExcluded && at * scale == range.High))
            at = (low + high) / 2;
        return at * scale;
    }
}
