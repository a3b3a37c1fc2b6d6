using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Linking;

/// <summary>File to compiled rubric: reads and compiles in one step, so that every fault of a file is reported together.</summary>
public static class RubricLoader
{
    /// <summary>Loads a rubric; never throws for a bad file.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="filePath">Path below <c>rubrics/</c>, to be checked against the document; null: none.</param>
    /// <param name="scripts">What compiles rules written in C#; null: they do not run, and fail.</param>
    public static LoadedRubric Load(ReadOnlyMemory<byte> utf8, string? filePath = null, IScriptCompiler? scripts = null)
    {
        var reading = RubricReader.Read(utf8, filePath);
        if (reading.Document is not { } document)
            return new(null, null, reading.Diagnostics, reading.Positions);
        var compilation = RubricCompiler.Compile(document, scripts);
        var diagnostics = MissingProperties.Absorb(reading.Diagnostics.AddRange(compilation.Diagnostics), reading.Positions);
        var isSound = !diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new(document, isSound ? compilation.Rubric : null, diagnostics, reading.Positions);
    }
}

/// <summary>What loading gave.</summary>
/// <param name="Document">The document, or null when it cannot be made out.</param>
/// <param name="Rubric">Null when any diagnostic is an error.</param>
/// <param name="Diagnostics">Those of reading, then those of compiling.</param>
/// <param name="Positions">Finds the line and column of any diagnostic.</param>
public sealed record LoadedRubric(Rubric? Document, CompiledRubric? Rubric, ImmutableArray<RubricDiagnostic> Diagnostics, RubricPositions Positions);
