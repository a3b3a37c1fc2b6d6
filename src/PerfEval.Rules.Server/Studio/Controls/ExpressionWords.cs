using System.Text.RegularExpressions;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>Colours for expressions that are only shown; the same words as perfeval-language.js, without loading an editor.</summary>
internal static partial class ExpressionWords
{
    private static readonly string[] Kinds = ["comment", "text", "number", "keyword", "function"];

    /// <summary>The text in pieces that together are the whole of it; the style class of a plain piece is null.</summary>
    public static IEnumerable<(string Text, string? Style)> Of(string text)
    {
        var end = 0;
        foreach (Match match in Word().Matches(text))
        {
            if (match.Index > end)
                yield return (text[end..match.Index], null);
            yield return (match.Value, "word-" + Kinds.First(kind => match.Groups[kind].Success));
            end = match.Index + match.Length;
        }

        if (end < text.Length)
            yield return (text[end..], null);
    }

    [GeneratedRegex(
        """(?<comment>//[^\n]*)|(?<text>"(?:\\.|[^"\\])*"?|“[^”]*”?)|(?<![\p{L}_\p{Nd}])(?<number>\p{Nd}[\p{Nd}.．]*\s*(?:亿元|万元|元|%|％|‰)?)|(?<![\p{L}_\p{Nd}])(?:(?<keyword>switch|when|and|or|not|is|null|true|false)(?![\p{L}_\p{Nd}])|(?<function>[\p{L}_][\p{L}\p{Nd}_]*(?=\s*[(（])))""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
