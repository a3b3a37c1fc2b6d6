using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>One thing that is missing.</summary>
/// <param name="Name">The input's name, with row and column for a cell (<c>项目[网络].执行数</c>); empty where only the reason tells.</param>
/// <param name="Reason">Why, where it is not plainly an input left out: no row with that key, no rows, kept as written; else null.</param>
/// <param name="Range">What is known of the number all the same: the bound as submitted, within Min and Max. Unbounded where nothing is.</param>
/// <param name="IsBound">The number was submitted as a bound (<c>≥90%</c>).</param>
public sealed record Gap(string Name, Bilingual? Reason = null, Interval Range = default, bool IsBound = false);

/// <summary>Why a value is missing: the gaps that together leave it open, in the order met, each once. Immutable.</summary>
public sealed class Absence
{
    /// <summary>Missing without a named cause.</summary>
    public static Absence Unnamed { get; } = new([]);

    private Absence(ImmutableArray<Gap> gaps) => Gaps = gaps;

    /// <summary>The gaps, each once.</summary>
    public ImmutableArray<Gap> Gaps { get; }

    /// <summary>Everything was submitted, if only as bounds: the value is there, and known to lie in a range.</summary>
    public bool IsBounded => !Gaps.IsEmpty && Gaps.All(gap => gap.IsBound);

    /// <summary>One gap.</summary>
    public static Absence Of(Gap gap) => new([gap]);

    /// <summary>The gaps of all, in the order met.</summary>
    internal static Absence Union(IEnumerable<Absence> absences) => new([.. absences.SelectMany(absence => absence.Gaps).Distinct()]);

    /// <summary>The gaps of both.</summary>
    public Absence And(Absence other)
    {
        if (ReferenceEquals(this, other) || other.Gaps.IsEmpty)
            return this;
        if (Gaps.IsEmpty)
            return other;
        var union = Gaps.Union(other.Gaps).ToImmutableArray();
        return union.Length == Gaps.Length ? this : new(union);
    }
}

/// <summary>What went wrong while evaluating: a division by zero, an overflow, a domain error.</summary>
/// <param name="Span">The sub-expression that failed, in the text as typed.</param>
/// <param name="Message">What went wrong, with the figures.</param>
public sealed record Fault(TextSpan Span, Bilingual Message);
