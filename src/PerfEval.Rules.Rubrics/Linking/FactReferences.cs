using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Rubrics.Linking;

/// <summary>The figures that a rule rests on, to be named in its sentence: inputs and params, and cells of its row.</summary>
internal static class FactReferences
{
    // More would make a list of what should be a sentence.
    private const int Most = 4;

    public static ImmutableArray<(string Label, Expression Expression)> In(Expression? expression, Scope scope)
    {
        if (expression is not { IsValid: true })
            return [];
        var facts = Named(NameReferences.In(expression.Parsed.Root), scope).ToImmutableArray().ToBuilder();
        var columns = NameReferences.ColumnsIn(expression.Parsed.Root, "row");
        if (scope.Find("row") is { Type: RowType row })
            facts.AddRange(row.Table.Columns.Where(column => columns.Contains(column.Name)).Select(column => (column.Name, Expression.Compile($"row.{column.Name}", scope))));
        return [.. facts.Take(Most)];
    }

    /// <summary>Of these names those that are single figures.</summary>
    public static ImmutableArray<(string Label, Expression Expression)> Of(IEnumerable<string> names, Scope scope) => [.. Named(names, scope).Take(Most)];

    private static IEnumerable<(string Label, Expression Expression)> Named(IEnumerable<string> names, Scope scope) =>
        from name in names
        where scope.Find(name) is { Kind: SymbolKind.Input or SymbolKind.Param, Type: not (TableType or RowType or TextSetType) }
        select (name, Expression.Compile(name, scope));
}
