using System.Collections.Immutable;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

// How the parts of an expression make its bounds.
public sealed partial record Bounds
{
    /// <summary>No outcome at all: where unions start.</summary>
    internal static Bounds Nothing { get; } = new() { MaySeemPresent = false };

    /// <summary>
    /// What a value in a frame stands for: itself, or where it is missing every value in its gap's range.
    /// A value that lacks for more than one reason, or for one that no input can mend, may besides stay missing.
    /// </summary>
    internal static Bounds Of(Value value, ExpressionType type, BoundsFrame frame)
    {
        if (!value.IsMissing)
            return Exactly(value);
        var gaps = value.Absence.Gaps;
        var isInput = gaps.IsEmpty || gaps is [{ Name.Length: > 0 }];
        return ForType(type, gaps is [var gap] ? gap.Range : Interval.All) with
        {
            MayBeMissing = !isInput,
            MaySeemMissing = !value.Absence.IsBounded,
            MaySeemPresent = value.Absence.IsBounded || gaps.IsEmpty || gaps.Any(frame.MayBeSupplied),
            Absence = value.Absence,
        };
    }

    /// <summary>An outcome of these operands that takes all of them: missing or failing with any one.</summary>
    /// <param name="values">What it comes to when all have values; what it says of missing and failing is added to theirs.</param>
    internal static Bounds Strict(Bounds values, params ReadOnlySpan<Bounds> operands)
    {
        foreach (var operand in operands)
        {
            if (!operand.MaySeemPresent)
                values = values with { MaySeemFailed = false };
        }

        foreach (var operand in operands)
            values = values.Taking(operand);
        return values;
    }

    /// <summary>These values, where another operand is taken besides: missing or failing whenever that is, and without values where it has none.</summary>
    internal Bounds Taking(Bounds operand)
    {
        var values = WithGapsOf(operand);
        return operand.MayHaveValue ? values : values.WithoutValues();
    }

    /// <summary>These values, missing or failing whenever the operand is.</summary>
    internal Bounds WithGapsOf(Bounds operand) => this with
    {
        MayBeMissing = MayBeMissing || operand.MayBeMissing,
        MayFail = MayFail || operand.MayFail,
        MaySeemFailed = MaySeemFailed || operand.MaySeemFailed,
        MaySeemMissing = MaySeemMissing || operand.MaySeemMissing,
        MaySeemPresent = MaySeemPresent && operand.MaySeemPresent,
        Absence = Absence.And(operand.Absence),
    };

    /// <summary>Only the missing and failing that these bounds allow.</summary>
    internal Bounds WithoutValues() => this with { Numbers = null, MayBeTrue = false, MayBeFalse = false, MayBeAnything = false, Single = default, Rows = default };

    /// <summary>Numbers, or no value where there are none.</summary>
    internal static Bounds OfNumbers(Interval? numbers, bool mayFail = false) => new() { Numbers = numbers, MayFail = mayFail };

    /// <summary>True, false or both.</summary>
    internal static Bounds OfBool(bool mayBeTrue, bool mayBeFalse) => new() { MayBeTrue = mayBeTrue, MayBeFalse = mayBeFalse };

    /// <summary>Whether it is this bool and nothing else, missing and failing included.</summary>
    internal bool IsSurely(bool value) => (value ? MayBeTrue && !MayBeFalse : MayBeFalse && !MayBeTrue) && !MaySeemMissing && !MayFail;

    /// <summary>The rows that it may be or that may be in it; default: not known.</summary>
    internal ImmutableArray<PossibleRow> FindRows()
    {
        if (Single.Row is { } row)
            return [new(row, true)];
        return Single.Table is { } table ? [.. table.Rows.Select(member => new PossibleRow(member, true))] : Rows;
    }

    /// <summary>Numbers, bools as 0 and 1, and a day by its number, which is how they compare; null for what does not.</summary>
    internal Interval? FindRaw()
    {
        if (Numbers is not null)
            return Numbers;
        if (MayBeTrue || MayBeFalse)
            return Interval.Closed(MayBeFalse ? 0 : 1, MayBeTrue ? 1 : 0);
        return Single.Kind == ValueKind.Date ? Interval.Point(Single.Raw) : null;
    }

    /// <summary>A number rounded to 20 decimals.</summary>
    internal Bounds RoundInexact() => Numbers is { } numbers ? this with { Numbers = numbers.Map(Inexact.Round) } : this;

    /// <summary>A row may be one of either; tables that differ are not merged.</summary>
    private ImmutableArray<PossibleRow> UnionRows(Bounds other)
    {
        if (!MayHaveValue || !other.MayHaveValue)
            return MayHaveValue ? Rows : other.Rows;
        if (Single.Table is not null || other.Single.Table is not null)
            return default;
        var (mine, theirs) = (FindRows(), other.FindRows());
        if (mine.IsDefault || theirs.IsDefault)
            return default;
        var isTable = Single.Row is null && other.Single.Row is null && (mine.Any(row => row.IsCertain) || theirs.Any(row => row.IsCertain));
        return isTable ? default : [.. mine.Union(theirs).Select(row => row with { IsCertain = false }).Distinct()];
    }
}
