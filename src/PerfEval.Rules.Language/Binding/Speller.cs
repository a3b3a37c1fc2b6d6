using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Binding;

/// <summary>The known name nearest to a mistyped one.</summary>
/// <param name="IsCertain">No other known name is as near.</param>
internal sealed record Suggestion(string Name, bool IsCertain);

/// <summary>Suggests known names for unknown ones, for the first few of a text: each look goes through every name there is.</summary>
internal sealed class Speller
{
    private int looksLeft = 20;

    /// <summary>A name that can be seen from a scope: a symbol, a look-up or a function. The bare name of a function is no correction: it lacks its arguments.</summary>
    public Suggestion? FindName(string name, Scope scope)
    {
        var found = Find(name, scope.Visible().Select(symbol => symbol.Name).Concat(FunctionNames(scope)));
        return found is { IsCertain: true } && scope.Find(found.Name) is null ? found with { IsCertain = false } : found;
    }

    /// <summary>A function or look-up; behind a dot a function of a table.</summary>
    public Suggestion? FindFunction(string name, Scope scope, bool isBehindDot) =>
        Find(name, isBehindDot ? FunctionTable.All.Where(function => function.IsTableFunction).Select(function => function.Name) : FunctionNames(scope));

    /// <summary>One of a list.</summary>
    public Suggestion? Find(string name, IEnumerable<string> known)
    {
        if (looksLeft-- <= 0)
            return null;
        string[] candidates = [.. known.Distinct(StringComparer.OrdinalIgnoreCase)];
        if (Spelling.FindNearest(name, candidates) is not { } nearest)
            return null;
        var least = Distance(name, nearest);
        return new(nearest, candidates.Count(candidate => Math.Abs(candidate.Length - name.Length) <= least && Distance(name, candidate) == least) == 1);
    }

    private static int Distance(string name, string candidate) => Spelling.Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant());

    private static IEnumerable<string> FunctionNames(Scope scope) =>
        scope.VisibleLookups().Select(lookup => lookup.Name).Concat(FunctionTable.All.Select(function => function.Name));
}
