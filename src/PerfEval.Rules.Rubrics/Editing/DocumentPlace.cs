using System.Globalization;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Rubrics.Submissions;

namespace PerfEval.Rules.Rubrics.Editing;

/// <summary>What a place of the document is.</summary>
/// <param name="Path">JSON Pointer of the innermost property or element there; the lines of a text count as the text.</param>
/// <param name="Owner">The schema's name of the object around it: <c>Rule</c>, <c>Input</c>…; empty where the schema knows nothing.</param>
/// <param name="Property">The property it lies in or names; null in the gaps of an object.</param>
/// <param name="Node">The value there, or null.</param>
/// <param name="Around">The object around it, or null.</param>
/// <param name="Member">The property as typed, or null.</param>
/// <param name="IsInName">It lies in the name of the property.</param>
internal sealed record DocumentPlace(string Path, string Owner, RubricSchema.Property? Property, DocumentNode? Node, DocumentObject? Around, DocumentMember? Member, bool IsInName)
{
    /// <summary>Finds what lies at a place.</summary>
    public static DocumentPlace At(DocumentNode? root, int place)
    {
        var (path, type, node) = ("", "Rubric", root);
        DocumentPlace? last = null;
        while (node is DocumentObject or DocumentArray && Contains(node, place))
        {
            if (node is DocumentArray array)
            {
                var index = IndexAt(array, place);
                if (index < 0 || (last?.Property is { } text && IsText(text) && array.Items[index] is DocumentString))
                    return (last ?? Empty(path)) with { Node = array };
                (node, path) = (array.Items[index], string.Create(CultureInfo.InvariantCulture, $"{path}/{index}"));
                last = new(path, "", last?.Property, node, null, last?.Member, false);
                continue;
            }

            var around = (DocumentObject)node;
            var member = around.Members.FirstOrDefault(member => Touches(member.NameSpan, place) || IsInValue(member, place));
            var property = type.Length == 0 || member is null ? null : RubricSchema.Describe(type).FirstOrDefault(property => property.Name == member.Name);
            if (member is null)
                return new(path, type, null, null, around, null, false);
            path = JsonPointer.Append(path, member.Name);
            last = new(path, type, property, member.Value, around, member, Touches(member.NameSpan, place));
            if (last.IsInName || member.Value is null)
                return last;
            (node, type) = (member.Value, TypeOf(property));
        }

        return last ?? Empty(path);
    }

    /// <summary>Whether a property of the schema is a text, which may be an array of lines.</summary>
    public static bool IsText(RubricSchema.Property property) => property.Kind is "text" || property.Kind.EndsWith(" text", StringComparison.Ordinal);

    /// <summary>The node that a JSON Pointer names, with the property it is the value of; the nearest there is, and whether it is the very one.</summary>
    public static (DocumentNode? Node, DocumentMember? Member, bool IsExact) Find(DocumentNode? root, string path)
    {
        var (node, member) = (root, (DocumentMember?)null);
        foreach (var step in path.Split('/').Skip(1))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (node is DocumentObject parent && parent.Find(name) is { } found)
                (node, member) = (found.Value, found);
            else if (node is DocumentArray array && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < array.Items.Length)
                (node, member) = (array.Items[index], null);
            else
                return (node, member, false);
        }

        return (node, member, true);
    }

    private static int IndexAt(DocumentArray array, int place)
    {
        for (var i = 0; i < array.Items.Length; i++)
        {
            if (Touches(array.Items[i].Span, place))
                return i;
        }

        return -1;
    }

    private static DocumentPlace Empty(string path) => new(path, "", null, null, null, null, false);

    // The schema's type of the objects in a property's value.
    private static string TypeOf(RubricSchema.Property? property)
    {
        if (property is null)
            return "";
        if (property.Name == "Judged")
            return "Band";
        var kind = property.Kind.Split(' ')[0];
        kind = kind.EndsWith("[]", StringComparison.Ordinal) ? kind[..^2] : kind;
        return RubricSchema.IsObject(kind) ? kind : "";
    }

    private static bool IsInValue(DocumentMember member, int place) => member.Value is { } value && Touches(value.Span, place);

    private static bool Touches(TextSpan span, int place) => span.Start <= place && place <= span.End;

    private static bool Contains(DocumentNode node, int place) => node.Span.Start < place && (place < node.Span.End || (place == node.Span.End && !IsClosed(node)));

    private static bool IsClosed(DocumentNode node) => node is DocumentObject { IsClosed: true } or DocumentArray { IsClosed: true };
}
