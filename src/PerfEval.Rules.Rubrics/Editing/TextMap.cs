using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Editing;

/// <summary>A text of the document without its escapes, lines of an array joined, with the place of each character.</summary>
internal sealed class TextMap
{
    private readonly ImmutableArray<int> places;
    private readonly string? lineBreak;

    private TextMap(string text, ImmutableArray<int> places, string? lineBreak)
    {
        Text = text;
        this.places = places;
        this.lineBreak = lineBreak;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Of a text or an array of texts; null for anything else.</summary>
    public static TextMap? Of(string document, DocumentNode? node)
    {
        var text = new StringBuilder();
        var places = ImmutableArray.CreateBuilder<int>();
        switch (node)
        {
            case DocumentString only:
                Append(document, only.Content, text, places);
                places.Add(only.Content.End);
                return new(text.ToString(), places.ToImmutable(), null);
            case DocumentArray { Items: [DocumentString first, ..] items } when items.All(item => item is DocumentString):
                foreach (var line in items.Cast<DocumentString>())
                {
                    if (!ReferenceEquals(line, first))
                        text.Append('\n');
                    Append(document, line.Content, text, places);
                    places.Add(line.Content.End);
                }

                return new(text.ToString(), places.ToImmutable(), "\"," + BlanksBefore(document, first.Span.Start) + "\"");
            default:
                return null;
        }
    }

    /// <summary>A text without its escapes.</summary>
    public static string Decode(string document, DocumentString node)
    {
        var content = node.Content;
        if (document.AsSpan(content.Start, content.Length).IndexOf('\\') < 0)
            return document.Substring(content.Start, content.Length);
        var text = new StringBuilder();
        Append(document, content, text, null);
        return text.ToString();
    }

    /// <summary>A text as it is written between quotation marks; Chinese as it is.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Where a character stands in the document.</summary>
    public int ToDocument(int offset) => places[Math.Clamp(offset, 0, places.Length - 1)];

    /// <summary>Where a stretch stands in the document.</summary>
    public TextSpan ToDocument(TextSpan span) => TextSpan.FromBounds(ToDocument(span.Start), ToDocument(span.End));

    /// <summary>A change of the text as one of the document.</summary>
    public TextChange ToDocument(TextChange change) => new(ToDocument(change.Span), Write(change.NewText));

    /// <summary>The character at a place of the document; null where the place lies outside the text or between its lines.</summary>
    public int? FromDocument(int place)
    {
        var at = places.BinarySearch(place);
        if (at < 0)
            at = ~at - 1; // within an escape: its character
        if (at < 0 || place > places[^1])
            return null;
        var isBetweenLines = at < Text.Length && Text[at] == '\n' && lineBreak is not null && place > places[at];
        return isBetweenLines ? null : at;
    }

    /// <summary>New text as the document writes it here: escaped, a line break as a new line of an array.</summary>
    public string Write(string text) =>
        lineBreak is null ? Escape(text) : string.Join(lineBreak, text.ReplaceLineEndings("\n").Split('\n').Select(Escape));

    private static string BlanksBefore(string document, int place)
    {
        var start = place;
        while (start > 0 && char.IsWhiteSpace(document[start - 1]))
            start--;
        return document[start..place];
    }

    private static void Append(string document, TextSpan content, StringBuilder text, ImmutableArray<int>.Builder? places)
    {
        for (var i = content.Start; i < content.End;)
        {
            var (c, length) = ReadAt(document, i, content.End);
            text.Append(c);
            places?.Add(i);
            i += length;
        }
    }

    private static (char Character, int Length) ReadAt(string document, int place, int end)
    {
        if (document[place] != '\\' || place + 1 >= end)
            return (document[place], 1);
        return document[place + 1] switch
        {
            'n' => ('\n', 2),
            'r' => ('\r', 2),
            't' => ('\t', 2),
            'b' => ('\b', 2),
            'f' => ('\f', 2),
            'u' when place + 6 <= end && ushort.TryParse(document.AsSpan(place + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) => ((char)code, 6),
            var other => (other, 2),
        };
    }
}
