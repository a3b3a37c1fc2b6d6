using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfEval.Rules.Scripting;

/// <summary>Looks at what every word of a script means: refuses what is outside its vocabulary, and finds the names of the rubric that it reads.</summary>
internal static class ScriptMeaning
{
    /// <summary>The names that it reads, in the order of their first use.</summary>
    public static ImmutableArray<string> Check(MethodDeclarationSyntax method, SemanticModel model, ScriptText text, ScriptDiagnostics diagnostics)
    {
        var vocabulary = new ScriptVocabulary(model.Compilation);
        var names = ImmutableArray.CreateBuilder<string>();
        SyntaxNode? refused = null;
        foreach (var node in method.Body!.DescendantNodes()) // a method made with one
        {
            var symbol = model.GetSymbolInfo(node).Symbol;
            var type = model.GetTypeInfo(node).Type;
            if (FindForeign(symbol, type, vocabulary) is { } foreign)
                Refuse(node, foreign);
            else if (node is AssignmentExpressionSyntax { Left: var target } && model.GetTypeInfo(target).Type is not { SpecialType: SpecialType.System_Decimal or SpecialType.System_Int32 or SpecialType.System_Boolean })
                diagnostics.NotAllowed(SpanOf(node), $"{target} =");
            else if (node.IsKind(SyntaxKind.AddExpression) && type?.SpecialType == SpecialType.System_String)
                diagnostics.NotAllowed(SpanOf(node), "\"…\" +"); // texts that are doubled thirty times would fill the memory
            if (symbol is IPropertySymbol { ContainingType.Name: ScriptText.ClassName } property && !names.Contains(property.Name))
                names.Add(property.Name);
        }

        return names.ToImmutable();

        // Of `System.IO.File` each part is as foreign as the whole, which has been told.
        void Refuse(SyntaxNode node, string foreign)
        {
            if (refused?.Contains(node) == true)
                return;
            diagnostics.NoSuchMember(SpanOf(node), foreign);
            refused = node is InvocationExpressionSyntax { Expression: var called } ? called : node;
        }

        Language.Text.TextSpan SpanOf(SyntaxNode node) => text.SpanInScript(node.SpanStart, node.Span.Length);
    }

    private static string? FindForeign(ISymbol? symbol, ITypeSymbol? type, ScriptVocabulary vocabulary)
    {
        if (symbol is not null && !vocabulary.Allows(symbol))
            return NameOf(symbol);
        return type is not null && symbol is not ITypeSymbol && !vocabulary.AllowsType(type) ? type.ToDisplayString() : null;
    }

    private static string NameOf(ISymbol symbol) => symbol is INamespaceOrTypeSymbol || symbol.ContainingType is null ? symbol.ToDisplayString() : $"{symbol.ContainingType.Name}.{symbol.Name}";
}
