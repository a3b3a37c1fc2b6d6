using System.Collections.Immutable;
using System.Text;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Comparison;

/// <summary>How two expressions differ.</summary>
/// <param name="Kind">Rewritten: the same tree; Threshold: the same tree but for figures; else Expression.</param>
/// <param name="Figures">The figures that changed, as written, in the order of the text.</param>
internal sealed record ExpressionChange(ChangeKind Kind, ImmutableArray<(string Old, string New)> Figures)
{
    private static readonly ExpressionChange Other = new(ChangeKind.Expression, []);

    public static ExpressionChange Of(string old, string @new)
    {
        if (Tree(old) is not { } before || Tree(@new) is not { } after)
            return Other;
        var (oldShape, oldFigures) = Split(before);
        var (newShape, newFigures) = Split(after);
        if (oldShape != newShape)
            return Other;
        var changed = oldFigures.Zip(newFigures).Where(pair => !IsSame(pair.First, pair.Second)).Select(pair => (Printer.Print(pair.First), Printer.Print(pair.Second))).ToImmutableArray();
        return new(changed.IsEmpty ? ChangeKind.Rewritten : ChangeKind.Threshold, changed);
    }

    // 0.9 and 90% are one number; 1元 and 1 are not.
    private static bool IsSame(NumberSyntax old, NumberSyntax @new) =>
        old.Value == @new.Value && (old.Form == NumberForm.Money) == (@new.Form == NumberForm.Money);

    // The tree of the canonical text, in which two ways of writing one thing are one.
    private static ParsedText? Tree(string text)
    {
        var parsed = Parser.Parse(text);
        return parsed.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? null : Parser.Parse(Printer.Print(parsed.Root));
    }

    private static (string Shape, List<NumberSyntax> Figures) Split(ParsedText parsed)
    {
        var figures = NumbersIn(parsed.Root).OrderBy(figure => figure.Span.Start).ToList();
        var shape = new StringBuilder();
        var position = 0;
        foreach (var figure in figures)
        {
            shape.Append(parsed.Text, position, figure.Span.Start - position).Append('#');
            position = figure.Span.End;
        }

        return (shape.Append(parsed.Text, position, parsed.Text.Length - position).ToString(), figures);
    }

    private static IEnumerable<NumberSyntax> NumbersIn(SyntaxNode node) =>
        node is NumberSyntax number ? [number] : node.Children.SelectMany(NumbersIn);
}
