using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>Reads a rubric document from JSON, reporting every fault with its place; never throws for bad text.</summary>
public static class RubricReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="filePath">Path below <c>rubrics/</c> with forward slashes; when given, it must agree with WorkflowName and Version.</param>
    public static RubricReading Read(ReadOnlyMemory<byte> utf8, string? filePath = null) => throw new NotSupportedException();
}

/// <summary>What reading gave.</summary>
/// <param name="Document">The document, null when an error makes it unusable.</param>
/// <param name="Diagnostics">In order of position.</param>
/// <param name="Positions">Finds the line and column of any diagnostic.</param>
public sealed record RubricReading(Rubric? Document, ImmutableArray<RubricDiagnostic> Diagnostics, RubricPositions Positions);
