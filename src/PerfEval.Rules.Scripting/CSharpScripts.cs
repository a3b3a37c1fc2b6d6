using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Scripting;

/// <summary>
/// Compiles rules written in C#, within narrow bounds: a small part of the language, a short list of members judged by their meaning, a limit on the rows that a run
/// may read, and an assembly that goes with its rubric. Safe to share between threads.
/// </summary>
public sealed class CSharpScripts : IScriptCompiler
{
    // In which a text may end with an expression alone.
    private static readonly CSharpParseOptions AsScript = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    private static readonly CSharpParseOptions AsFile = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, allowUnsafe: false, deterministic: true, concurrentBuild: false);

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(FindReferences);

    /// <inheritdoc/>
    public ScriptCompilation Compile(string text, Scope scope, Expected expected)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(scope);
        var diagnostics = new ScriptDiagnostics();
        var script = ScriptGate.LetsThrough(text, diagnostics) ? Compile(text, scope, expected, diagnostics) : null;
        return new(script, diagnostics.ToImmutable());
    }

    private static RuleScript? Compile(string script, Scope scope, Expected expected, ScriptDiagnostics diagnostics)
    {
        var parsed = CSharpSyntaxTree.ParseText(script, AsScript);
        foreach (var error in parsed.GetDiagnostics())
            diagnostics.Compiler(new(error.Location.SourceSpan.Start, error.Location.SourceSpan.Length), error);
        if (diagnostics.HasAny)
            return null;
        var resultAt = ScriptGrammar.Check(parsed.GetCompilationUnitRoot(), diagnostics);
        return diagnostics.HasAny ? null : Emit(ScriptText.Of(script, resultAt, scope, expected), diagnostics);
    }

    private static RuleScript? Emit(ScriptText text, ScriptDiagnostics diagnostics)
    {
        var tree = CSharpSyntaxTree.ParseText(text.Text, AsFile);
        var compilation = CSharpCompilation.Create("script", [tree], References.Value, Options);
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.Text == ScriptText.MethodName);
        var names = ScriptMeaning.Check(method, compilation.GetSemanticModel(tree), text, diagnostics);
        if (diagnostics.HasAny)
            return null;
        using var image = new MemoryStream();
        foreach (var error in compilation.Emit(image).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error))
            diagnostics.Compiler(text.SpanInScript(error.Location.SourceSpan.Start, error.Location.SourceSpan.Length), error);
        if (diagnostics.HasAny)
            return null;
        image.Position = 0;
        return new(ScriptAssembly.Load(image).Run, names);
    }

    // What the class of a script derives from, and the few assemblies that its vocabulary lies in.
    private static ImmutableArray<MetadataReference> FindReferences()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!; // not in a single file
        string[] files = [typeof(object).Assembly.Location, Path.Combine(folder, "System.Runtime.dll"), typeof(Enumerable).Assembly.Location, typeof(ScriptedRule).Assembly.Location, typeof(Expression).Assembly.Location];
        return [.. files.Distinct().Select(file => MetadataReference.CreateFromFile(file))];
    }
}
