using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Linking;

internal sealed partial class Linker
{
    private LinkedCheck LinkCheck(Check check, Scope outer)
    {
        var forEach = BindOptional(check.ForEach, outer, Expected.Table);
        var row = forEach?.Type is TableType table ? new Symbol(SymbolKind.BuiltIn, "row", new RowType(table), slots.Next()) : null;
        var scope = row is null ? outer : new Scope(outer, [row], slots);
        var expression = Bind(check.Expression, scope, Expected.Bool);
        var sides = SidesOf(expression, scope);
        var tolerance = BindOptional(check.Tolerance, scope, Expected.Number);
        CheckTolerance(check, expression, sides, tolerance);
        return new(check, BindTemplate(check.Name, scope), expression)
        {
            When = BindOptional(check.When, scope, Expected.Bool),
            ForEach = forEach,
            Row = row,
            Sides = sides,
            Tolerance = tolerance,
            ToleranceScale = check.ToleranceIsNumber && sides is { } both && IsMoney(both.Left) ? Units.Scale((both.Left.Format ?? both.Right.Format)?.Unit) : 1,
            ErrorMessage = BindOptionalTemplate(check.ErrorMessage, scope),
        };
    }

    private void CheckTolerance(Check check, Expression expression, (Expression Left, Expression Right)? sides, Expression? tolerance)
    {
        if (tolerance is null || !expression.IsValid)
            return;
        if (sides is not { } both || !IsEquality(expression))
            diagnostics.ToleranceNeedsEquality(check.Path + "/Tolerance");
        else if (!check.ToleranceIsNumber && tolerance.Type is NumberType { Measure: not Measure.Either } && IsMoney(tolerance) != IsMoney(both.Left))
            diagnostics.ToleranceDoesNotFit(check.Path + "/Tolerance");
    }

    private static bool IsMoney(Expression expression) => expression.Type is NumberType { Measure: Measure.Money or Measure.Either };

    private static bool IsEquality(Expression expression) =>
        Unwrap(expression.Parsed.Root) is ComparisonSyntax { Operator.Kind: OperatorKind.Equal };

    private static (Expression Left, Expression Right)? SidesOf(Expression expression, Scope scope)
    {
        if (!expression.IsValid || Unwrap(expression.Parsed.Root) is not ComparisonSyntax comparison)
            return null;
        var (left, right) = (Side(expression, comparison.Left, scope), Side(expression, comparison.Right, scope));
        return left.Type is NumberType && right.Type is NumberType ? (left, right) : null;
    }

    private static Expression Side(Expression whole, ExpressionSyntax side, Scope scope) =>
        Expression.Compile(side.Span.Of(whole.Parsed.Text).ToString(), scope);

    private static ExpressionSyntax Unwrap(ExpressionSyntax syntax) =>
        syntax is ParenthesizedSyntax parenthesized ? Unwrap(parenthesized.Inner) : syntax;

    private LinkedOverride LinkOverride(Override item, Scope scope) =>
        new(item, Bind(item.When, scope, Expected.Bool), BindOptionalTemplate(item.Message, scope));

    // `score("…")` and `share("…")` over the codes of the rules; codes made of rows are known by what stands before the hole or bracket.
    private static ImmutableArray<Lookup> LookupsOver(Symbol scores, (ImmutableArray<string> Exact, ImmutableArray<string> Prefixes) codes)
    {
        bool IsKnown(string key) => codes.Exact.Contains(key) || codes.Prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));
        return [new("score", scores, 1, IsKnown, codes.Exact), new("share", scores, 2, IsKnown, codes.Exact)];
    }

    private static (ImmutableArray<string> Exact, ImmutableArray<string> Prefixes) CodesOf(ImmutableArray<LinkedRule> rules)
    {
        var all = rules.SelectMany(Subtree).Where(rule => rule.Kind != RuleKind.Information).ToList(); // which has no points
        return (
            [.. all.Where(rule => !rule.IsPerRow && rule.CodeTemplate is null).Select(rule => rule.Code)],
            [.. all.Where(rule => rule.IsPerRow || rule.CodeTemplate is not null).Select(rule => rule.CodeTemplate?.Prefix ?? rule.Code + "[")]);
    }
}
