using System.Diagnostics;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>A comparison of two decimals; numbers, days and bools all compare by theirs.</summary>
internal interface IComparison
{
    static abstract bool Holds(decimal left, decimal right);
}

internal readonly struct EqualTo : IComparison
{
    public static bool Holds(decimal left, decimal right) => left == right;
}

internal readonly struct NotEqualTo : IComparison
{
    public static bool Holds(decimal left, decimal right) => left != right;
}

internal readonly struct LessThan : IComparison
{
    public static bool Holds(decimal left, decimal right) => left < right;
}

internal readonly struct AtMost : IComparison
{
    public static bool Holds(decimal left, decimal right) => left <= right;
}

internal readonly struct GreaterThan : IComparison
{
    public static bool Holds(decimal left, decimal right) => left > right;
}

internal readonly struct AtLeast : IComparison
{
    public static bool Holds(decimal left, decimal right) => left >= right;
}

internal sealed partial class ValueCompiler
{
    private Evaluator CompileComparison(BoundComparison node) => (node.Operator.Left, node.Operator.Kind) switch
    {
        (OperandKind.Text, var kind) => CompileTexts(node, kind == OperatorKind.Equal),
        (_, OperatorKind.Equal) => CompileComparison<EqualTo>(node),
        (_, OperatorKind.NotEqual) => CompileComparison<NotEqualTo>(node),
        (_, OperatorKind.Less) => CompileComparison<LessThan>(node),
        (_, OperatorKind.LessOrEqual) => CompileComparison<AtMost>(node),
        (_, OperatorKind.Greater) => CompileComparison<GreaterThan>(node),
        (_, OperatorKind.GreaterOrEqual) => CompileComparison<AtLeast>(node),
        _ => throw new UnreachableException(),
    };

    private Evaluator CompileComparison<TComparison>(BoundComparison node)
        where TComparison : struct, IComparison
    {
        var (left, right) = (CompileRounded(node.Left, node.RoundsLeft), CompileRounded(node.Right, node.RoundsRight));
        return frame =>
        {
            var (first, second) = (left(frame), right(frame));
            return first.IsKnown && second.IsKnown ? Value.Of(TComparison.Holds(first.Raw, second.Raw)) : Absent.Of(first, second);
        };
    }

    private Evaluator CompileTexts(BoundComparison node, bool equal)
    {
        var (left, right) = (Compile(node.Left), Compile(node.Right));
        return frame =>
        {
            var (first, second) = (left(frame), right(frame));
            return first.IsKnown && second.IsKnown ? Value.Of(first.Equals(second) == equal) : Absent.Of(first, second);
        };
    }
}
