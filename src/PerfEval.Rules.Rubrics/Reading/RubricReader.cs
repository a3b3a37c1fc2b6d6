using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Reading;

/// <summary>Reads a rubric document from JSON, reporting every fault with its place; never throws for bad text.</summary>
public static class RubricReader
{
    /// <summary>Files larger than this are refused unread: 4 MiB.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="filePath">Path below <c>rubrics/</c> with forward slashes; when given, it must agree with WorkflowName and Version.</param>
    public static RubricReading Read(ReadOnlyMemory<byte> utf8, string? filePath = null)
    {
        var diagnostics = new RubricDiagnosticBag();
        if (utf8.Length > MaxBytes)
        {
            diagnostics.TooLarge(utf8.Length, MaxBytes);
            return new(null, diagnostics.ToImmutable(), new(utf8, null));
        }

        var (root, fault) = JsonTreeReader.Read(utf8.Span);
        var positions = new RubricPositions(utf8, root, fault?.Offset);
        if (fault is not null)
            diagnostics.NotJson(fault.Message);
        var document = root is null ? null : ReadRoot(root, diagnostics);
        if (document is not null)
            DocumentValidator.Validate(document, filePath, diagnostics);
        return new(document, MissingProperties.Absorb(diagnostics.ToImmutable(), positions), positions);
    }

    private static Rubric? ReadRoot(JsonNode root, RubricDiagnosticBag diagnostics)
    {
        if (root is not JsonObject source)
        {
            diagnostics.WrongType("", new("对象", "an object"));
            return null;
        }

        if (source.Find("Inputs") is null && (source.Find("WorkflowsToInject") is not null || HasWorkflowRules(source)))
        {
            diagnostics.PlainWorkflow();
            return null;
        }

        var reader = new PropertyReader(source, "", diagnostics);
        reader.Ask("$schema");
        var document = DocumentReader.ReadRubric(reader);
        reader.Finish();
        if (source.Find("Inputs") is null)
            diagnostics.Missing("", "Inputs");
        return document;
    }

    private static bool HasWorkflowRules(JsonObject source) =>
        source.Find("Rules") is JsonArray rules && rules.Items.OfType<JsonObject>().Any(rule => (rule.Find("Operator") ?? rule.Find("Actions") ?? rule.Find("SuccessEvent")) is not null);
}

/// <summary>What reading gave.</summary>
/// <param name="Document">The document, null when it cannot be made out at all.</param>
/// <param name="Diagnostics">In order of finding.</param>
/// <param name="Positions">Finds the line and column of any diagnostic.</param>
public sealed record RubricReading(Rubric? Document, ImmutableArray<RubricDiagnostic> Diagnostics, RubricPositions Positions);
