using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Submissions;

/// <summary>What filing demands beyond what scoring can do without.</summary>
public static class FilingRules
{
    /// <summary>
    /// Everything for which filing refuses a submission: what reading found, and what is required and absent (PS0101). Stands in place of
    /// <see cref="SubmissionReading.FilingFaults"/>, which knows neither RequiredWhen nor Optional.
    /// </summary>
    /// <inheritdoc cref="RequiredFaults"/>
    public static ImmutableArray<SubmissionFault> Refusals(SubmissionReading reading, IReadOnlySet<string>? excused = null, Frame? frame = null)
    {
        if (reading.Submission is not { } submission)
            return reading.Faults;
        var found = reading.FilingFaults.Where(fault => fault.Code != SubmissionFaults.RequiredCode);
        return [.. reading.Faults, .. found, .. RequiredFaults(submission, excused, frame)];
    }

    /// <summary>A fault PS0101 for each input, and each cell of a given table, that is required and absent; in declared order.</summary>
    /// <param name="excused">Names of the inputs that Optional rules let go; null: none.</param>
    /// <param name="frame">A frame filled as for scoring, in which each RequiredWhen is evaluated; null: inputs with one are not demanded.</param>
    public static ImmutableArray<SubmissionFault> RequiredFaults(Submission submission, IReadOnlySet<string>? excused = null, Frame? frame = null)
    {
        var faults = ImmutableArray<SubmissionFault>.Empty;
        var inputs = submission.Rubric.Inputs;
        for (var i = 0; i < inputs.Length; i++)
        {
            if (excused?.Contains(inputs[i].Name) == true)
                continue;
            var value = submission.Values[i];
            if (value.Table is { } table)
                faults = faults.AddRange(CellFaults(inputs[i], table, frame));
            else if (IsAbsent(value) && IsRequired(inputs[i], frame))
                faults = faults.Add(SubmissionFaults.Required(JsonPointer.Append("/data", inputs[i].Name), inputs[i].Name));
        }

        return faults;
    }

    /// <summary>Whether nothing at all was given: a bound was, and so was a text in a Number, which is a fault of its own.</summary>
    public static bool IsAbsent(Value value) =>
        value.IsMissing && value.Absence.Gaps.All(gap => gap is { IsBound: false, Reason: null });

    /// <summary>Whether filing needs the input: Required, unless RequiredWhen says when.</summary>
    /// <inheritdoc cref="RequiredFaults"/>
    public static bool IsRequired(LinkedInput input, Frame? frame) => input.RequiredWhen is { } when
        ? input.Definition.Required == true || (frame is not null && when.Evaluate(frame).IsTrue)
        : input.IsRequired;

    private static IEnumerable<SubmissionFault> CellFaults(LinkedInput input, Table table, Frame? frame)
    {
        var path = JsonPointer.Append("/data", input.Name);
        for (var row = 0; row < table.Rows.Length; row++)
        {
            var cells = table.Rows[row].Cells;
            if (frame is not null && input.Row is { } symbol)
                frame.Slots[symbol.Slot] = Value.Of(table.Rows[row]);
            for (var column = 0; column < cells.Length; column++)
            {
                if (IsAbsent(cells[column]) && IsRequired(input.Columns[column], frame))
                    yield return SubmissionFaults.Required(JsonPointer.Append($"{path}/{row}", input.Columns[column].Name), cells[column].Absence.Gaps[0].Name);
            }
        }
    }
}
