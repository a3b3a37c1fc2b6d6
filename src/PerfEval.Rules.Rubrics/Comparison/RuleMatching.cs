using System.Collections.Immutable;

namespace PerfEval.Rules.Rubrics.Comparison;

/// <summary>Which rule of the new document is which of the old: by code; else, below the same parent, by name, or by all but name and code.</summary>
internal sealed class RuleMatching
{
    private readonly Dictionary<RuleNode, RuleNode> oldOfNew = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<RuleNode, RuleNode> newOfOld = new(ReferenceEqualityComparer.Instance);

    private RuleMatching(ImmutableArray<RuleNode> old, ImmutableArray<RuleNode> @new)
    {
        Old = old;
        New = @new;
    }

    public ImmutableArray<RuleNode> Old { get; }

    public ImmutableArray<RuleNode> New { get; }

    public IEnumerable<RuleNode> Removed => Old.Where(IsRemoved);

    public static RuleMatching Of(ImmutableArray<RuleNode> old, ImmutableArray<RuleNode> @new, byte[] oldUtf8, byte[] newUtf8)
    {
        var match = new RuleMatching(old, @new);
        var byCode = old.ToLookup(rule => rule.Code, StringComparer.Ordinal);
        foreach (var rule in @new)
            match.Pair(byCode[rule.Code], rule);
        foreach (var rule in @new.Where(rule => match.OldOf(rule) is null))
        {
            var beside = match.Removed.Where(other => match.IsSameParent(other, rule)).ToList();
            match.Pair(beside.Where(other => other.Name == rule.Name), rule);
            match.Pair(beside.Where(other => Essence(other, oldUtf8) == Essence(rule, newUtf8)), rule);
        }

        return match;
    }

    public RuleNode? OldOf(RuleNode rule) => oldOfNew.GetValueOrDefault(rule);

    public bool IsRemoved(RuleNode rule) => !newOfOld.ContainsKey(rule);

    public bool IsSameParent(RuleNode old, RuleNode @new) =>
        @new.Parent is null ? old.Parent is null : ReferenceEquals(OldOf(@new.Parent), old.Parent);

    /// <summary>The new rules that stand elsewhere among the same siblings.</summary>
    public HashSet<RuleNode> Reordered()
    {
        var moved = new HashSet<RuleNode>(ReferenceEqualityComparer.Instance);
        foreach (var siblings in New.GroupBy(rule => rule.Parent?.Path ?? "", StringComparer.Ordinal))
        {
            var kept = siblings.Where(rule => OldOf(rule) is { } old && IsSameParent(old, rule)).ToList();
            var out_ = Reordering.Moved([.. kept.Select(rule => OldOf(rule)!.Index)]); // filtered
            moved.UnionWith(kept.Where(rule => out_.Contains(OldOf(rule)!.Index))); // filtered
        }

        return moved;
    }

    private void Pair(IEnumerable<RuleNode> candidates, RuleNode rule)
    {
        if (OldOf(rule) is not null || candidates.FirstOrDefault(IsRemoved) is not { } old)
            return;
        oldOfNew.Add(rule, old);
        newOfOld.Add(old, rule);
    }

    private static string Essence(RuleNode rule, byte[] utf8) =>
        string.Join(',', rule.Json.Members.Where(member => member.Name is not ("RuleName" or "Code")).Select(member => member.Name + ShownValue.Raw(member.Value, utf8)));
}
