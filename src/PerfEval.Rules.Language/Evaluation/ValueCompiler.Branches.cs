using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Language.Evaluation;

internal sealed partial class ValueCompiler
{
    private Evaluator CompileIs(BoundIs node)
    {
        var operand = CompileRounded(node.Operand, node.Rounds);
        var matches = Patterns.Compile(node.Pattern);
        var asksForMissing = Patterns.AsksForMissing(node.Pattern);
        var whenMissing = Value.Of(Patterns.MatchesMissing(node.Pattern));
        var whenBounded = node.Operand.IsPlainRead && Patterns.FindAnswerForAnyValue(node.Pattern) is { } answer ? Value.Of(answer) : (Value?)null;
        return frame =>
        {
            var value = operand(frame);
            if (value.IsKnown)
                return Value.Of(matches(value));
            if (value.IsMissing && !value.IsAbsent)
                return whenBounded ?? value;
            return value.IsMissing && asksForMissing ? whenMissing : value;
        };
    }

    private Evaluator CompileSwitch(BoundSwitch node)
    {
        var uncovered = Value.Failed(new(node.Span, new("没有分支与该值相符", "no arm matches the value")));
        if (node.Operand.Type is NumberType && FindBands(node) is { } bands)
            return CompileBands(node, bands, uncovered);
        var operand = CompileRounded(node.Operand, node.Rounds);
        var arms = node.Arms.Select(CompileArm).ToArray();
        return frame =>
        {
            var value = operand(frame);
            return value.IsFailed ? value : Choose(arms, value, frame, uncovered);
        };
    }

    private Evaluator CompileBands(BoundSwitch node, Interval[] bands, Value uncovered)
    {
        var arms = new (BandLimits, Evaluator)[bands.Length];
        for (var i = 0; i < arms.Length; i++)
            arms[i] = (new(bands[i]), Compile(node.Arms[i].Value));
        return new BandSwitch(CompileRounded(node.Operand, node.Rounds), arms, uncovered).Evaluate;
    }

    private static Value Choose(Arm[] arms, in Value value, Frame frame, in Value uncovered)
    {
        foreach (var arm in arms)
        {
            if (!(value.IsKnown ? arm.Matches(value) : arm.MatchesMissing && value.IsAbsent))
                continue;
            if (arm.When is null)
                return arm.Value(frame);
            var condition = arm.When(frame);
            if (!condition.IsKnown)
                return condition;
            if (condition.IsTrue)
                return arm.Value(frame);
        }

        return value.IsKnown ? uncovered : value;
    }

    private Arm CompileArm(BoundArm arm) => new(
        Patterns.Compile(arm.Pattern),
        Patterns.MatchesMissing(arm.Pattern),
        arm.When is null ? null : Compile(arm.When),
        Compile(arm.Value));

    /// <summary>The bands of a switch whose arms are plain intervals, which is how scoring standards are written; else null.</summary>
    internal static Interval[]? FindBands(BoundSwitch node)
    {
        var bands = new Interval[node.Arms.Length];
        for (var i = 0; i < bands.Length; i++)
        {
            var arm = node.Arms[i];
            if (arm.When is not null || Patterns.AsksForMissing(arm.Pattern) || Patterns.FindBand(arm.Pattern) is not { Numbers: { } numbers })
                return null;
            bands[i] = numbers;
        }

        return bands;
    }

    private sealed record Arm(Matcher Matches, bool MatchesMissing, Evaluator? When, Evaluator Value);
}
