namespace PerfEval.Rules.Language.Binding;

/// <summary>Rebuilds a bound tree from its leaves up, each node offered for change once its children are done.</summary>
internal static class BoundRewriter
{
    public static BoundExpression Rewrite(BoundExpression node, Func<BoundExpression, BoundExpression> change)
    {
        return change(WithChildren(node, Again));

        BoundExpression Again(BoundExpression child) => Rewrite(child, change);
    }

    private static BoundExpression WithChildren(BoundExpression node, Func<BoundExpression, BoundExpression> again) => node switch
    {
        BoundCell cell => cell with { Row = again(cell.Row) },
        BoundIndex index => index with { Table = again(index.Table), Key = again(index.Key) },
        BoundUnary unary => unary with { Operand = again(unary.Operand) },
        BoundArithmetic chain => chain with { First = again(chain.First), Steps = [.. chain.Steps.Select(step => step with { Operand = again(step.Operand) })] },
        BoundComparison comparison => comparison with { Left = again(comparison.Left), Right = again(comparison.Right) },
        BoundLogical logical => logical with { Operands = [.. logical.Operands.Select(again)] },
        BoundConditional choice => choice with { Condition = again(choice.Condition), WhenTrue = again(choice.WhenTrue), WhenFalse = again(choice.WhenFalse) },
        BoundIs test => test with { Operand = again(test.Operand) },
        BoundSwitch choice => choice with { Operand = again(choice.Operand), Arms = [.. choice.Arms.Select(arm => WithChildren(arm, again))] },
        BoundCall call => call with { Arguments = [.. call.Arguments.Select(again)] },
        BoundLambda lambda => lambda with { Body = again(lambda.Body) },
        _ => node,
    };

    private static BoundArm WithChildren(BoundArm arm, Func<BoundExpression, BoundExpression> again) =>
        arm with { When = arm.When is null ? null : again(arm.When), Value = again(arm.Value) };
}
