using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Cases;

/// <summary>Reads test cases from JSON, reporting every fault with its place; never throws for bad text. The submission is kept unread.</summary>
public static class CaseReader
{
    /// <summary>Reads a case. Property names are PascalCase exactly; any text may be an array of lines.</summary>
    public static CaseReading Read(ReadOnlyMemory<byte> utf8)
    {
        var diagnostics = new RubricDiagnosticBag();
        if (utf8.Length > RubricReader.MaxBytes)
        {
            diagnostics.TooLarge(utf8.Length, RubricReader.MaxBytes);
            return new(null, diagnostics.ToImmutable(), new(utf8, null));
        }

        var (root, fault) = JsonTreeReader.Read(utf8.Span);
        var positions = new RubricPositions(utf8, root, fault?.Offset);
        if (fault is not null)
            diagnostics.NotJson(fault.Message);
        var found = root is null ? null : ReadRoot(root, utf8, diagnostics);
        return new(diagnostics.HasErrors ? null : found, diagnostics.ToImmutable(), positions) { HoldsSubmission = root is JsonObject source && source.Find("Submission") is not null };
    }

    private static TestCase? ReadRoot(JsonNode root, ReadOnlyMemory<byte> utf8, RubricDiagnosticBag diagnostics)
    {
        if (root is not JsonObject source)
        {
            diagnostics.WrongType("", new("对象", "an object"));
            return null;
        }

        var reader = new PropertyReader(source, "", diagnostics);
        reader.Ask("$schema");
        var found = new TestCase
        {
            Name = reader.RequiredText("Name"),
            Notes = reader.Text("Notes"),
            Versions = reader.Texts("Versions"),
            Submission = ReadSubmission(reader, utf8),
            Expect = reader.Object("Expect", ExpectationReader.Read) ?? new(),
        };
        reader.Finish();
        if (source.Find("Expect") is null)
            diagnostics.Missing("", "Expect");
        return found;
    }

    private static ReadOnlyMemory<byte> ReadSubmission(PropertyReader reader, ReadOnlyMemory<byte> utf8)
    {
        switch (reader.Ask("Submission"))
        {
            case JsonObject submission:
                return utf8[submission.Start..submission.End];
            case null:
                reader.Diagnostics.Missing(reader.Path, "Submission");
                return default;
            default:
                reader.Diagnostics.WrongType(reader.PathOf("Submission"), new("对象", "an object"));
                return default;
        }
    }
}

/// <summary>What reading gave.</summary>
/// <param name="Case">Null when any diagnostic is an error.</param>
/// <param name="Diagnostics">In order of finding.</param>
/// <param name="Positions">Finds the line and column of any diagnostic, and of any difference.</param>
public sealed record CaseReading(TestCase? Case, ImmutableArray<RubricDiagnostic> Diagnostics, RubricPositions Positions)
{
    /// <summary>Whether the text is meant as a case at all: it has the property that holds a case's submission. A submission itself has none of that name.</summary>
    public bool HoldsSubmission { get; init; }
}
