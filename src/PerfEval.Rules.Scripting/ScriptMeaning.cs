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
        foreach (var node in method.Body!.DescendantNodes()) // a method made with one
        {
            var symbol = model.GetSymbolInfo(node).Symbol;
            var type = model.GetTypeInfo(node).Type;
            if (symbol is not null && !vocabulary.Allows(symbol))
                diagnostics.NoSuchMember(SpanOf(node), NameOf(symbol));
            else if (type is not null && symbol is not ITypeSymbol && !vocabulary.AllowsType(type))
                diagnostics.NoSuchMember(SpanOf(node), type.ToDisplayString());
            else if (node is AssignmentExpressionSyntax { Left: var target } && model.GetTypeInfo(target).Type is not { SpecialType: SpecialType.System_Decimal or SpecialType.System_Int32 or SpecialType.System_Boolean })
                diagnostics.NotAllowed(SpanOf(node), $"{target} =");
            else if (node.IsKind(SyntaxKind.AddExpression) && type?.SpecialType == SpecialType.System_String)
                diagnostics.NotAllowed(SpanOf(node), "\"…\" +"); // texts that are doubled thirty times would fill the memory
            if (symbol is IPropertySymbol { ContainingType.Name: ScriptText.ClassName } property && !names.Contains(property.Name))
                names.Add(property.Name);
        }

        return names.ToImmutable();

        Language.Text.TextSpan SpanOf(SyntaxNode node) => text.SpanInScript(node.SpanStart, node.Span.Length);
    }

    private static string NameOf(ISymbol symbol) => symbol is INamespaceOrTypeSymbol || symbol.ContainingType is null ? symbol.ToDisplayString() : $"{symbol.ContainingType.Name}.{symbol.Name}";
}
