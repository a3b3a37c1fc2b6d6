using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Editing;

// A JSON text as typed, with the place of everything in UTF-16 characters; exists for any text, however broken.

/// <summary>A value where it stands.</summary>
internal abstract record DocumentNode(TextSpan Span);

/// <summary>A property; without a value while it is typed.</summary>
/// <param name="NameSpan">The name with its quotation marks.</param>
internal sealed record DocumentMember(string Name, TextSpan NameSpan, DocumentNode? Value)
{
    public TextSpan Span => Value is null ? NameSpan : TextSpan.Covering(NameSpan, Value.Span);
}

internal sealed record DocumentObject(TextSpan Span, ImmutableArray<DocumentMember> Members, bool IsClosed) : DocumentNode(Span)
{
    public DocumentMember? Find(string name) => Members.FirstOrDefault(member => member.Name == name);
}

internal sealed record DocumentArray(TextSpan Span, ImmutableArray<DocumentNode> Items, bool IsClosed) : DocumentNode(Span);

/// <param name="IsClosed">It ends with a quotation mark.</param>
internal sealed record DocumentString(TextSpan Span, bool IsClosed) : DocumentNode(Span)
{
    /// <summary>Between the quotation marks.</summary>
    public TextSpan Content => TextSpan.FromBounds(Span.Start + 1, IsClosed ? Span.End - 1 : Span.End);
}

/// <summary>A number, a word, or what is none of these.</summary>
internal sealed record DocumentScalar(TextSpan Span) : DocumentNode(Span);
