using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;

namespace PerfEval.Rules.Rubrics.Linking;

/// <summary>A place of the document that holds an expression, or a text with holes.</summary>
/// <param name="Binding">The names its expression is bound with.</param>
/// <param name="Offered">The names to be offered: for a param also those that are bound behind it.</param>
/// <param name="IsTemplate">A text with <c>$(…)</c> holes.</param>
/// <param name="Param">Of a param, what it was bound to: others rest on its type.</param>
internal sealed record ExpressionSite(string Path, Scope Binding, Scope Offered, Expected Expected, bool IsTemplate = false, Expression? Param = null);

/// <summary>Gathers the places of a document's expressions while it is linked, sound or not.</summary>
internal sealed class ExpressionSites
{
    private readonly Dictionary<string, ExpressionSite> sites = new(StringComparer.Ordinal);

    /// <summary>Every place by its JSON Pointer.</summary>
    public IReadOnlyDictionary<string, ExpressionSite> ByPath => sites;

    /// <summary>Inputs, tables and global params; null before these are linked.</summary>
    public Scope? Globals { get; private set; }

    public void SetGlobals(Scope scope) => Globals = scope;

    public void Add(string path, Scope scope, Expected expected)
    {
        // What a judged rule scores is said in the language by the linker, not by the author.
        if (!path.EndsWith("/Judged", StringComparison.Ordinal))
            sites[path] = new(path, scope, scope, expected);
    }

    public void AddTemplate(string path, Scope scope) => sites[path] = new(path, scope, scope, Expected.Anything, IsTemplate: true);

    public void AddParam(string path, Scope scope, Expression bound) => sites[path] = new(path, scope, scope, Expected.Anything, Param: bound);

    public void Offer(IEnumerable<string> paths, Scope scope)
    {
        foreach (var path in paths)
        {
            if (sites.TryGetValue(path, out var site))
                sites[path] = site with { Offered = scope };
        }
    }
}
