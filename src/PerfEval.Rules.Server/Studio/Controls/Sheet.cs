using System.Collections.Immutable;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>A tree of indicators laid out as it is printed (评分表): one line per leaf, a group's cell reaching over the lines below it.</summary>
/// <param name="Levels">How many columns the deepest leaf needs.</param>
public sealed record Sheet<T>(ImmutableArray<SheetLine<T>> Lines, int Levels)
{
    /// <param name="children">Empty for what stands on a line of its own.</param>
    public static Sheet<T> Of(IEnumerable<T> roots, Func<T, ImmutableArray<T>> children)
    {
        var all = roots.ToImmutableArray();
        var levels = all.IsEmpty ? 1 : all.Max(root => DepthOf(root, children));
        return new([.. all.SelectMany(root => LinesOf(root, children, 0, levels))], levels);
    }

    private static int DepthOf(T node, Func<T, ImmutableArray<T>> children) => children(node) is { IsEmpty: false } below ? 1 + below.Max(child => DepthOf(child, children)) : 1;

    private static List<SheetLine<T>> LinesOf(T node, Func<T, ImmutableArray<T>> children, int level, int levels)
    {
        var below = children(node).SelectMany(child => LinesOf(child, children, level + 1, levels)).ToList();
        if (below.Count == 0)
            return [new([new(node, level, 1, levels - level)], node)];
        below[0] = below[0] with { Opening = below[0].Opening.Insert(0, new(node, level, below.Count, 1)) };
        return below;
    }
}

/// <summary>One printed line.</summary>
/// <param name="Opening">The cells that begin on it, from the outermost group to the leaf itself.</param>
public sealed record SheetLine<T>(ImmutableArray<SheetCell<T>> Opening, T Leaf);

/// <summary>One printed cell.</summary>
public sealed record SheetCell<T>(T Node, int Level, int Lines, int Columns);
