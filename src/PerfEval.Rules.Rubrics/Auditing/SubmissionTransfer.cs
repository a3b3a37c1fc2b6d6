using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>Takes a submission over to another version of its rubric by the names of inputs and columns. What the other version does not know is left behind.</summary>
internal static class SubmissionTransfer
{
    public static Submission To(Submission submission, CompiledRubric rubric)
    {
        var values = ImmutableArray.CreateBuilder<Value>(rubric.Inputs.Length);
        var defaulted = ImmutableArray.CreateBuilder<int>();
        foreach (var input in rubric.Inputs)
        {
            var given = Find(submission, input);
            if (given.IsAbsent && input.Default.IsKnown)
            {
                defaulted.Add(values.Count);
                given = input.Default;
            }

            values.Add(given);
        }

        return submission with { Rubric = rubric, Values = values.MoveToImmutable(), Defaulted = defaulted.ToImmutable(), Findings = [], Reported = null };
    }

    private static Value Find(Submission submission, LinkedInput input)
    {
        var absent = Value.Missing(Absence.Of(new(input.Name, null, input.Range)));
        if (!submission.Rubric.InputsByName.TryGetValue(input.Name, out var source))
            return absent;
        var position = submission.Rubric.Inputs.IndexOf(source);
        var value = submission.Defaulted.Contains(position) ? absent : submission.Values[position];
        if (source.Type is TableType from && input.Type is TableType to)
            return value.Table is { } table ? Value.Of(new Table(to, [.. table.Rows.Select(row => row with { Cells = Cells(row, from, to) })])) : absent;
        return Fits(source.Type, input.Type) && !value.IsMissing ? value : value.IsMissing && value.Absence.IsBounded ? value : absent;
    }

    private static ImmutableArray<Value> Cells(Row row, TableType from, TableType to) =>
    [
        .. to.Columns.Select(column =>
        {
            var position = from.Columns.ToList().FindIndex(other => other.Name == column.Name && Fits(other.Type, column.Type));
            return position >= 0 ? row.Cells[position] : Value.Missing(Absence.Of(new($"{to.Name}[{row.Label}].{column.Name}")));
        }),
    ];

    private static bool Fits(ExpressionType from, ExpressionType to) => (from, to) switch
    {
        (NumberType one, NumberType other) => one.Measure == other.Measure,
        _ => from.GetType() == to.GetType(),
    };
}
