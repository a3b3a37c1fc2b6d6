namespace PerfEval.Rules.Language.Evaluation;

/// <summary>
/// Everything that an expression may still turn out to be: sound (no possible outcome lies outside), not necessarily tight. Immutable.
/// An expression with nothing missing has bounds of exactly its value.
/// </summary>
public sealed record Bounds
{
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

    /// <summary>It may fail.</summary>
    public bool MayFail { get; init; }

    /// <summary>The causes of <see cref="MayBeMissing"/>, as far as known.</summary>
    public Absence Absence { get; init; } = Absence.Unnamed;
}
