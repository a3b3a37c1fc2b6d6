namespace PerfEval.Rules.Language.Text;

/// <summary>A stretch of the text as typed: UTF-16 offset of its first character and its length, both ≥ 0.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Number of UTF-16 characters; 0 marks a place between two characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The span that reaches from the start of one offset to the end of another.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>The smallest span that covers both.</summary>
    public static TextSpan Covering(TextSpan first, TextSpan last) =>
        FromBounds(Math.Min(first.Start, last.Start), Math.Max(first.End, last.End));

    /// <summary>The text under this span.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);
}
