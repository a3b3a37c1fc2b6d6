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
        var facts = ImmutableArray.CreateBuilder<(string, Expression)>();
        foreach (var name in NameReferences.In(expression.Parsed.Root))
        {
            if (scope.Find(name) is { Kind: SymbolKind.Input or SymbolKind.Param, Type: not (TableType or RowType or TextSetType) })
                facts.Add((name, Expression.Compile(name, scope)));
        }

        if (scope.Find("row") is { Type: RowType row })
            facts.AddRange(row.Table.Columns.Where(column => Mentions(expression.Parsed.Text, column.Name)).Select(column => (column.Name, Expression.Compile($"row.{column.Name}", scope))));
        return [.. facts.Take(Most)];
    }

    private static bool Mentions(string text, string column) => text.Contains($"row.{column}", StringComparison.Ordinal);
}
