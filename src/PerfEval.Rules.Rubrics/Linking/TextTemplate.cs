using System.Collections.Immutable;
using System.Text;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Rubrics.Linking;

/// <summary>A text with <c>$(expression)</c> holes; <c>$(expression, 1)</c> fixes the digits.</summary>
internal sealed class TextTemplate
{
    private readonly ImmutableArray<Part> parts;

    private TextTemplate(ImmutableArray<Part> parts) => this.parts = parts;

    /// <summary>Whether the text depends on values.</summary>
    public bool HasHoles => parts.Any(part => part.Hole is not null);

    /// <summary>The text before the first hole.</summary>
    public string Prefix => parts is [{ Hole: null } first, ..] ? first.Literal : "";

    public IEnumerable<Expression> Holes => parts.Select(part => part.Hole).OfType<Expression>();

    /// <summary>Compiles the holes; their diagnostics go to <paramref name="report"/> with spans in the whole text.</summary>
    public static TextTemplate Compile(string text, Scope scope, Action<Diagnostic> report)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var position = 0;
        while (FindHole(text, position) is { } hole)
        {
            if (hole.Start > position)
                parts.Add(new(text[position..hole.Start], null, null));
            parts.Add(CompileHole(text, hole, scope, report));
            position = hole.End;
        }

        if (position < text.Length)
            parts.Add(new(text[position..], null, null));
        return new(parts.ToImmutable());
    }

    /// <summary>The text with values put in; a value that is missing or failed is shown as <c>?</c>.</summary>
    public string Fill(Frame frame)
    {
        if (parts is [{ Hole: null } only])
            return only.Literal;
        var builder = new StringBuilder();
        foreach (var part in parts)
            builder.Append(part.Hole is { } hole ? Show(hole, part.Digits, frame) : part.Literal);
        return builder.ToString();
    }

    /// <summary>The expressions in the holes of a text; the last may lack its closing bracket, as while it is typed.</summary>
    public static IEnumerable<TextSpan> HolesIn(string text)
    {
        var position = 0;
        while (FindHole(text, position) is { } hole)
        {
            yield return hole.Inner;
            position = hole.End;
        }

        if (text.IndexOf("$(", position, StringComparison.Ordinal) is >= 0 and var open)
            yield return TextSpan.FromBounds(open + 2, text.Length);
    }

    /// <summary>The text as it reads without values: what each hole shows stands in braces, <c>$(比例, 1)</c> as <c>{比例}</c>.</summary>
    public static string InWords(string text)
    {
        var words = new StringBuilder();
        var position = 0;
        while (FindHole(text, position) is { } hole)
        {
            words.Append(text, position, hole.Start - position).Append('{').Append(text.AsSpan(hole.Inner.Start, hole.Inner.Length).Trim()).Append('}');
            position = hole.End;
        }

        return position == 0 ? text : words.Append(text, position, text.Length - position).ToString();
    }

    private static string Show(Expression hole, int? digits, Frame frame)
    {
        var value = hole.Evaluate(frame);
        var format = digits is { } fixedDigits ? new NumberFormat(hole.Format?.Unit, fixedDigits) : hole.Format;
        return value.IsKnown ? ValueText.Format(value, format, withUnit: true) : "?";
    }

    private static Part CompileHole(string text, Hole hole, Scope scope, Action<Diagnostic> report)
    {
        var compiled = Expression.Compile(text[hole.Inner.Start..hole.Inner.End], scope);
        foreach (var diagnostic in compiled.Diagnostics)
            report(diagnostic with { Span = new(diagnostic.Span.Start + hole.Inner.Start, diagnostic.Span.Length), Fixes = [] });
        return new("", compiled, hole.Digits);
    }

    private static Hole? FindHole(string text, int from)
    {
        for (var i = from; i + 1 < text.Length; i++)
        {
            if (text[i] is '$' or '＄' && text[i + 1] is '(' or '（' && FindEnd(text, i + 2) is var (close, comma))
                return MakeHole(text, i, close, comma);
        }

        return null;
    }

    private static Hole MakeHole(string text, int start, int close, int comma)
    {
        var inner = TextSpan.FromBounds(start + 2, close);
        if (comma > 0 && int.TryParse(text.AsSpan(comma + 1, close - comma - 1).Trim(), out var digits) && digits is >= 0 and <= 10)
            return new(start, close + 1, TextSpan.FromBounds(start + 2, comma), digits);
        return new(start, close + 1, inner, null);
    }

    // The closing bracket of a hole and the last comma on its own level (0: none), over brackets and quoted texts.
    private static (int Close, int Comma)? FindEnd(string text, int from)
    {
        var (depth, comma, quote) = (0, 0, '\0');
        for (var i = from; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                if (c == '\\' && quote == '"')
                    i++;
                else if (c == quote)
                    quote = '\0';
                continue;
            }

            switch (c)
            {
                case '"': quote = '"'; break;
                case '“': quote = '”'; break;
                case '(' or '（' or '[' or '{': depth++; break;
                case ')' or '）' when depth == 0: return (i, comma);
                case ')' or '）' or ']' or '}': depth--; break;
                case ',' or '，' when depth == 0: comma = i; break;
                default: break;
            }
        }

        return null;
    }

    private sealed record Part(string Literal, Expression? Hole, int? Digits);

    private sealed record Hole(int Start, int End, TextSpan Inner, int? Digits);
}
