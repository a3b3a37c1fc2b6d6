using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Editing;

/// <summary>The elements of an array or the properties of an object as they are laid out.</summary>
/// <param name="Span">With its brackets.</param>
/// <param name="Items">Each without its comma.</param>
internal sealed record DocumentLayout(TextSpan Span, ImmutableArray<TextSpan> Items, bool IsObject)
{
    public static DocumentLayout Of(DocumentNode node) => node switch
    {
        DocumentArray array => new(array.Span, [.. array.Items.Select(item => item.Span)], false),
        DocumentObject owner => new(owner.Span, [.. owner.Members.Select(member => member.Span)], true),
        _ => new(node.Span, [], false),
    };

    public LaidOut In(string text) => new(text, this);

    /// <summary>The blanks with which the line of a place begins.</summary>
    public static string IndentAt(string text, int place)
    {
        var start = LineStart(text, place);
        var end = start;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return text[start..end];
    }

    public static int LineStart(string text, int place) => place == 0 ? 0 : text.LastIndexOf('\n', place - 1) + 1;

    /// <summary>Whether only blanks stand before a place in its line.</summary>
    public static bool StartsLine(string text, int place) => string.IsNullOrWhiteSpace(text[LineStart(text, place)..place]);

    public static int AfterColon(string text, int nameEnd) =>
        DocumentParser.EndOfBlanks(text, nameEnd) is var at && at < text.Length && text[at] == ':' ? at + 1 : nameEnd;

    /// <summary>JSON as the house writes it, its further lines indented.</summary>
    public static string Lay(string json, string indent)
    {
        var utf8 = System.Text.Encoding.UTF8.GetBytes(json);
        return JsonTreeReader.Read(utf8).Root is { } node ? RubricFormatter.Print(node, indent.Length / 2).Replace("\n", "\n" + indent, StringComparison.Ordinal) : json;
    }

    /// <summary>A piece of the text for another depth: its further lines begin with the new indent where they began with the old.</summary>
    public static string Shift(string raw, string old, string @new) => old == @new ? raw : raw.Replace("\n" + old, "\n" + @new, StringComparison.Ordinal);
}

/// <summary>A list within its text; gives the changes that add and take away.</summary>
internal sealed record LaidOut(string Text, DocumentLayout List)
{
    private ImmutableArray<TextSpan> Items => List.Items;

    private int Inner => List.Span.Start + 1;

    public IEnumerable<TextChange> Remove(int index)
    {
        var item = Items[index];
        var comma = CommaAfter(item.End);
        if (comma is { } behind)
        {
            var begin = index + 1 < Items.Length ? item.Start : BlanksBefore(item.Start);
            var isRemarkBetween = !string.IsNullOrWhiteSpace(Text[item.End..behind]);
            return isRemarkBetween ? [Delete(begin, item.End), Delete(behind, EndBehind(behind, index))] : [Delete(begin, EndBehind(behind, index))];
        }

        // The last without a comma: the one before it goes as well.
        var start = BlanksBefore(item.Start);
        if (index == 0 || CommaAfter(Items[index - 1].End) is not { } before)
            return [Delete(start, item.End)];
        return before + 1 == start ? [Delete(before, item.End)] : [Delete(before, before + 1), Delete(start, item.End)];
    }

    /// <param name="write">Writes the element, its further lines behind the given indent.</param>
    public IEnumerable<TextChange> Insert(int index, Func<string, string> write)
    {
        if (Items.IsEmpty)
            return InsertFirst(write);
        if (index >= Items.Length)
            return Append(write);
        var next = Items[Math.Max(0, index)];
        var indent = DocumentLayout.IndentAt(Text, next.Start);
        return [new(new(next.Start, 0), write(indent) + "," + (DocumentLayout.StartsLine(Text, next.Start) ? Break(indent) : " "))];
    }

    private IEnumerable<TextChange> Append(Func<string, string> write)
    {
        var last = Items[^1];
        var indent = DocumentLayout.IndentAt(Text, last.Start);
        var comma = CommaAfter(last.End);
        var end = comma + 1 ?? last.End;
        var place = BehindRemark(end);
        var isOnLine = DocumentLayout.StartsLine(Text, last.Start) || place != end; // nothing can stand behind a remark in its line
        var added = (isOnLine ? Break(indent) : " ") + write(indent);
        if (comma is not null)
            return [new(new(place, 0), added + ",")];
        return place == end ? [new(new(place, 0), "," + added)] : [new(new(end, 0), ","), new(new(place, 0), added)];
    }

    private IEnumerable<TextChange> InsertFirst(Func<string, string> write)
    {
        var end = List.Span.End - 1;
        var (around, indent) = (DocumentLayout.IndentAt(Text, List.Span.Start), DocumentLayout.IndentAt(Text, List.Span.Start) + "  ");
        var isBare = string.IsNullOrWhiteSpace(Text[Inner..end]);
        var element = write(indent);
        if (isBare && !element.Contains('\n', StringComparison.Ordinal))
            return [new(TextSpan.FromBounds(Inner, end), List.IsObject ? $" {element} " : element)];
        return [new(TextSpan.FromBounds(isBare ? Inner : BlanksBefore(end), end), Break(indent) + element + Break(around))];
    }

    private string Break(string indent) => (Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n") + indent;

    // Up to the next element where only blanks lie between; a remark there stays, and so do the blanks before a closing bracket.
    private int EndBehind(int comma, int index)
    {
        var end = comma + 1;
        while (end < Text.Length && char.IsWhiteSpace(Text[end]))
            end++;
        return index + 1 < Items.Length && end == Items[index + 1].Start ? end : comma + 1;
    }

    private int? CommaAfter(int place) =>
        DocumentParser.EndOfBlanks(Text, place) is var at && at < Text.Length && Text[at] == ',' ? at : null;

    // The blanks before an element go with it, but for the end of a remark's line: what follows would become part of the remark.
    private int BlanksBefore(int place)
    {
        var start = place;
        while (start > Inner && char.IsWhiteSpace(Text[start - 1]))
            start--;
        var line = Text[DocumentLayout.LineStart(Text, start)..start];
        return line.Contains("//", StringComparison.Ordinal) && Text.IndexOf('\n', start) is >= 0 and var end && end < place ? end + 1 : start;
    }

    // Behind a remark in the rest of the line, which belongs to what stands before it.
    private int BehindRemark(int place)
    {
        var end = Text.IndexOf('\n', place) is >= 0 and var found ? found : Text.Length;
        var rest = Text[place..end].TrimStart();
        return rest.StartsWith("//", StringComparison.Ordinal) ? end - (end > place && Text[end - 1] == '\r' ? 1 : 0) : place;
    }

    private static TextChange Delete(int start, int end) => new(TextSpan.FromBounds(start, end), "");
}
