namespace PerfEval.Rules.Rubrics.Impacts;

/// <summary>What all submissions come to under one of the two rubrics. Used by one thread.</summary>
internal sealed class SideFigures
{
    /// <summary>How many have each total. Every total is kept: a median cannot be put together from anything less.</summary>
    public SortedDictionary<decimal, long> Totals { get; } = [];

    /// <summary>Scored, without a single total: something is missing or left open.</summary>
    public long Undetermined { get; set; }

    /// <summary>Not scored: the rubric does not take the submission.</summary>
    public long Refused { get; set; }

    /// <summary>The reasons for that, by code and place; a submission counts once for each.</summary>
    public SortedDictionary<(string Code, string Path), long> Reasons { get; } = [];

    public void CountTotal(decimal? total)
    {
        if (total is { } known)
            Totals[known] = Totals.GetValueOrDefault(known) + 1;
        else
            Undetermined++;
    }

    public void CountRefusal(IEnumerable<(string Code, string Path)> reasons)
    {
        Refused++;
        foreach (var reason in reasons.Distinct())
            Reasons[reason] = Reasons.GetValueOrDefault(reason) + 1;
    }

    public void Add(SideFigures other)
    {
        foreach (var (total, count) in other.Totals)
            Totals[total] = Totals.GetValueOrDefault(total) + count;
        Undetermined += other.Undetermined;
        Refused += other.Refused;
        foreach (var (reason, count) in other.Reasons)
            Reasons[reason] = Reasons.GetValueOrDefault(reason) + count;
    }
}
