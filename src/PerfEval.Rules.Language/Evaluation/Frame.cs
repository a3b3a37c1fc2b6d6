using System.Collections.Immutable;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>
/// The values that an evaluation reads: one per slot. Whoever evaluates fills the slots of inputs, tables, built-ins and params (in dependency order);
/// lambdas set their own. Belongs to one evaluation; not safe to share between threads.
/// </summary>
public sealed class Frame(int slotCount)
{
    /// <summary>The values by slot.</summary>
    public Value[] Slots { get; } = new Value[slotCount];

    /// <summary>What a recorded run has told so far; null in any other run.</summary>
    internal Recording? Recording { get; set; }
}

/// <summary>
/// What an evaluation of bounds reads: a frame, in which a missing value stands for every value in its <see cref="Gap.Range"/>,
/// and bounds laid over single slots (params, lambdas, scores so far).
/// </summary>
/// <param name="frame">The values.</param>
/// <param name="supplied">
/// Names of the gaps that may later be filled: <c>??</c>, <c>has</c> and <c>is null</c> on one of these may go either way; on any other gap they see that it is missing.
/// </param>
public sealed class BoundsFrame(Frame frame, ImmutableHashSet<string> supplied)
{
    private readonly Dictionary<int, Bounds> overlay = [];

    /// <summary>The values.</summary>
    public Frame Frame { get; } = frame;

    /// <summary>Whether the gap may later be filled.</summary>
    public bool MayBeSupplied(Gap gap) => supplied.Contains(gap.Name);

    /// <summary>Lays bounds over a slot, in place of the frame's value.</summary>
    public void Set(int slot, Bounds bounds) => overlay[slot] = bounds;

    /// <summary>Lays bounds over a slot, or takes away those that lie there; gives what lay there before, to be put back.</summary>
    internal Bounds? Replace(int slot, Bounds? bounds)
    {
        var before = Find(slot);
        if (bounds is null)
            overlay.Remove(slot);
        else
            overlay[slot] = bounds;
        return before;
    }

    /// <summary>The bounds laid over a slot, or null: then the frame's value holds.</summary>
    public Bounds? Find(int slot) => overlay.GetValueOrDefault(slot);
}
