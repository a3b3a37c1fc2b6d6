using System.Collections.Immutable;
using System.Diagnostics;
using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding;

// Arguments against parameters, and lambdas.
internal sealed partial class Binder
{
    private ImmutableArray<BoundExpression> BindArguments(Function function, BoundExpression? first, ImmutableArray<ExpressionSyntax> arguments)
    {
        var bound = ImmutableArray.CreateBuilder<BoundExpression>(arguments.Length);
        var table = first?.Type as TableType;
        for (var i = 0; i < arguments.Length; i++)
        {
            var parameter = function.Parameters[Math.Min(i, function.Parameters.Length - 1)];
            bound.Add(parameter.Kind is ParameterKind.RowNumber or ParameterKind.RowBool
                ? BindRowArgument(function, parameter, arguments[i], table)
                : CheckArgument(function, parameter, arguments[i], i == 0 && first is not null ? first : Bind(arguments[i]), bound));
        }

        return bound.MoveToImmutable();
    }

    private BoundExpression CheckArgument(Function function, Parameter parameter, ExpressionSyntax syntax, BoundExpression bound, IReadOnlyList<BoundExpression> before)
    {
        if (bound.Type is ErrorType)
            return bound;

        if (!Takes(parameter.Kind, bound.Type))
            diagnostics.ArgumentType(syntax.Span, function.Name, parameter, bound.Type);
        else if (parameter.Kind == ParameterKind.Whole && bound is BoundLiteral { Value.Number: var number } && number != decimal.Truncate(number))
            diagnostics.NotWhole(syntax.Span, function.Name, parameter);
        else if (before is not [{ Type: TextSetType choices }] || IsChoice(bound, choices))
            return bound;
        return new BoundError(syntax, [bound]);
    }

    private static bool Takes(ParameterKind kind, ExpressionType type) => kind switch
    {
        ParameterKind.Number or ParameterKind.RowNumber => type is NumberType,
        ParameterKind.Whole => type is NumberType { Measure: not Measure.Money },
        ParameterKind.Bool or ParameterKind.RowBool => type is BoolType,
        ParameterKind.Text => type is TextType,
        ParameterKind.TextOrSet => type is TextType or TextSetType,
        ParameterKind.Date => type is DateType,
        ParameterKind.Any => true,
        ParameterKind.Table => type is TableType,
        _ => throw new UnreachableException(),
    };

    private BoundExpression BindRowArgument(Function function, Parameter parameter, ExpressionSyntax syntax, TableType? table)
    {
        if (syntax is not LambdaSyntax lambda)
        {
            if (syntax is not MissingSyntax)
                diagnostics.LambdaExpected(syntax.Span, function.Name, parameter, syntax is NameSyntax name && table?.IndexOf(name.Name) >= 0 ? $"p => p.{name.Name}" : null);
            return new BoundError(syntax, []);
        }

        // Without a table nothing is known of the row; the receiver is reported already.
        if (table is null)
            return new BoundError(syntax, []);

        var bound = BindLambda(lambda, table);
        if (bound.Type is ErrorType || Takes(parameter.Kind, bound.Type))
            return bound;

        diagnostics.ArgumentType(lambda.Body.Span, function.Name, parameter, bound.Type);
        return new BoundError(syntax, [bound]);
    }

    private BoundLambda BindLambda(LambdaSyntax syntax, TableType table)
    {
        if (syntax.Parameter.Length > 0 && (ReservedNames.Contains(syntax.Parameter) || scope.Find(syntax.Parameter) is not null)) // none: reported already
            diagnostics.LambdaParameterHides(syntax.ParameterSpan, syntax.Parameter);

        var parameter = new Symbol(SymbolKind.LambdaParameter, syntax.Parameter, new RowType(table), scope.Slots.Next());
        var inner = new Scope(scope, [parameter], scope.Slots);
        var body = new Binder(text, inner, speller, diagnostics).Bind(syntax.Body);
        return new BoundLambda(syntax, parameter, body) { Format = body.Format };
    }
}
