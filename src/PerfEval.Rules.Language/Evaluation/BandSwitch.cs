namespace PerfEval.Rules.Language.Evaluation;

/// <summary>A switch over the bands of a number, its arms looked at in order.</summary>
internal sealed class BandSwitch(Evaluator operand, (BandLimits Limits, Evaluator Value)[] arms, Value uncovered)
{
    public Value Evaluate(Frame frame)
    {
        var value = operand(frame);
        if (value.Kind != ValueKind.Number)
            return value;
        foreach (var (limits, arm) in arms)
        {
            if (limits.Contains(value.Raw))
                return arm(frame);
        }

        return uncovered;
    }
}

/// <summary>The ends of a band unpacked, so that each costs one comparison.</summary>
internal readonly struct BandLimits(Interval band)
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
}
