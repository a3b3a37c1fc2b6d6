using System.Collections.Immutable;
using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Editing;

/// <summary>An expression inside the document: of a property, or of a <c>$(…)</c> hole of a text.</summary>
/// <param name="Path">JSON Pointer of the property.</param>
/// <param name="Hole">Where it stands in the property's text; the whole text unless it is a hole.</param>
/// <param name="Expression">The expression with its services; its places count from its own beginning.</param>
public sealed record ExpressionPlace(string Path, TextSpan Hole, EditedExpression Expression)
{
    internal TextMap Map { get; init; } = null!; // the editor, which alone makes places, sets it

    /// <summary>Where it stands in the document.</summary>
    public TextSpan Span => Map.ToDocument(Hole);

    /// <summary>A stretch of the expression in the document.</summary>
    public TextSpan ToDocument(TextSpan span) => Map.ToDocument(new TextSpan(span.Start + Hole.Start, span.Length));

    /// <summary>A change of the expression as one of the document: escaped, lines of an array kept.</summary>
    public TextChange ToDocument(TextChange change) => Map.ToDocument(change with { Span = new(change.Span.Start + Hole.Start, change.Span.Length) });

    /// <summary>Changes of the expression as changes of the document.</summary>
    public ImmutableArray<TextChange> ToDocument(IEnumerable<TextChange> changes) => [.. changes.Select(ToDocument)];

    /// <summary>The place in the expression of a place in the document; null: outside.</summary>
    public int? FromDocument(int place) => Map.FromDocument(place) is { } at && at >= Hole.Start && at <= Hole.End ? at - Hole.Start : null;
}
