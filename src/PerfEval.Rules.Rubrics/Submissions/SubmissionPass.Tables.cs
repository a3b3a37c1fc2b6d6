using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Auditing;

namespace PerfEval.Rules.Rubrics.Submissions;

internal sealed partial class SubmissionPass
{
    private Value ReadTable(ref Utf8JsonReader reader, in Place place)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return WrongType(ref reader, place, new("由行组成的数组", "an array of rows"));
        if (place.Input.Type is not TableType type)
            throw new ArgumentException($"`{place.Input.Name}` is a table without a table type");
        var rows = ImmutableArray.CreateBuilder<Row>();
        var byKey = type.KeyIndex < 0 ? null : new Dictionary<Value, Row>();
        var index = 0;
        for (reader.Advance(); reader.TokenType != JsonTokenType.EndArray; reader.Advance(), index++)
        {
            if ((index >= MaxEntries && IsFull(ref reader, index, place.Path)) || !IsRow(ref reader, place, index))
                continue;
            var row = ReadRow(ref reader, place.Shape, index, type.KeyIndex);
            rows.Add(row);
            if (byKey is not null && row.Cells[type.KeyIndex].IsKnown && !byKey.TryAdd(row.Cells[type.KeyIndex], row))
                ReportSameRow(type, byKey[row.Cells[type.KeyIndex]], row, $"{place.Path}/{index}");
        }

        return Value.Of(new Table(type, rows.DrainToImmutable()));
    }

    private bool IsRow(ref Utf8JsonReader reader, in Place place, int index)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return true;
        Report(SubmissionFaults.WrongType($"{place.Path}/{index}", new("对象（一行）", "an object (a row)"), reader.TokenType));
        reader.Leave();
        return false;
    }

    private Row ReadRow(ref Utf8JsonReader reader, InputShape table, int index, int keyIndex)
    {
        var cells = new Value[table.Columns.Length];
        var (seen, given) = (new bool[cells.Length], new bool[cells.Length]);
        for (var i = 0; i < cells.Length; i++)
            cells[i] = table.Columns[i].WhenAbsent;
        var expected = 0;
        for (reader.Advance(); reader.TokenType != JsonTokenType.EndObject; reader.Advance())
        {
            var column = table.ColumnNames.Find(reader, expected);
            if (column < 0 || seen[column])
            {
                ReportColumn(ref reader, table, index, column);
                continue;
            }

            (seen[column], expected) = (true, column + 1);
            reader.Advance();
            given[column] = reader.TokenType != JsonTokenType.Null;
            if (given[column])
                cells[column] = ReadValue(ref reader, new(table.Columns[column], table, index));
        }

        var row = Label(table, cells, index, keyIndex);
        for (var i = 0; i < cells.Length; i++)
        {
            if (!given[i] && table.Columns[i].Input.Default.IsKnown)
                NoteDefault(table, table.Columns[i], row.Label);
        }

        return row;
    }

    private void NoteDefault(InputShape table, InputShape column, string row)
    {
        if (!defaultedCells.TryGetValue(column, out var rows))
            defaultedCells.Add(column, rows = (table, []));
        rows.Rows.Add(row);
    }

    private void ReportColumn(ref Utf8JsonReader reader, InputShape table, int row, int column)
    {
        var name = reader.ShownName();
        var path = JsonPointer.Append($"{JsonPointer.Append("/data", table.Input.Name)}/{row}", name);
        Report(column >= 0
            ? SubmissionFaults.GivenTwice(path, name)
            : SubmissionFaults.UnknownColumn(path, name, FindNearest(name, table.ColumnNames.Declared)));
        reader.Leave();
    }

    /// <summary>The row with its label, after which its gaps are named. Not before: the key may stand behind what is missing.</summary>
    private static Row Label(InputShape table, Value[] cells, int index, int keyIndex)
    {
        var label = keyIndex >= 0 && cells[keyIndex].IsKnown
            ? Write(cells[keyIndex], table.Columns[keyIndex].Input.Definition.Unit)
            : (index + 1).ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].IsMissing && cells[i].Absence.Gaps is [var gap, ..])
                cells[i] = Value.Missing(Absence.Of(gap with { Name = $"{table.Input.Name}[{label}].{table.Columns[i].Input.Name}" }));
        }

        return new(ImmutableCollectionsMarshal.AsImmutableArray(cells), label);
    }

    private void ReportSameRow(TableType type, Row first, Row again, string path)
    {
        var differing = Enumerable.Range(0, type.Columns.Length).Where(column => !first.Cells[column].Equals(again.Cells[column])).ToList();
        Report(
            differing is [var column, ..]
                ? FindingCatalogue.RowGivenDifferently(path, again.Label, type.Columns[column].Name)
                : FindingCatalogue.SameRowTwice(path, again.Label),
            SubmissionFaults.SameRowTwice);
    }

    /// <summary>A key as it was written, for labels.</summary>
    private static string Write(Value key, string? unit) => key.Kind switch
    {
        ValueKind.Number => UnitFigures.Write(UnitFigures.Show(key.Number, unit) ?? key.Number),
        ValueKind.Text => key.Text,
        ValueKind.Date => key.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => key.ToString(),
    };
}
