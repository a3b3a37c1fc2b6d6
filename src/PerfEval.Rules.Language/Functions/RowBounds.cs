using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Functions;

/// <summary>A lambda's bounds for one row.</summary>
internal readonly record struct RowBounds(Bounds Bounds, PossibleRow Row)
{
    public bool IsCertain => Row.IsCertain;
}

/// <summary>The rows of a table as bounds see them: each that may be in it, and, where the table is not known, any number of others.</summary>
internal sealed class TableRows
{
    private readonly BoundsCallSite call;
    private readonly BoundsFrame frame;

    public TableRows(BoundsCallSite call, BoundsFrame frame)
    {
        this.call = call;
        this.frame = frame;
        Table = call.Argument(0, frame);
        Type = (TableType)call.Node.Arguments[0].Type;
        var rows = Table.FindRows();
        IsKnown = !rows.IsDefault;
        Rows = rows.IsDefault ? [] : [.. rows];
    }

    /// <summary>The table.</summary>
    public Bounds Table { get; }

    /// <summary>Its columns.</summary>
    public TableType Type { get; }

    /// <summary>Whether there can be no other rows than <see cref="Rows"/>.</summary>
    public bool IsKnown { get; }

    /// <summary>The rows, in order.</summary>
    public IReadOnlyList<PossibleRow> Rows { get; }

    /// <summary>Whether there may be no row at all.</summary>
    public bool MayBeEmpty => !Rows.Any(row => row.IsCertain);

    /// <summary>A lambda's bounds for each row, and for a row of which nothing is known where there may be such.</summary>
    public (RowBounds[] Rows, Bounds? Others) Read(int argument)
    {
        var known = Rows.Select(row => new RowBounds(At(argument, Bounds.Exactly(Value.Of(row.Row))), row)).ToArray();
        return (known, IsKnown ? null : At(argument, Bounds.ForType(new RowType(Type))));
    }

    /// <summary>The gaps and failures of the table and of every row; a row that may not be in the table keeps nothing from being present.</summary>
    public Bounds WithGaps(Bounds values, RowBounds[] rows, Bounds? others)
    {
        var result = values.Taking(Table);
        foreach (var row in rows)
            result = row.IsCertain ? result.Taking(row.Bounds) : WithGapsOf(result, row.Bounds);
        return others is null ? result : WithGapsOf(result, others);

        static Bounds WithGapsOf(Bounds result, Bounds row) => result.WithGapsOf(row) with { MaySeemPresent = result.MaySeemPresent };
    }

    private Bounds At(int argument, Bounds row)
    {
        var slot = call.RowSlot(argument);
        var before = frame.Replace(slot, row);
        var result = call.Arguments[argument](frame);
        frame.Replace(slot, before);
        return result;
    }
}
