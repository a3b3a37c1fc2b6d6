using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Tests.Binding;

/// <summary>A type as the cases write it: <c>number~ %</c> is an inexact number written as a percentage.</summary>
internal static class TypeText
{
    public static string Of(Expression expression) =>
        Of(expression.Type) + (expression.Format is { Unit: { } unit, Digits: var digits } ? $" {unit}{(digits is null ? "" : $".{digits}")}" : "");

    public static string Of(ExpressionType type) => type switch
    {
        NumberType number => (number.Measure == Measure.Either ? "zero" : number.Title.En) + (number.IsInexact ? "~" : ""),
        BoolType => "bool",
        _ => type.Title.En.Replace("`", "", StringComparison.Ordinal),
    };
}
