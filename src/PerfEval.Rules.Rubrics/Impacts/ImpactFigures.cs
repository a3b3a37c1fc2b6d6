namespace PerfEval.Rules.Rubrics.Impacts;

/// <summary>
/// The figures of an impact over some of the submissions, such that those of parts add up to those of the whole, exactly and in whatever order.
/// Written as JSON between the machines that work on the parts: equal figures are equal bytes. Used by one thread.
/// </summary>
public sealed class ImpactFigures
{
    // Sorted, so that they are always written alike; null, no grade, comes first.
    private static readonly Comparer<(string? Before, string? After)> ByGrades = Comparer<(string? Before, string? After)>.Create((left, right) =>
        string.CompareOrdinal(left.Before, right.Before) is var byBefore and not 0 ? byBefore : string.CompareOrdinal(left.After, right.After));

    /// <summary>How many submissions were looked at.</summary>
    public long Submissions { get; internal set; }

    internal SideFigures Before { get; } = new();

    internal SideFigures After { get; } = new();

    /// <summary>How many have a total under both rubrics: those whose change can be told.</summary>
    internal long Compared { get; set; }

    /// <summary>How many of those have another total.</summary>
    internal long Changed { get; set; }

    internal ExactSum Change { get; init; } = new();

    /// <summary>How many passed from one grade to another; over those scored under both.</summary>
    internal SortedDictionary<(string? Before, string? After), long> Grades { get; } = new(ByGrades);

    internal MoverList Risen { get; } = new();

    internal MoverList Fallen { get; } = new();

    /// <summary>The change that each rule brought, by code, over those compared. One without changes need not be there, and is not written.</summary>
    internal SortedDictionary<string, RuleFigures> Rules { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes in the figures of other submissions; both have to be of the same two rubrics.</summary>
    public void Add(ImpactFigures other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Submissions += other.Submissions;
        Before.Add(other.Before);
        After.Add(other.After);
        (Compared, Changed) = (Compared + other.Compared, Changed + other.Changed);
        Change.Add(other.Change);
        foreach (var (grades, count) in other.Grades)
            Grades[grades] = Grades.GetValueOrDefault(grades) + count;
        foreach (var mover in other.Risen.Movers)
            Risen.Add(mover);
        foreach (var mover in other.Fallen.Movers)
            Fallen.Add(mover);
        foreach (var (code, rule) in other.Rules)
            RuleOf(code).Add(rule);
    }

    /// <summary>The figures as JSON in UTF-8.</summary>
    public byte[] Write() => ImpactFiguresJson.Write(this);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ImpactFigures Read(ReadOnlyMemory<byte> utf8) => ImpactFiguresJson.Read(utf8);

    internal RuleFigures RuleOf(string code)
    {
        if (!Rules.TryGetValue(code, out var rule))
            Rules.Add(code, rule = new());
        return rule;
    }
}

/// <summary>What one rule brought to the change.</summary>
internal sealed class RuleFigures
{
    /// <summary>How many submissions have other points there.</summary>
    public long Changed { get; set; }

    public ExactSum Change { get; init; } = new();

    public void Count(decimal change)
    {
        Changed++;
        Change.Add(change);
    }

    public void Add(RuleFigures other)
    {
        Changed += other.Changed;
        Change.Add(other.Change);
    }
}
