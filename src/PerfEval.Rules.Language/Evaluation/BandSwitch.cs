namespace PerfEval.Rules.Language.Evaluation;

/// <summary>A switch over the bands of a number, its arms looked at in order.</summary>
internal sealed class BandSwitch<TOperand>(TOperand operand, BandArm[] arms, Value uncovered)
    where TOperand : struct, IOperand
{
    public Value Evaluate(Frame frame)
    {
        var value = operand.Get(frame);
        if (value.Kind != ValueKind.Number)
            return value;
        var number = value.Raw;
        foreach (ref readonly var arm in arms.AsSpan())
        {
            if (arm.Contains(number))
                return arm.Get(frame);
        }

        return uncovered;
    }
}

/// <summary>An arm: the band's ends unpacked, so that it costs one comparison an end, and its value, a closure only where it is no literal.</summary>
internal readonly struct BandArm(Interval band, Evaluator? evaluator, Value constant)
{
    private readonly decimal low = band.Low ?? 0;
    private readonly decimal high = band.High ?? 0;
    private readonly bool hasLow = band.Low is not null;
    private readonly bool hasHigh = band.High is not null;
    private readonly bool lowExcluded = band.LowExcluded;
    private readonly bool highExcluded = band.HighExcluded;

    public bool Contains(decimal number) =>
        (!hasLow || (lowExcluded ? number > low : number >= low))
        && (!hasHigh || (highExcluded ? number < high : number <= high));

    public Value Get(Frame frame) => evaluator is null ? constant : evaluator(frame);
}
