using System.Text;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Editing;

/// <summary>Text to its canonical writing: ASCII signs, one blank around operators. Line breaks and comments stay where the author put them, lines are indented by their brackets.</summary>
internal static class Formatter
{
    private const int Indent = 4;

    /// <summary>The text formatted; null where it has errors, or cannot be matched with its canonical form.</summary>
    public static string? Format(string text)
    {
        var parsed = Parser.Parse(text);
        if (parsed.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            return null;
        var canonical = Printer.Print(parsed.Root);
        return text.AsSpan().ContainsAny('\r', '\n') ? Lay(LexedText.Of(text), LexedText.Of(canonical)) : canonical;
    }

    private static string? Lay(LexedText typed, LexedText canonical)
    {
        var output = new StringBuilder();
        var (at, depth, typedEnd, canonicalEnd) = (0, 0, 0, 0);
        foreach (var token in typed.Tokens)
        {
            var matched = at < canonical.Tokens.Length ? canonical.Tokens[at] : null;
            if (matched?.Kind != token.Kind)
            {
                if (token.Kind is not TokenKind.Comma)
                    return null;
                typedEnd = token.Span.End; // a comma behind the last arm, which the canonical form leaves out
                continue;
            }

            depth -= token.IsCloser ? 1 : 0;
            var gap = typed.Text[typedEnd..token.Span.Start];
            output.Append(gap.AsSpan().ContainsAny('\r', '\n') ? Lines(gap, depth) : canonical.Text[canonicalEnd..matched.Span.Start]);
            output.Append(matched.Span.Of(canonical.Text));
            depth += token.IsOpener ? 1 : 0;
            (typedEnd, canonicalEnd) = (token.Span.End, matched.Span.End);
            at++;
        }

        return at < canonical.Tokens.Length ? null : (output + Lines(typed.Text[typedEnd..], 0)).Trim();
    }

    // The gap's comments and line breaks, blank lines at most one behind the other.
    private static string Lines(string gap, int depth)
    {
        var lines = gap.ReplaceLineEndings("\n").Split('\n');
        var output = new StringBuilder(lines[0].Trim() is { Length: > 0 } comment ? " " + comment : "");
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 && i < lines.Length - 1)
            {
                if (i > 1 && lines[i - 1].Trim().Length == 0)
                    continue;
                output.Append('\n');
                continue;
            }

            output.Append('\n').Append(' ', depth * Indent).Append(line);
        }

        return output.ToString();
    }
}
