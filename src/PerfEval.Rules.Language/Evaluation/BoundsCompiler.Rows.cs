using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

internal static partial class BoundsCompiler
{
    private static BoundsEvaluator CompileCell(BoundCell cell)
    {
        var row = Compile(cell.Row);
        var (column, type) = (cell.ColumnIndex, cell.Column.Type);
        return frame =>
        {
            var bounds = row(frame);
            if (!bounds.MayHaveValue)
                return bounds;
            var rows = bounds.FindRows();
            var cells = rows.IsDefault
                ? Bounds.ForType(type) with { MaySeemMissing = true }
                : rows.Aggregate(Bounds.Nothing, (cells, possible) => cells.Union(Bounds.Of(possible.Row.Cells[column], type, frame)));
            return Bounds.Strict(cells, bounds);
        };
    }

    private static BoundsEvaluator CompileIndex(BoundIndex index)
    {
        var (table, key) = (Compile(index.Table), CompileRounded(index.Key, index.Key.Type is NumberType { IsInexact: true }));
        var choices = index.Key.Type is TextType { Choices: { IsEmpty: false } texts } ? texts : [];
        return frame =>
        {
            var (rows, wanted) = (table(frame), key(frame));
            if (!rows.MayHaveValue || !wanted.MayHaveValue)
                return Bounds.Strict(new(), rows, wanted);
            return Bounds.Strict(FindRow(rows, wanted, index.RowType.Table, choices), rows, wanted);
        };
    }

    /// <summary>The rows that a key may stand for; may be missing unless every key there can be has its row.</summary>
    private static Bounds FindRow(Bounds table, Bounds key, TableType type, ImmutableArray<string> choices)
    {
        if (table.FindRows() is not { IsDefault: false } rows)
            return new() { MayBeAnything = true, MayBeMissing = true };
        var found = Bounds.Nothing;
        var isSure = false;
        foreach (var (row, isCertain) in rows)
        {
            var cell = row.Cells[type.KeyIndex];
            var (mayMatch, mayDiffer) = Match(cell, key);
            if (!mayMatch || (isSure && !mayDiffer))
                continue;
            isSure |= isCertain && !mayDiffer;
            found = found.Union(Bounds.Exactly(Value.Of(row)));
            if (isSure)
                break;
        }

        var hasEvery = !choices.IsEmpty && choices.All(choice => rows.Any(row => row.IsCertain && row.Row.Cells[type.KeyIndex] == Value.Of(choice)));
        return isSure || hasEvery ? found : found.Union(Bounds.Exactly(Value.Missing(NoRow(table, key, type))));
    }

    private static (bool MayMatch, bool MayDiffer) Match(Value cell, Bounds key)
    {
        if (cell.IsMissing)
            return (true, true);
        var exact = Bounds.Exactly(cell);
        if (exact.FindRaw() is { } a && key.FindRaw() is { } b)
            return Interval.Compare(Syntax.OperatorKind.Equal, a, b);
        return key.Single.IsKnown ? (key.Single == cell, key.Single != cell) : (true, true);
    }

    private static Absence NoRow(Bounds table, Bounds key, TableType type) =>
        key.IsExact ? Absent.NoRow(table.Single.Table ?? new(type, []), key.ExactValue) : Absence.Of(new("", new($"{type.Name}没有该键的行", $"no row with that key in {type.Name}")));
}
