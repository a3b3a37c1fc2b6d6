using System.Collections.Immutable;
using System.Text;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>Writes an explained expression in one line with the figures put in.</summary>
public static class Figures
{
    private const string Arrow = " → ";

    // Most lines fit, and stay in one piece, which makes looking at their ends cheap.
    private const int InitialCapacity = 128;

    /// <summary>
    /// <c>min(49 / 50, 1) * 6 = 5.88</c>; <c>95% → 2</c> for a switch; <c>71.52% >= 100% ? … : 71.52% * 6 = 4.29</c>; the value alone where there is nothing to put it in.
    /// Missing figures are written <c>?</c>, failures <c>!</c>.
    /// </summary>
    public static string Render(Explanation explanation)
    {
        var line = new StringBuilder(InitialCapacity);
        Append(line, explanation);
        var value = Written(explanation);
        if (!EndsWith(line, value) || (line.Length > value.Length && !(explanation.Kind == ExplanationKind.Switch && EndsWith(line, Arrow + value))))
            line.Append(" = ").Append(value);
        return line.ToString();
    }

    private static void Append(StringBuilder line, Explanation node)
    {
        switch (node.Kind)
        {
            case ExplanationKind.Literal:
                line.Append(node.Text);
                break;
            case ExplanationKind.Reference or ExplanationKind.Aggregate:
                line.Append(Written(node));
                break;
            case ExplanationKind.Switch:
                AppendSwitch(line, node);
                break;
            case ExplanationKind.Conditional:
                AppendConditional(line, node);
                break;
            default:
                AppendWithParts(line, node);
                break;
        }
    }

    private static void AppendSwitch(StringBuilder line, Explanation node)
    {
        Append(line, node.Parts[0]);
        line.Append(Arrow);
        if (node.Chosen is { } chosen)
            Append(line, chosen);
        else
            line.Append(Written(node));
    }

    private static void AppendConditional(StringBuilder line, Explanation node)
    {
        var holds = node.Parts[0].Value.IsTrue;
        Append(line, node.Parts[0]);
        AppendBranch(line, " ? ", holds ? node.Chosen : null);
        AppendBranch(line, " : ", holds ? null : node.Chosen);
    }

    private static void AppendBranch(StringBuilder line, string sign, Explanation? branch)
    {
        line.Append(sign);
        if (branch is null)
            line.Append('…');
        else
            Append(line, branch);
    }

    private static void AppendWithParts(StringBuilder line, Explanation node)
    {
        var (start, at) = (line.Length, node.Span.Start);
        foreach (var part in InTextOrder(node.Parts))
        {
            AppendTyped(line, node.Text.AsSpan(at - node.Span.Start, part.Span.Start - at));
            var isNegative = node.Kind == ExplanationKind.Arithmetic && line.Length > start && part.Value.Number < 0
                && part.Kind is ExplanationKind.Reference or ExplanationKind.Aggregate;
            line.Append(isNegative ? "(" : "");
            Append(line, part);
            line.Append(isNegative ? ")" : "");
            at = part.Span.End;
        }

        AppendTyped(line, node.Text.AsSpan(at - node.Span.Start));
    }

    /// <summary>Parts are evaluated in the order in which they stand, unless a function looks at a later argument first.</summary>
    private static ImmutableArray<Explanation> InTextOrder(ImmutableArray<Explanation> parts)
    {
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i].Span.Start < parts[i - 1].Span.Start)
                return [.. parts.OrderBy(part => part.Span.Start)];
        }

        return parts;
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

    private static bool EndsWith(StringBuilder line, string end)
    {
        var at = line.Length - end.Length;
        for (var i = 0; i < end.Length; i++)
        {
            if (at < 0 || line[at + i] != end[i])
                return false;
        }

        return true;
    }

    private static string Written(Explanation node) => node.Value.Kind switch
    {
        ValueKind.Text => $"\"{node.Value.Text}\"",
        ValueKind.Row or ValueKind.Table => node.Text,
        _ => ValueText.Format(node.Value, node.Format),
    };
}
