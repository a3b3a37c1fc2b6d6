using System.Collections.Immutable;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Binding;

// Logic, and what takes one of several values.
internal sealed partial class Binder
{
    private BoundExpression BindLogical(ChainSyntax syntax)
    {
        var operands = ImmutableArray.CreateBuilder<BoundExpression>(syntax.Operands.Length);
        foreach (var operand in syntax.Operands)
            operands.Add(BindCondition(operand));
        var bound = operands.MoveToImmutable();
        return AnyIsError(bound) ? new BoundError(syntax, bound) : new BoundLogical(syntax, syntax.Operators[0].Kind, bound, ExpressionType.Bool);
    }

    private BoundExpression BindCoalesce(ChainSyntax syntax)
    {
        var operands = Bind(syntax.Operands);
        return JoinBranches(operands) is { } type
            ? new BoundLogical(syntax, OperatorKind.Coalesce, operands, type) { Format = Formats.Shared(type, operands) }
            : new BoundError(syntax, operands);
    }

    private BoundExpression BindConditional(ConditionalSyntax syntax)
    {
        var (condition, whenTrue, whenFalse) = (BindCondition(syntax.Condition), Bind(syntax.WhenTrue), Bind(syntax.WhenFalse));
        return JoinBranches([whenTrue, whenFalse]) is { } type && condition.Type is not ErrorType
            ? new BoundConditional(syntax, condition, whenTrue, whenFalse, type) { Format = Formats.Shared(type, [whenTrue, whenFalse]) }
            : new BoundError(syntax, [condition, whenTrue, whenFalse]);
    }

    private BoundExpression BindCondition(ExpressionSyntax syntax)
    {
        var condition = Bind(syntax);
        if (condition.Type is BoolType or ErrorType)
            return condition;

        diagnostics.ConditionExpected(syntax.Span, condition.Type);
        return new BoundError(syntax, [condition]);
    }

    /// <summary>The type of a value that is one of several, or null: one is wrong, or the first that disagrees is reported.</summary>
    private ExpressionType? JoinBranches(ImmutableArray<BoundExpression> branches)
    {
        if (AnyIsError(branches))
            return null;

        var joined = branches[0].Type;
        for (var i = 1; i < branches.Length; i++)
        {
            if (joined.Join(branches[i].Type) is not { } type)
            {
                ReportBranch(joined, branches[i], branches[..i]);
                return null;
            }

            joined = type;
        }

        return joined;
    }

    private void ReportBranch(ExpressionType joined, BoundExpression branch, ImmutableArray<BoundExpression> before)
    {
        var plain = joined is NumberType { Measure: Measure.Money } ? FindPlainLiteral(branch)
            : branch.Type is NumberType { Measure: Measure.Money } ? before.Select(FindPlainLiteral).FirstOrDefault(literal => literal is not null)
            : null;
        if (plain is not null)
            ReportPlainLiteral(plain);
        else
            diagnostics.BranchesDisagree(branch.Span, branch.Type, joined);
    }
}
