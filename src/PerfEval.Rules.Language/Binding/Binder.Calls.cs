using System.Collections.Immutable;
using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding;

// Which function is called, and with how many arguments.
internal sealed partial class Binder
{
    private BoundExpression BindCall(CallSyntax syntax)
    {
        if (syntax.Receiver is null && scope.FindLookup(syntax.Name) is { } lookup)
            return BindLookup(syntax, lookup);

        var overloads = FunctionTable.Find(syntax.Name);
        if (overloads.IsEmpty)
        {
            var parts = BindParts(syntax);
            diagnostics.UnknownFunction(syntax.NameSpan, syntax.Name, speller.FindFunction(syntax.Name, scope, isBehindDot: syntax.Receiver is not null));
            return new BoundError(syntax, parts);
        }

        if (syntax.Receiver is null)
            return BindCall(syntax, overloads, syntax.Arguments);
        return overloads.Any(function => function.IsTableFunction)
            ? BindCall(syntax, [.. overloads.Where(function => function.IsTableFunction)], syntax.Arguments.Insert(0, syntax.Receiver))
            : BindNotAfterDot(syntax, syntax.Receiver, overloads[0]);
    }

    private BoundError BindNotAfterDot(CallSyntax syntax, ExpressionSyntax receiver, Function function)
    {
        var parts = BindParts(syntax);
        IEnumerable<ExpressionSyntax> arguments = [receiver, .. syntax.Arguments];
        var rewritten = $"{function.Name}({string.Join(", ", arguments.Select(argument => argument.Span.Of(text).ToString()))})";
        diagnostics.NotAfterDot(syntax.NameSpan, syntax.Span, function.Name, rewritten);
        return new(syntax, parts);
    }

    /// <summary>What can be bound of a call whose function is not known: everything but lambdas.</summary>
    private ImmutableArray<BoundExpression> BindParts(CallSyntax syntax)
    {
        IEnumerable<ExpressionSyntax> parts = syntax.Receiver is { } receiver ? [receiver, .. syntax.Arguments] : syntax.Arguments;
        return Bind([.. parts.Where(part => part is not LambdaSyntax)]);
    }

    private BoundExpression BindCall(CallSyntax syntax, ImmutableArray<Function> overloads, ImmutableArray<ExpressionSyntax> arguments)
    {
        var first = arguments is [not LambdaSyntax and var expression, ..] ? Bind(expression) : null;
        var function = Choose(overloads, first, arguments);
        if (!IsCountRight(function, arguments.Length))
        {
            diagnostics.ArgumentCount(syntax.NameSpan, function.Signature, arguments.Length);
            var rest = Bind([.. arguments.Skip(1).Where(argument => argument is not LambdaSyntax)]);
            return new BoundError(syntax, first is null ? rest : rest.Insert(0, first));
        }

        var bound = BindArguments(function, first, arguments);
        if (AnyIsError(bound) || FindConstant(syntax) is { Value.IsFailed: true }) // a day that is none
            return new BoundError(syntax, bound);
        if (function.ResultType(bound) is not { } type)
        {
            ReportMeasures(syntax, function, bound);
            return new BoundError(syntax, bound);
        }

        return new BoundCall(syntax, function, bound, type) { Format = Formats.Shared(type, FormatGivers(function, bound)) };
    }

    // Overloads differ in one thing: whether they take a table. A function of many numbers may be called with any number of them.
    private static Function Choose(ImmutableArray<Function> overloads, BoundExpression? first, ImmutableArray<ExpressionSyntax> arguments)
    {
        var takesTable = first?.Type is TableType || arguments.Any(argument => argument is LambdaSyntax);
        return overloads.FirstOrDefault(function => function.IsTableFunction == takesTable) ?? overloads[0];
    }

    private static bool IsCountRight(Function function, int count) =>
        count >= function.Parameters.Count(parameter => !parameter.IsOptional)
        && (count <= function.Parameters.Length || function.Parameters[^1].IsRepeated);

    private static IEnumerable<BoundExpression> FormatGivers(Function function, ImmutableArray<BoundExpression> arguments) =>
        function.Parameters[^1].IsRepeated
            ? arguments
            : function.FormatFrom.Where(index => index < arguments.Length).Select(index => arguments[index]);

    private void ReportMeasures(CallSyntax syntax, Function function, ImmutableArray<BoundExpression> arguments)
    {
        var hasMoney = arguments.Any(argument => argument.Type is NumberType { Measure: Measure.Money });
        if (hasMoney && arguments.Select(FindPlainLiteral).FirstOrDefault(literal => literal is not null) is { } plain)
            ReportPlainLiteral(plain);
        else
            diagnostics.MeasuresDisagree(syntax.NameSpan, function.Name);
    }

    private BoundExpression BindLookup(CallSyntax syntax, Lookup lookup)
    {
        var arguments = BindParts(syntax);
        if (arguments is not [var key] || syntax.Arguments.Length != 1)
        {
            diagnostics.ArgumentCount(syntax.NameSpan, $"{lookup.Name}(code)", syntax.Arguments.Length);
            return new BoundError(syntax, arguments);
        }

        if (key.Type is ErrorType || !IsKeyOf(lookup, key))
            return new BoundError(syntax, arguments);

        var table = (TableType)lookup.Table.Type;
        var row = new BoundIndex(syntax, new BoundName(syntax, lookup.Table), key, new RowType(table));
        var column = table.Columns[lookup.ColumnIndex];
        return new BoundCell(syntax, row, lookup.ColumnIndex, column) { Format = column.Format };
    }

    private bool IsKeyOf(Lookup lookup, BoundExpression key)
    {
        if (key.Type is not TextType)
            diagnostics.ArgumentType(key.Span, lookup.Name, new("code", ParameterKind.Text, Bilingual.Same("code")), key.Type);
        else if (key is BoundLiteral { Value.Text: var written } && !lookup.IsKnownKey(written))
            diagnostics.UnknownKey(key.Span, lookup.Name, written, speller.Find(written, lookup.KnownKeys));
        else
            return true;
        return false;
    }
}
