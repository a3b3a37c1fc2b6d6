using System.Collections.Immutable;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>
/// Everything that an expression may still turn out to be: sound (no possible outcome lies outside), not necessarily tight. Immutable.
/// An expression with nothing missing has bounds of exactly its value. The default may be nothing at all.
/// </summary>
public sealed partial record Bounds
{
    private readonly bool maySeemMissing;
    private readonly bool failsOnlyOnceSupplied;

    /// <summary>The numbers it may be; null: it is no number.</summary>
    public Interval? Numbers { get; init; }

    /// <summary>It may be true.</summary>
    public bool MayBeTrue { get; init; }

    /// <summary>It may be false.</summary>
    public bool MayBeFalse { get; init; }

    /// <summary>The one text, date, set, row or table that it may be; missing: none or not known.</summary>
    public Value Single { get; init; }

    /// <summary>It may be any text, date, set, row or table of its type.</summary>
    public bool MayBeAnything { get; init; }

    /// <summary>It may be missing even when all that may be supplied is.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>It may fail. An overflow that only an operand without bounds could cause is not counted.</summary>
    public bool MayFail { get; init; }

    /// <summary>The causes of <see cref="MayBeMissing"/>, as far as known.</summary>
    public Absence Absence { get; init; } = Absence.Unnamed;

    /// <summary><c>??</c>, <c>has</c> and <c>is null</c> may find it missing: <see cref="MayBeMissing"/>, or a gap that may stay open.</summary>
    public bool MaySeemMissing { get => maySeemMissing || MayBeMissing; init => maySeemMissing = value; }

    /// <summary><c>??</c>, <c>has</c> and <c>is null</c> may find a value: nothing is missing, or all that is may be supplied.</summary>
    public bool MaySeemPresent { get; init; } = true;

    /// <summary><c>??</c>, <c>has</c> and <c>is null</c> may meet a failure: not one that only the values of gaps that stay open would bring about.</summary>
    public bool MaySeemFailed { get => MayFail && !failsOnlyOnceSupplied; init => failsOnlyOnceSupplied = !value; }

    /// <summary>
    /// Where it is no single row or table but its rows are known: those that it may be (a row), or those that may be in it, in order (a table); default: not known.
    /// </summary>
    internal ImmutableArray<PossibleRow> Rows { get; init; }

    /// <summary>Whether it may have a value at all.</summary>
    public bool MayHaveValue => Numbers is not null || MayBeTrue || MayBeFalse || MayBeAnything || Single.IsKnown;

    /// <summary>Whether one outcome is left: one value, or missing, or a failure.</summary>
    public bool IsExact
    {
        get
        {
            if (MayBeAnything || Numbers is { IsPoint: false })
                return false;
            var outcomes = One(Numbers is not null) + One(MayBeTrue) + One(MayBeFalse) + One(Single.IsKnown) + One(MayBeMissing) + One(MayFail);
            return outcomes == 1;

            static int One(bool possible) => possible ? 1 : 0;
        }
    }

    /// <summary>The value that <see cref="IsExact"/> leaves; missing where that is the outcome, a failure, or not one alone.</summary>
    public Value ExactValue => !IsExact ? default
        : Numbers is { Low: { } number } ? Value.Of(number)
        : MayBeTrue || MayBeFalse ? Value.Of(MayBeTrue)
        : Single.IsKnown ? Single
        : Value.Missing(Absence);

    /// <summary>Bounds of one value; of a missing one, that it is missing and stays so.</summary>
    public static Bounds Exactly(Value value) => value.Kind switch
    {
        ValueKind.Missing => new() { MayBeMissing = true, MaySeemPresent = false, Absence = value.Absence },
        ValueKind.Failed => new() { MayFail = true },
        ValueKind.Number => new() { Numbers = Interval.Point(value.Number) },
        ValueKind.Bool => new() { MayBeTrue = value.IsTrue, MayBeFalse = value.IsFalse },
        _ => new() { Single = value },
    };

    /// <summary>Every value of a type; a number within the range.</summary>
    public static Bounds ForType(ExpressionType type, Interval range = default) => type switch
    {
        NumberType => new() { Numbers = range },
        BoolType => new() { MayBeTrue = true, MayBeFalse = true },
        ErrorType => new() { MayFail = true },
        _ => new() { MayBeAnything = true },
    };

    /// <summary>Every number of a range.</summary>
    public static Bounds Of(Interval numbers) => new() { Numbers = numbers };

    /// <summary>The outcomes of both.</summary>
    public Bounds Union(Bounds other)
    {
        var differ = Single.IsKnown && other.Single.IsKnown && Single != other.Single;
        return new()
        {
            Numbers = Numbers is { } mine && other.Numbers is { } theirs ? mine.Union(theirs) : Numbers ?? other.Numbers,
            MayBeTrue = MayBeTrue || other.MayBeTrue,
            MayBeFalse = MayBeFalse || other.MayBeFalse,
            Single = differ || MayBeAnything || other.MayBeAnything ? default : Single.IsKnown ? Single : other.Single,
            MayBeAnything = MayBeAnything || other.MayBeAnything || differ,
            MayBeMissing = MayBeMissing || other.MayBeMissing,
            MayFail = MayFail || other.MayFail,
            MaySeemFailed = MaySeemFailed || other.MaySeemFailed,
            Absence = Absence.And(other.Absence),
            MaySeemMissing = MaySeemMissing || other.MaySeemMissing,
            MaySeemPresent = (MaySeemPresent && MayHaveValue) || (other.MaySeemPresent && other.MayHaveValue),
            Rows = UnionRows(other),
        };
    }
}

/// <summary>A row that may be in a table, or be the row in question.</summary>
/// <param name="IsCertain">It is in the table for certain.</param>
internal readonly record struct PossibleRow(Row Row, bool IsCertain);
