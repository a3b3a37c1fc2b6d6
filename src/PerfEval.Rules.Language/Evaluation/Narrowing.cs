using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>A number by name of which a branch knows more than its bounds: it is only reached where a condition holds.</summary>
internal sealed class Narrowing(Symbol symbol, bool rounds, Interval? holds, Interval? fails)
{
    /// <summary>A number that is compared rounded may lie this far outside.</summary>
    private const decimal Residue = 0.00000000000000000001m;

    /// <summary>What a comparison of a name with a literal tells, or null.</summary>
    public static Narrowing? Find(BoundExpression condition)
    {
        if (condition is not BoundComparison { Left: BoundName name, Right: BoundLiteral { Value.Kind: ValueKind.Number } limit } comparison)
            return null;
        return Complement(comparison.Operator.Kind) is { } opposite
            ? new(name.Symbol, comparison.RoundsLeft, Interval.Where(comparison.Operator.Kind, limit.Value.Number), Interval.Where(opposite, limit.Value.Number))
            : null;
    }

    /// <summary>The name that a switch looks at, or null.</summary>
    public static Symbol? FindOperand(BoundSwitch node) => node.Operand is BoundName { Type: NumberType } name ? name.Symbol : null;

    /// <summary>A branch's bounds with the name narrowed to where the condition holds or does not.</summary>
    public Bounds Evaluate(BoundsEvaluator branch, BoundsFrame frame, bool whenHolds) => Evaluate(branch, frame, symbol, rounds, whenHolds ? holds : fails);

    /// <summary>A branch's bounds with a name narrowed to a range.</summary>
    public static Bounds Evaluate(BoundsEvaluator branch, BoundsFrame frame, Symbol symbol, bool rounds, Interval? range)
    {
        var bounds = frame.Find(symbol.Slot) ?? Bounds.Of(frame.Frame.Slots[symbol.Slot], symbol.Type, frame);
        if (range is not { } within || bounds.Numbers is not { IsPoint: false } numbers || numbers.Intersect(rounds ? Widen(within) : within) is not { } narrowed)
            return branch(frame);
        var before = frame.Replace(symbol.Slot, bounds with { Numbers = narrowed });
        var result = branch(frame);
        frame.Replace(symbol.Slot, before);
        return result;
    }

    private static Interval Widen(Interval range) => Interval.Add(range, Interval.Closed(-Residue, Residue)).Numbers with { LowExcluded = false, HighExcluded = false };

    private static OperatorKind? Complement(OperatorKind kind) => kind switch
    {
        OperatorKind.Less => OperatorKind.GreaterOrEqual,
        OperatorKind.LessOrEqual => OperatorKind.Greater,
        OperatorKind.Greater => OperatorKind.LessOrEqual,
        OperatorKind.GreaterOrEqual => OperatorKind.Less,
        _ => null,
    };
}
