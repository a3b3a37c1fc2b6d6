using System.Collections.Frozen;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Binding;

/// <summary>The names that nobody may declare: the language's words and the names that the product itself gives.</summary>
public static class ReservedNames
{
    /// <summary>The names that the product gives, in the places where it gives them.</summary>
    public static FrozenSet<string> BuiltIns { get; } =
        FrozenSet.Create(StringComparer.Ordinal, "Year", "Weight", "row", "children", "total", "score", "share");

    /// <summary>Whether a normalised name is one of them or a word of the language.</summary>
    public static bool Contains(string name) => BuiltIns.Contains(name) || Names.Keywords.Contains(name);
}
