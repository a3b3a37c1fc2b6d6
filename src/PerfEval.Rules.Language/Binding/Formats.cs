using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding;

/// <summary>How a result is written, from the formats of what it was made of.</summary>
internal static class Formats
{
    /// <summary>
    /// For a sum of the parts or one of them: money takes the unit of the first money part; a plain number keeps a unit that all parts have.
    /// Digits stay where all agree. The literal 0 has no say.
    /// </summary>
    public static NumberFormat? Shared(ExpressionType result, IEnumerable<BoundExpression> parts)
    {
        if (result is not NumberType { Measure: var measure })
            return null;
        var formats = parts.Where(part => part.Type is NumberType { Measure: not Measure.Either }).Select(part => part.Format).ToHashSet();
        if (formats.Count <= 1)
            return formats.FirstOrDefault();
        var units = formats.Select(format => format?.Unit).Where(unit => measure == Measure.Plain || unit is not null).ToHashSet();
        if (measure == Measure.Plain && units.Count > 1)
            return null;
        return units.FirstOrDefault() is { } unit ? new NumberFormat(unit, CommonDigits(formats)) : null;
    }

    /// <summary>For a product or quotient: money takes the unit of the first money operand, anything else is written plain.</summary>
    public static NumberFormat? OfProduct(ExpressionType result, IEnumerable<BoundExpression> operands) =>
        result is NumberType { Measure: Measure.Money }
        && operands.FirstOrDefault(operand => operand is { Type: NumberType { Measure: Measure.Money }, Format.Unit: not null }) is { } money
            ? new NumberFormat(money.Format!.Unit) // the pattern above
            : null;

    private static int? CommonDigits(HashSet<NumberFormat?> formats) =>
        formats.Select(format => format?.Digits).Distinct().Take(2).ToArray() is [var digits] ? digits : null;
}
