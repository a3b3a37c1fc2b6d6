namespace PerfEval.Rules.Rubrics.Impacts;

/// <summary>
/// The movers that moved furthest in one direction, furthest first, then by id: the same whatever order they came in, for no two are alike. Used by one thread.
/// </summary>
internal sealed class MoverList
{
    /// <summary>How many are kept.</summary>
    public const int Most = 50;

    private static readonly Comparer<Mover> Furthest = Comparer<Mover>.Create((left, right) =>
        Math.Abs(right.Change).CompareTo(Math.Abs(left.Change)) is var byChange and not 0 ? byChange : string.CompareOrdinal(left.Subject.Id, right.Subject.Id));

    private readonly List<Mover> kept = new(Most + 1);

    public IReadOnlyList<Mover> Movers => kept;

    /// <summary>Whether a change of this size may still find a place; asked before a mover is made.</summary>
    public bool MayTake(decimal change) => kept.Count < Most || Math.Abs(change) >= Math.Abs(kept[^1].Change);

    public void Add(Mover mover)
    {
        var place = kept.BinarySearch(mover, Furthest);
        kept.Insert(place < 0 ? ~place : place, mover);
        if (kept.Count > Most)
            kept.RemoveAt(Most);
    }
}
