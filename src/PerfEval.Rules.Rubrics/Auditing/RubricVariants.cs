using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Auditing;

/// <summary>A rubric as a careless reader applies it: the same expressions with something left out.</summary>
internal static class RubricVariants
{
    // As many as a rounding rule can have.
    private const int AllDigits = 10;

    // More than any total.
    private const decimal Unbounded = 1_000_000_000;

    /// <summary>Nothing is rounded: neither by <c>round</c> nor by the rubric.</summary>
    public static CompiledRubric WithoutRounding(CompiledRubric rubric) => Rewrite(
        rubric,
        rubric.Document with { Rounding = new() { KeepsRulesUnrounded = true, Total = new(AllDigits, null), Weight = rubric.Document.Rounding?.Weight } },
        node => node is BoundCall { Function.Name: "round", Arguments: [var number, ..] } ? number : node);

    /// <summary>Without caps and floors inside the expressions: <c>min(1, x)</c>, <c>max(0, x)</c>, <c>clamp(x, …)</c> and <c>c ? Weight : x</c> are x.</summary>
    public static CompiledRubric WithoutCaps(CompiledRubric rubric) => Rewrite(rubric, rubric.Document, DropCap);

    /// <summary>With a total that may be anything.</summary>
    public static CompiledRubric WithoutTotalRange(CompiledRubric rubric) => Rewrite(rubric, rubric.Document with { TotalRange = new(-Unbounded, Unbounded) }, node => node);

    private static BoundExpression DropCap(BoundExpression node) => node switch
    {
        BoundCall { Function.Name: "min" or "max", Arguments: [var left, var right] } when IsConstant(left) != IsConstant(right) => IsConstant(left) ? right : left,
        BoundCall { Function.Name: "clamp", Arguments: [var number, ..] } => number,
        BoundConditional choice when IsWeight(choice.WhenTrue) && !IsConstant(choice.WhenFalse) => choice.WhenFalse,
        BoundConditional choice when IsWeight(choice.WhenFalse) && !IsConstant(choice.WhenTrue) => choice.WhenTrue,
        _ => node,
    };

    private static bool IsConstant(BoundExpression node) => node is BoundLiteral or BoundUnary { Operand: BoundLiteral } || IsWeight(node);

    private static bool IsWeight(BoundExpression node) => node is BoundName { Symbol: { Kind: SymbolKind.BuiltIn, Name: "Weight" } };

    private static CompiledRubric Rewrite(CompiledRubric rubric, Rubric document, Func<BoundExpression, BoundExpression> change)
    {
        return new()
        {
            Document = document,
            Hash = rubric.Hash,
            Inputs = rubric.Inputs,
            InputsByName = rubric.InputsByName,
            SlotCount = rubric.SlotCount,
            FirstInputSlot = rubric.FirstInputSlot,
            ConstantSlots = rubric.ConstantSlots,
            Params = [.. rubric.Params.Select(param => param with { Expression = Rewrite(param.Expression) })],
            ParamsAsDeclared = [.. rubric.ParamsAsDeclared.Select(param => param with { Expression = Rewrite(param.Expression) })],
            Rules = [.. rubric.Rules.Select(RewriteAll)],
            RuleCount = rubric.RuleCount,
            HasFixedCodes = rubric.HasFixedCodes,
            TotalSymbol = rubric.TotalSymbol,
            ScoresSymbol = rubric.ScoresSymbol,
            Overrides = rubric.Overrides,
            IsScored = rubric.IsScored,
        };

        Expression Rewrite(Expression expression) => expression.Rewrite(change);

        LinkedRule RewriteAll(LinkedRule rule) => Copy(rule, Rewrite, [.. rule.Rules.Select(RewriteAll)]);
    }

    private static LinkedRule Copy(LinkedRule rule, Func<Expression, Expression> rewrite, ImmutableArray<LinkedRule> children) => new()
    {
        Definition = rule.Definition,
        Kind = rule.Kind,
        Code = rule.Code,
        CodeTemplate = rule.CodeTemplate,
        Name = rule.Name,
        Weight = rule.Weight,
        WeightExpression = rule.WeightExpression,
        WeightSymbol = rule.WeightSymbol,
        Row = rule.Row,
        ForEach = rule.ForEach,
        IsPerRow = rule.IsPerRow,
        Params = [.. rule.Params.Select(param => param with { Expression = rewrite(param.Expression) })],
        NotApplicableWhen = rule.NotApplicableWhen,
        ZeroWhen = rule.ZeroWhen,
        FullWhen = rule.FullWhen,
        Score = rule.Score is null ? null : rewrite(rule.Score),
        Condition = rule.Condition,
        ChildrenSymbol = rule.ChildrenSymbol,
        Judged = rule.Judged,
        IsScript = rule.IsScript,
        Script = rule.Script,
        ScriptInputs = rule.ScriptInputs,
        OwnInputs = rule.OwnInputs,
        Rules = children,
    };
}
