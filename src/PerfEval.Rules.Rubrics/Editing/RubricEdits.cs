using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Editing;

/// <summary>
/// Changes of a rubric's text that keep the author's layout and comments: what is not changed stays as it was, character by character. A form uses them to edit the
/// text that an editor shows. Every method gives the changes by position, not overlapping; none where there is nothing to change or the pointer leads nowhere.
/// Values are JSON in any layout; new ones are laid out as the house writes them.
/// </summary>
public static class RubricEdits
{
    /// <summary>A text as a JSON value: of several lines, an array of them.</summary>
    public static string ValueOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => $"\"{TextMap.Escape(line)}\"").ToList();
        return lines is [var only] ? only : $"[{string.Join(", ", lines)}]";
    }

    /// <summary>A number as a JSON value.</summary>
    public static string ValueOf(decimal number) => CanonicalRubric.Plain(number);

    /// <summary>Gives a property or element a value. A property that is not there yet is put in its place among the others, objects around it included.</summary>
    /// <param name="path">JSON Pointer.</param>
    /// <param name="json">The value; null takes the property away.</param>
    public static ImmutableArray<TextChange> Set(string text, string path, string? json)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        if (json is null)
            return Remove(text, path);
        var root = DocumentParser.Parse(text);
        var (node, member, isExact) = DocumentPlace.Find(root, path);
        if (isExact && node is not null)
            return Replace(text, node, json);
        if (isExact && member is not null)
            return [new(new(DocumentLayout.AfterColon(text, member.NameSpan.End), 0), " " + DocumentLayout.Lay(json, DocumentLayout.IndentAt(text, member.NameSpan.Start)))];
        return AddProperty(text, root, path, json);
    }

    /// <summary>Takes a property or element away, with its comma and the line that it stands on alone.</summary>
    public static ImmutableArray<TextChange> Remove(string text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        return ListOf(DocumentParser.Parse(text), path) is var (list, index) ? [.. list.In(text).Remove(index)] : [];
    }

    /// <summary>Puts an element into an array; an array that is not there yet is made.</summary>
    /// <param name="path">JSON Pointer of the array.</param>
    /// <param name="index">Its place afterwards; beyond the end: the last.</param>
    public static ImmutableArray<TextChange> Insert(string text, string path, int index, string json)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(json);
        return DocumentPlace.Find(DocumentParser.Parse(text), path) is (DocumentArray array, _, true)
            ? Merged(DocumentLayout.Of(array).In(text).Insert(index, indent => DocumentLayout.Lay(json, indent)))
            : Set(text, path, $"[{json}]");
    }

    /// <summary>Moves an element within its array.</summary>
    /// <param name="path">JSON Pointer of the element.</param>
    /// <param name="index">Its place afterwards; beyond the end: the last.</param>
    public static ImmutableArray<TextChange> Move(string text, string path, int index)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Move(text, path, path[..Math.Max(0, path.LastIndexOf('/'))], index);
    }

    /// <summary>Moves an element into another array, or within its own; an array that is not there yet is made.</summary>
    /// <param name="path">JSON Pointer of the element.</param>
    /// <param name="array">JSON Pointer of the array, as the document stands before; not within the element.</param>
    /// <param name="index">Its place in the array afterwards; beyond the end: the last.</param>
    public static ImmutableArray<TextChange> Move(string text, string path, string array, int index)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(array);
        var root = DocumentParser.Parse(text);
        if (ListOf(root, path) is not var (list, from) || list.IsObject || $"{array}/".StartsWith($"{path}/", StringComparison.Ordinal))
            return [];
        var span = list.Items[from];
        var raw = text.Substring(span.Start, span.Length);
        var taken = list.In(text).Remove(from);
        if (DocumentPlace.Find(root, array) is not (DocumentArray target, _, true))
            return Merged(taken.Concat(Set(text, array, $"[{raw}]")));
        var isSame = path.LastIndexOf('/') == array.Length && path.StartsWith(array, StringComparison.Ordinal);
        var to = isSame && index >= from ? index + 1 : index;
        if (isSame && (index == from || (from == list.Items.Length - 1 && index > from)))
            return [];
        return Merged(taken.Concat(DocumentLayout.Of(target).In(text).Insert(to, indent => DocumentLayout.Shift(raw, DocumentLayout.IndentAt(text, span.Start), indent))));
    }

    private static ImmutableArray<TextChange> Merged(IEnumerable<TextChange> changes) => [.. changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length)];

    // Only what differs, so that a caret in the rest of the value stays where it is.
    private static ImmutableArray<TextChange> Replace(string text, DocumentNode node, string json)
    {
        var old = text.Substring(node.Span.Start, node.Span.Length);
        var @new = DocumentLayout.Lay(json, DocumentLayout.IndentAt(text, node.Span.Start));
        var start = old.AsSpan().CommonPrefixLength(@new);
        var (oldEnd, newEnd) = (old.Length, @new.Length);
        while (oldEnd > start && newEnd > start && old[oldEnd - 1] == @new[newEnd - 1])
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        if (start == oldEnd && start == newEnd)
            return [];
        return [new(TextSpan.FromBounds(node.Span.Start + start, node.Span.Start + oldEnd), @new[start..newEnd])];
    }

    private static ImmutableArray<TextChange> AddProperty(string text, DocumentNode? root, string path, string json)
    {
        var steps = path.Split('/');
        for (var known = steps.Length - 1; known > 0; known--)
        {
            if (DocumentPlace.Find(root, string.Join('/', steps[..known])) is not (DocumentObject around, _, true))
                continue;
            var value = steps[(known + 1)..].Reverse().Aggregate(json, (inner, name) => $"{{ \"{TextMap.Escape(name)}\": {inner} }}");
            var index = PlaceOf(around, DocumentPlace.At(root, around.Span.Start + 1).Owner, steps[known]);
            return Merged(DocumentLayout.Of(around).In(text).Insert(index, indent => $"\"{TextMap.Escape(steps[known])}\": {DocumentLayout.Lay(value, indent)}"));
        }

        return [];
    }

    // Behind the last of those that stand before it in the format's own order.
    private static int PlaceOf(DocumentObject around, string owner, string name)
    {
        var order = owner.Length == 0 ? [] : RubricSchema.PropertiesOf(owner).ToList();
        var own = order.IndexOf(name);
        for (var i = around.Members.Length - 1; own >= 0 && i >= 0; i--)
        {
            if (order.IndexOf(around.Members[i].Name) is >= 0 and var other && other < own)
                return i + 1;
        }

        return own < 0 || around.Members.IsEmpty ? around.Members.Length : 0;
    }

    private static (DocumentLayout List, int Index)? ListOf(DocumentNode? root, string path)
    {
        var cut = path.LastIndexOf('/');
        if (cut < 0 || DocumentPlace.Find(root, path[..cut]) is not (var parent, _, true))
            return null;
        var name = path[(cut + 1)..].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        var index = parent switch
        {
            DocumentObject owner => owner.Members.Select(member => member.Name).ToList().IndexOf(name),
            DocumentArray array when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < array.Items.Length => at,
            _ => -1,
        };
        return index < 0 ? null : (DocumentLayout.Of(parent!), index); // an index was found in it
    }
}
