using System.Collections.Immutable;
using System.Globalization;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding.Coverage;

/// <summary>Writes an uncovered value as the author would.</summary>
internal static class SampleText
{
    public static string? Find(ValueSet uncovered, BoundExpression operand, ImmutableArray<BoundArm> arms)
    {
        var unit = FindUnit(operand, arms);
        return uncovered.FindSample(operand.Type, Units.Scale(unit)) is { } sample ? Write(sample, unit) : null;
    }

    private static string Write(Value sample, string? unit) => sample.Kind switch
    {
        ValueKind.Number => WriteNumber(sample.Number, unit),
        ValueKind.Text => Printer.Quote(sample.Text),
        ValueKind.Date => sample.Date.ToString("'date('yyyy, M, d')'", CultureInfo.InvariantCulture),
        _ => sample.ToString(),
    };

    // Near the greatest decimal a percentage has no room.
    private static string WriteNumber(decimal number, string? unit) =>
        Math.Abs(number) > 1e24m
            ? number.ToString(CultureInfo.InvariantCulture)
            : (number / Units.Scale(unit)).ToString("0.############################", CultureInfo.InvariantCulture) + unit;

    // Labels such as 人 are no part of a literal.
    private static string? FindUnit(BoundExpression operand, ImmutableArray<BoundArm> arms)
    {
        var declared = operand.Format?.Unit;
        if (declared == Units.Percent || Units.IsMoney(declared))
            return declared;
        return operand.Type is NumberType { Measure: Measure.Money }
            ? "元"
            : arms.SelectMany(arm => arm.Pattern.Syntax.DescendantNumbers).Any(number => number.Form == NumberForm.Percent) ? Units.Percent : null;
    }

    extension(SyntaxNode node)
    {
        private IEnumerable<NumberSyntax> DescendantNumbers =>
            node is NumberSyntax number ? [number] : node.Children.SelectMany(child => child.DescendantNumbers);
    }
}
