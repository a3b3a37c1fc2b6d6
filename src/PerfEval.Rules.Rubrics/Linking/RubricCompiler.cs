using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Linking;

/// <summary>Document to compiled rubric: resolves names, binds expressions, checks weights and cycles; reports every fault.</summary>
public static class RubricCompiler
{
    /// <summary>Compiles a document; never throws for a bad one.</summary>
    public static Compilation Compile(Rubric document) => throw new NotSupportedException();
}

/// <summary>What compiling gave.</summary>
/// <param name="Rubric">Null when a diagnostic is an error.</param>
/// <param name="Diagnostics">In document order.</param>
public sealed record Compilation(CompiledRubric? Rubric, ImmutableArray<RubricDiagnostic> Diagnostics);
