using System.Collections.Immutable;

namespace PerfEval.Rules.Server.Studio.Pages.Shelf;

/// <summary>Scopes as they are shown.</summary>
internal static class ScopeNames
{
    private static readonly ImmutableHashSet<string> Known = ["department", "project", "monitoring", "accounts"];

    /// <summary>The scopes that the field has names for.</summary>
    public static IEnumerable<string> All => Known.Order(StringComparer.Ordinal);

    /// <summary><c>project</c> of <c>project.自评</c>.</summary>
    public static string FamilyOf(string scope) => scope.Split('.')[0];

    /// <summary>The field's name of a scope, with its variant; a scope nobody has named stands for itself.</summary>
    public static string Of(string scope, Texts texts)
    {
        var family = FamilyOf(scope);
        if (!Known.Contains(family))
            return scope;
        return texts["Scope." + family].Value + (family == scope ? "" : " · " + scope[(family.Length + 1)..]);
    }
}
