using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Impacts;

/// <summary>What putting one rubric in the place of another does to all submissions (影响测算), as it is shown. Immutable.</summary>
/// <param name="Submissions">How many were looked at.</param>
/// <param name="Compared">How many have a single total under both; changes are told of these.</param>
/// <param name="Changed">How many of those have another total.</param>
/// <param name="MeanChange">The mean change over those compared; 0 for none.</param>
public sealed record ImpactReport(long Submissions, long Compared, long Changed, decimal MeanChange)
{
    /// <summary>The totals under the old rubric.</summary>
    public required ImpactDistribution Before { get; init; }

    /// <summary>The totals under the new rubric.</summary>
    public required ImpactDistribution After { get; init; }

    /// <summary>How the totals are spread, from low to high; both rubrics over the same bins.</summary>
    public required ImmutableArray<ImpactBin> Histogram { get; init; }

    /// <summary>How many passed from which grade to which, over those that both rubrics score; in the order of the grades, no grade last. What is nobody's is left out.</summary>
    public required ImmutableArray<GradeMigration> Grades { get; init; }

    /// <summary>Those whose total rises most, first the furthest; at most 50.</summary>
    public required ImmutableArray<Mover> Risen { get; init; }

    /// <summary>Those whose total falls most, likewise.</summary>
    public required ImmutableArray<Mover> Fallen { get; init; }

    /// <summary>What each rule brings to the change, in the order of the new rubric, behind it the rules that it no longer has.</summary>
    public required ImmutableArray<ImpactRule> Rules { get; init; }

    /// <summary>Lays figures out for the rubrics that they are of.</summary>
    public static ImpactReport Of(ImpactFigures figures, CompiledRubric before, CompiledRubric after)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new ImpactLayout(figures, before, after).Lay();
    }
}

/// <summary>The totals under one rubric.</summary>
/// <param name="Determined">How many have a single total; the figures below are of these, and null where there are none.</param>
/// <param name="Undetermined">How many are scored and have none: something is missing or left open.</param>
/// <param name="Refused">How many the rubric does not take.</param>
public sealed record ImpactDistribution(long Determined, long Undetermined, long Refused)
{
    /// <summary>Arithmetic mean, to 4 digits behind the point.</summary>
    public decimal? Mean { get; init; }

    /// <summary>The middle one; of an even number the mean of the two in the middle.</summary>
    public decimal? Median { get; init; }

    /// <summary>The least.</summary>
    public decimal? Min { get; init; }

    /// <summary>The greatest.</summary>
    public decimal? Max { get; init; }

    /// <summary>Why submissions are refused, the most frequent first; one may have several reasons.</summary>
    public ImmutableArray<RefusalReason> Reasons { get; init; } = [];
}

/// <summary>Why a rubric does not take submissions.</summary>
/// <param name="Code">As docs/submission-faults.md lists it.</param>
/// <param name="Path">JSON Pointer into the submission; <c>*</c> stands for any row.</param>
/// <param name="Message">What the code stands for.</param>
/// <param name="Count">How many submissions.</param>
public sealed record RefusalReason(string Code, string Path, Bilingual Message, long Count);

/// <summary>A bin of the histogram: totals from a bound up to, not including, the next; the last bin within the full score includes it.</summary>
/// <param name="From">Null: all below 0.</param>
/// <param name="To">Null: all above the full score.</param>
public sealed record ImpactBin(decimal? From, decimal? To, long Before, long After);

/// <summary>How many pass from one grade to another, or stay.</summary>
/// <param name="Before">Null: none.</param>
/// <param name="After">Null: none.</param>
public sealed record GradeMigration(string? Before, string? After, long Count);

/// <summary>In which of the two rubrics a rule stands.</summary>
public enum RulePresence
{
    /// <summary>In both.</summary>
    Both,

    /// <summary>Only in the new one.</summary>
    Added,

    /// <summary>Only in the old one.</summary>
    Removed,
}

/// <summary>What one rule brings to the change of the totals.</summary>
/// <param name="Code">Its code; a rule that is repeated per row is one.</param>
/// <param name="Name">As the new rubric has it, else the old.</param>
/// <param name="Kind">Scored, bonus, penalty or information.</param>
/// <param name="Level">0 at the top; a rule's points include those of the rules below it.</param>
/// <param name="Presence">A rule that a rubric has not brings 0 there.</param>
/// <param name="Changed">How many of the compared submissions have other points there.</param>
/// <param name="Sum">The changes of what it brings to the total, added up over those compared; a penalty that grows is a change below 0.</param>
/// <param name="Mean">The same per submission compared, to 4 digits behind the point.</param>
public sealed record ImpactRule(string Code, string Name, RuleKind Kind, int Level, RulePresence Presence, long Changed, decimal Sum, decimal Mean);
