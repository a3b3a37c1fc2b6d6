using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Editing;

/// <summary>Text to a tree of JSON with places. Reports nothing: what is wrong is the strict reader's to say; this one goes on where a value, comma or bracket is missing.</summary>
internal sealed class DocumentParser
{
    private const int MaxDepth = 96;

    private readonly string text;
    private int position;
    private int depth;

    private DocumentParser(string text) => this.text = text;

    /// <summary>The tree, or null where the text holds no value at all.</summary>
    public static DocumentNode? Parse(string text)
    {
        var parser = new DocumentParser(text);
        parser.SkipBlanks();
        return parser.position < text.Length ? parser.ParseValue() : null;
    }

    /// <summary>Where blanks and comments that begin at a place end.</summary>
    public static int EndOfBlanks(string text, int place)
    {
        var parser = new DocumentParser(text) { position = place };
        parser.SkipBlanks();
        return parser.position;
    }

    private DocumentNode ParseValue()
    {
        if (depth > MaxDepth)
            return new DocumentScalar(TakeRest());
        return text[position] switch
        {
            '{' => ParseObject(),
            '[' => ParseArray(),
            '"' => ParseString(),
            _ => ParseScalar(),
        };
    }

    private TextSpan TakeRest()
    {
        var start = position;
        position = text.Length;
        return TextSpan.FromBounds(start, position);
    }

    private DocumentObject ParseObject()
    {
        var start = position++;
        depth++;
        var members = ImmutableArray.CreateBuilder<DocumentMember>();
        while (true)
        {
            SkipBlanks();
            if (position >= text.Length || text[position] is '}' or ']')
                break;
            if (text[position] == '"')
                members.Add(ParseMember());
            else
                position++;
        }

        depth--;
        return new(TextSpan.FromBounds(start, Close('}')), members.ToImmutable(), text[position - 1] == '}' && position > start + 1);
    }

    private DocumentMember ParseMember()
    {
        var name = ParseString();
        SkipBlanks();
        if (position >= text.Length || text[position] != ':')
            return new(TextMap.Decode(text, name), name.Span, null);
        position++;
        SkipBlanks();
        var hasValue = position < text.Length && text[position] is not (',' or '}' or ']');
        return new(TextMap.Decode(text, name), name.Span, hasValue ? ParseValue() : null);
    }

    private DocumentArray ParseArray()
    {
        var start = position++;
        depth++;
        var items = ImmutableArray.CreateBuilder<DocumentNode>();
        while (true)
        {
            SkipBlanks();
            if (position >= text.Length || text[position] is '}' or ']')
                break;
            if (text[position] is ',' or ':')
                position++;
            else
                items.Add(ParseValue());
        }

        depth--;
        return new(TextSpan.FromBounds(start, Close(']')), items.ToImmutable(), text[position - 1] == ']' && position > start + 1);
    }

    // A bracket of the other kind belongs to what is around.
    private int Close(char bracket)
    {
        if (position < text.Length && text[position] == bracket)
            position++;
        return position;
    }

    // A text ends with its line at the latest, so that a quotation mark not yet typed spoils one line only.
    private DocumentString ParseString()
    {
        var start = position++;
        while (position < text.Length && text[position] is not ('"' or '\n' or '\r'))
            position += text[position] == '\\' && position + 1 < text.Length && text[position + 1] is not ('\n' or '\r') ? 2 : 1;
        var isClosed = position < text.Length && text[position] == '"';
        position = Math.Min(position + (isClosed ? 1 : 0), text.Length);
        return new(TextSpan.FromBounds(start, position), isClosed);
    }

    private DocumentScalar ParseScalar()
    {
        var start = position++;
        while (position < text.Length && text[position] is not (',' or ':' or '{' or '}' or '[' or ']' or '"' or '/') && !char.IsWhiteSpace(text[position]))
            position++;
        return new(TextSpan.FromBounds(start, position));
    }

    private void SkipBlanks()
    {
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]) || text[position] == '\uFEFF')
                position++;
            else if (At("//"))
                position = text.AsSpan(position).IndexOfAny('\r', '\n') is >= 0 and var length ? position + length : text.Length;
            else if (At("/*"))
                position = text.IndexOf("*/", position + 2, StringComparison.Ordinal) is >= 0 and var end ? end + 2 : text.Length;
            else
                return;
        }
    }

    private bool At(string sign) => string.CompareOrdinal(text, position, sign, 0, sign.Length) == 0;
}
