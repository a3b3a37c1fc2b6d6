using System.Collections.Immutable;
using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Functions;

// Bounds of conditions on rows, and of rows chosen.
internal static partial class TableFunctions
{
    public static Bounds CountBounds(BoundsCallSite call, BoundsFrame frame)
    {
        var table = new TableRows(call, frame);
        var (rows, others) = call.Arguments.Length > 1 ? table.Read(1) : ([], table.IsKnown ? null : Bounds.OfBool(true, false));
        var (least, most) = call.Arguments.Length > 1
            ? (rows.Count(row => row.IsCertain && !row.Bounds.MayBeFalse), rows.Count(row => row.Bounds.MayBeTrue))
            : (table.Rows.Count(row => row.IsCertain), table.Rows.Count);
        return table.WithGaps(Bounds.Of(Interval.Closed(least, others is { MayBeTrue: true } ? null : most)), rows, others);
    }

    public static Bounds AnyBounds(BoundsCallSite call, BoundsFrame frame) => Kleene(call, frame, decisive: true);

    public static Bounds AllBounds(BoundsCallSite call, BoundsFrame frame) => Kleene(call, frame, decisive: false);

    public static Bounds WhereBounds(BoundsCallSite call, BoundsFrame frame)
    {
        var table = new TableRows(call, frame);
        var (rows, others) = table.Read(1);
        var left = rows.Where(row => row.Bounds.MayBeTrue).Select(row => row.Row with { IsCertain = row.IsCertain && !row.Bounds.MayBeFalse }).ToImmutableArray();
        return table.WithGaps(others is null ? OfRows(table, left) : new() { MayBeAnything = true }, rows, others);
    }

    public static Bounds TopBounds(BoundsCallSite call, BoundsFrame frame)
    {
        var table = new TableRows(call, frame);
        var count = call.Argument(1, frame);
        var (rows, others) = table.Read(2);
        var mayFail = count.Numbers is not { IsPoint: true, Low: >= 0 and { } whole } || !decimal.IsInteger(whole);
        var mustFail = count.Numbers is { IsPoint: true } && mayFail;
        var chosen = mustFail ? new() { MayFail = true } : TakeGreatest(table, rows, others, count.Numbers) with { MayFail = mayFail };
        return table.WithGaps(Bounds.Strict(chosen, count), rows, others);
    }

    public static Bounds FirstBounds(BoundsCallSite call, BoundsFrame frame)
    {
        var table = new TableRows(call, frame);
        var (rows, others) = table.Read(1);
        var (result, reached) = (Bounds.Nothing, new List<RowBounds>());
        var isFound = false;
        foreach (var row in rows)
        {
            // A row of which the condition has no value takes the whole with it, unless an earlier row may be the one.
            var isDeadEnd = row.IsCertain && !row.Bounds.MayHaveValue && !result.MayHaveValue;
            reached.Add(row with { Row = row.Row with { IsCertain = isDeadEnd } });
            if (row.Bounds.MayBeTrue)
                result = result.Union(Bounds.Exactly(Value.Of(row.Row.Row)));
            if (isFound = row.IsCertain && row.Bounds.IsSurely(true))
                break;
        }

        if (!isFound && others is { MayBeTrue: true })
            result = new() { MayBeAnything = true };
        if (!rows.Any(row => row.IsCertain && row.Bounds is { MayBeTrue: true, MayBeFalse: false }))
            result = result.Union(Bounds.Exactly(Value.Missing(table.Table.Single.Table is { } known ? Absent.NoSuchRow(known) : Absence.Unnamed)));
        return table.WithGaps(result, [.. reached], isFound ? null : others);
    }

    /// <summary>Exactly the rows where all is known; else any of them, in an order that is not known.</summary>
    private static Bounds TakeGreatest(TableRows table, RowBounds[] rows, Bounds? others, Interval? count)
    {
        if (others is not null)
            return new() { MayBeAnything = true };
        if (count is { IsPoint: true, Low: { } exactly } && table.Table.Single.Table is { } known && rows.All(row => row.Bounds.Numbers is { IsPoint: true }))
            return Bounds.Exactly(Value.Of(TakeGreatest(known, [.. rows.Select(row => row.Bounds.Numbers?.Low ?? 0)], exactly)));
        return OfRows(table, [.. table.Rows.Select(row => row with { IsCertain = false })]);
    }

    /// <summary>A table of these rows: one table where each is in it for certain.</summary>
    private static Bounds OfRows(TableRows table, ImmutableArray<PossibleRow> rows)
    {
        if (!rows.All(row => row.IsCertain))
            return new() { MayBeAnything = true, Rows = rows };
        var type = table.Type;
        return Bounds.Exactly(Value.Of(new Table(type, [.. rows.Select(row => row.Row)])));
    }

    private static Bounds Kleene(BoundsCallSite call, BoundsFrame frame, bool decisive)
    {
        var table = new TableRows(call, frame);
        if (!table.Table.MayHaveValue)
            return table.Table;
        var (rows, others) = table.Read(1);
        var passing = Bounds.Exactly(Value.Of(!decisive));
        var conditions = rows.Select(row => row.IsCertain ? row.Bounds : row.Bounds.Union(passing)).ToList();
        if (others is not null)
            conditions.Add(others.Union(passing));
        return Bounds.Strict(BoundsCompiler.Kleene(conditions, decisive), table.Table);
    }
}
