using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>What was reported against what the rule gives.</summary>
public sealed record AuditResult
{
    /// <summary>One line per reported figure, in the order scores, values, total, grade.</summary>
    public ImmutableArray<Reconciliation> Reconciliation { get; init; } = [];

    /// <summary>Findings.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

/// <summary>The verdict on a reported figure.</summary>
public enum Verdict
{
    /// <summary>The rule gives the same.</summary>
    Agrees,

    /// <summary>The inputs' own rounding explains the difference.</summary>
    WithinRounding,

    /// <summary>The rule gives something else.</summary>
    Differs,

    /// <summary>What the rule needs is missing.</summary>
    CannotDerive,
}

/// <summary>One reported figure reconciled.</summary>
/// <param name="What"><c>score</c>, <c>value</c>, <c>total</c> or <c>grade</c>.</param>
/// <param name="Code">Rule code or param name; null for total and grade.</param>
/// <param name="Reported">As written.</param>
/// <param name="Computed">What the rule gives, written the same way; null where it gives no single one.</param>
public sealed record Reconciliation(string What, string? Code, string Reported, string? Computed, Verdict Verdict)
{
    /// <summary>JSON Pointer of the reported figure in the submission: <c>/reported/scores/LH15</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>The rule's name, for a score; else null.</summary>
    public string? Name { get; init; }

    /// <summary>What the score or total may be, where the rule gives no single one or the inputs' rounding explains the difference; else null.</summary>
    public ScoreRange? Range { get; init; }

    /// <summary>Reported less computed, for numbers that differ.</summary>
    public decimal? Difference { get; init; }

    /// <summary>The known slip that reproduces the reported figure, or null.</summary>
    public Slip? Slip { get; init; }

    /// <summary>What else there is to say: that the rule does not apply or fails, or within which range a value lies.</summary>
    public Bilingual? Why { get; init; }

    /// <summary>Names of the missing inputs.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];
}

/// <summary>A mistake that would give just the reported figure.</summary>
/// <param name="Message">What was probably done, with names and figures.</param>
public sealed record Slip(SlipKind Kind, Bilingual Message);

/// <summary>The mistakes that are looked for, in this order; the first that reproduces the reported figure is named.</summary>
public enum SlipKind
{
    /// <summary>The difference of a sum comes from its reported parts.</summary>
    FromParts,

    /// <summary>Not rounded as the rubric says.</summary>
    Unrounded,

    /// <summary>Rounded to fewer digits than the rubric says.</summary>
    FewerDigits,

    /// <summary>Cut off where it should be rounded.</summary>
    Truncated,

    /// <summary>A cap or floor left out.</summary>
    CapMissing,

    /// <summary>One amount of money in place of another: the initial for the adjusted budget.</summary>
    OtherInput,

    /// <summary>Two amounts of money exchanged.</summary>
    Exchanged,

    /// <summary>The points of the neighbouring band.</summary>
    NeighbouringBand,

    /// <summary>What another version of the rubric gives.</summary>
    OtherVersion,
}
