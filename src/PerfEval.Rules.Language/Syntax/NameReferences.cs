using System.Collections.Immutable;

namespace PerfEval.Rules.Language.Syntax;

/// <summary>Which names an expression needs from around it.</summary>
public static class NameReferences
{
    /// <summary>The distinct free names in order of first use: no function names, no columns, no lambda parameters within their lambda.</summary>
    public static ImmutableArray<string> In(ExpressionSyntax expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var names = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Visit(expression, []);
        return names.ToImmutable();

        void Visit(SyntaxNode node, ImmutableStack<string> parameters)
        {
            if (node is NameSyntax { Name: var name } && !parameters.Contains(name) && seen.Add(name))
                names.Add(name);

            var inner = node is LambdaSyntax lambda ? parameters.Push(lambda.Parameter) : parameters;
            foreach (var child in node.Children)
                Visit(child, inner);
        }
    }

    /// <summary>The distinct names behind dots, in no order: the columns that are read.</summary>
    /// <param name="row">Of the row with this name alone; null: of any.</param>
    public static IReadOnlySet<string> ColumnsIn(ExpressionSyntax expression, string? row = null)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var columns = new HashSet<string>(StringComparer.Ordinal);
        Visit(expression);
        return columns;

        void Visit(SyntaxNode node)
        {
            if (node is MemberSyntax member && (row is null || (member.Target is NameSyntax target && target.Name == row)))
                columns.Add(member.Name);
            foreach (var child in node.Children)
                Visit(child);
        }
    }
}
