using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>Typed values that differ from the stored ones they come from (PF0011), at the digits typed.</summary>
internal static class StoredFindings
{
    public static IEnumerable<Finding> Of(Submission submission, ImmutableArray<StoredValue> stored)
    {
        foreach (var value in stored)
        {
            if (!submission.Rubric.InputsByName.TryGetValue(value.Input, out var input))
                continue;
            var position = submission.Rubric.Inputs.IndexOf(input);
            if (submission.Defaulted.Contains(position))
                continue;
            var typed = value.Column is null ? new Cell(input, submission.Values[position], JsonPointer.Append("/data", input.Name)) : FindCell(input, submission.Values[position], value);
            if (typed is { } cell && cell.Value.IsKnown && !IsSame(cell.Value, value.Value, cell.Input.Definition.Unit))
                yield return FindingCatalogue.OtherThanStored(cell.Path, Show(cell.Value, cell.Input), Show(value.Value, cell.Input), value.Origin);
        }
    }

    private static Cell? FindCell(LinkedInput input, Value table, StoredValue stored)
    {
        var column = input.Columns.ToList().FindIndex(column => column.Name == stored.Column);
        var row = table.Table?.Rows.ToList().FindIndex(row => row.Label == stored.Row) ?? -1;
        return column < 0 || row < 0
            ? null
            : new(input.Columns[column], table.Table!.Rows[row].Cells[column], JsonPointer.Append($"{JsonPointer.Append("/data", input.Name)}/{row}", input.Columns[column].Name)); // found in it
    }

    // The scale of the kept number is still that of the digits typed, a percent's two more.
    private static bool IsSame(Value typed, Value stored, string? unit)
    {
        if (typed.Kind != ValueKind.Number || stored.Kind != ValueKind.Number || typed == stored)
            return typed == stored;
        var digits = Math.Max(0, typed.Number.Scale - (unit == Units.Percent ? 2 : 0));
        return UnitFigures.Show(stored.Number, unit) is { } shown && decimal.Round(shown, digits, MidpointRounding.AwayFromZero) == UnitFigures.Show(typed.Number, unit);
    }

    private static string Show(Value value, LinkedInput input) =>
        value.Kind == ValueKind.Number ? UnitFigures.Write(value.Number, input.Definition.Unit) : ValueText.Format(value);

    private readonly record struct Cell(LinkedInput Input, Value Value, string Path);
}
