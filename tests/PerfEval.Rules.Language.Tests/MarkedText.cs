using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Tests;

/// <summary>A text in which <c>[|…|]</c> marks where a diagnostic is expected.</summary>
internal sealed record MarkedText(string Text, TextSpan? Span)
{
    public static MarkedText Parse(string marked)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        if (start < 0)
            return new(marked, null);

        var end = marked.IndexOf("|]", start + 2, StringComparison.Ordinal);
        return new(string.Concat(marked.AsSpan(0, start), marked.AsSpan(start + 2, end - start - 2), marked.AsSpan(end + 2)), TextSpan.FromBounds(start, end - 2));
    }

    /// <summary>A text with a span marked, for the message of a failing test.</summary>
    public static string Mark(string text, TextSpan span) => text.Insert(span.End, "|]").Insert(span.Start, "[|");
}
