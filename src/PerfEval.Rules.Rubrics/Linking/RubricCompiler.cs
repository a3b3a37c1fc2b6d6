using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Linking;

/// <summary>Document to compiled rubric: resolves names, binds every expression, orders params; reports every fault.</summary>
public static class RubricCompiler
{
    /// <summary>Compiles a document that the reader found well-formed; never throws for a bad expression.</summary>
    /// <param name="document">The document.</param>
    /// <param name="scripts">What compiles rules written in C#; null: they do not run, and fail.</param>
    public static Compilation Compile(Rubric document, IScriptCompiler? scripts = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Linker(document, scripts: scripts).Link();
    }
}

/// <summary>What compiling gave.</summary>
/// <param name="Rubric">Null when a diagnostic is an error.</param>
/// <param name="Diagnostics">In the order in which the document is linked: inputs, params, rules, checks, overrides.</param>
public sealed record Compilation(CompiledRubric? Rubric, ImmutableArray<RubricDiagnostic> Diagnostics);
