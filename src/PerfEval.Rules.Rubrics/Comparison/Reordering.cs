using System.Collections.Immutable;

namespace PerfEval.Rules.Rubrics.Comparison;

/// <summary>Finds what was moved among its neighbours: the fewest elements that must move to give the new order.</summary>
internal static class Reordering
{
    /// <summary>The elements of <paramref name="order"/> (distinct numbers) outside one longest rising run.</summary>
    public static ImmutableHashSet<int> Moved(IReadOnlyList<int> order)
    {
        var tails = new List<int>(); // tails[k]: position of the least element that ends a run of length k + 1
        var before = new int[order.Count];
        for (var i = 0; i < order.Count; i++)
        {
            var length = tails.FindIndex(tail => order[tail] >= order[i]);
            length = length < 0 ? tails.Count : length;
            before[i] = length == 0 ? -1 : tails[length - 1];
            if (length == tails.Count)
                tails.Add(i);
            else
                tails[length] = i;
        }

        var moved = order.ToImmutableHashSet();
        for (var at = tails.Count == 0 ? -1 : tails[^1]; at >= 0; at = before[at])
            moved = moved.Remove(order[at]);
        return moved;
    }
}
