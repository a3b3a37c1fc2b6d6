using System.Text;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>Writes an explained expression in one line with the figures put in.</summary>
public static class Figures
{
    private const string Arrow = " → ";

    /// <summary>
    /// <c>min(49 / 50, 1) * 6 = 5.88</c>; <c>95% → 2</c> for a switch; <c>71.52% >= 100% ? … : 71.52% * 6 = 4.29</c>; the value alone where there is nothing to put it in.
    /// Missing figures are written <c>?</c>, failures <c>!</c>.
    /// </summary>
    public static string Render(Explanation explanation)
    {
        var (shown, value) = (Inline(explanation), Written(explanation));
        return shown == value || shown.EndsWith(Arrow + value, StringComparison.Ordinal) ? shown : $"{shown} = {value}";
    }

    private static string Inline(Explanation node) => node.Kind switch
    {
        ExplanationKind.Literal => node.Text,
        ExplanationKind.Reference or ExplanationKind.Aggregate => Written(node),
        ExplanationKind.Switch => $"{Inline(node.Parts[0])}{Arrow}{(node.Chosen is { } chosen ? Inline(chosen) : Written(node))}",
        ExplanationKind.Conditional => Conditional(node),
        _ => WithParts(node),
    };

    private static string Conditional(Explanation node)
    {
        var condition = node.Parts[0];
        if (node.Chosen is not { } chosen)
            return $"{Inline(condition)} ? … : …";
        return condition.Value.IsTrue ? $"{Inline(condition)} ? {Inline(chosen)} : …" : $"{Inline(condition)} ? … : {Inline(chosen)}";
    }

    private static string WithParts(Explanation node)
    {
        var line = new StringBuilder();
        var at = node.Span.Start;
        foreach (var part in node.Parts.OrderBy(part => part.Span.Start))
        {
            AppendTyped(line, node.Text.AsSpan(at - node.Span.Start, part.Span.Start - at));
            var shown = Inline(part);
            var isNegative = shown.StartsWith('-') && part.Kind != ExplanationKind.Literal;
            line.Append(isNegative && line.Length > 0 && node.Kind == ExplanationKind.Arithmetic ? $"({shown})" : shown);
            at = part.Span.End;
        }

        AppendTyped(line, node.Text.AsSpan(at - node.Span.Start));
        return line.ToString();
    }

    /// <summary>Text as typed, without comments, its white space made single spaces.</summary>
    private static void AppendTyped(StringBuilder line, ReadOnlySpan<char> typed)
    {
        var isFirst = true;
        foreach (var part in typed.EnumerateLines())
        {
            if (!isFirst)
                AppendSpace(line);
            isFirst = false;
            var comment = part.IndexOf("//", StringComparison.Ordinal);
            foreach (var c in comment < 0 ? part : part[..comment])
            {
                if (char.IsWhiteSpace(c))
                    AppendSpace(line);
                else
                    line.Append(c);
            }
        }
    }

    private static void AppendSpace(StringBuilder line)
    {
        if (line.Length > 0 && line[^1] != ' ')
            line.Append(' ');
    }

    private static string Written(Explanation node) => node.Value.Kind switch
    {
        ValueKind.Text => $"\"{node.Value.Text}\"",
        ValueKind.Row or ValueKind.Table => node.Text,
        _ => ValueText.Format(node.Value, node.Format),
    };
}
