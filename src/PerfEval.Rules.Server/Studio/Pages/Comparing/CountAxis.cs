namespace PerfEval.Rules.Server.Studio.Pages.Comparing;

/// <summary>An axis of a chart that counts: its marks are whole numbers, none of them twice.</summary>
/// <param name="Step">From one mark to the next: 1, 2 or 5 times a power of ten.</param>
/// <param name="Max">The last mark, which nothing counted exceeds.</param>
public readonly record struct CountAxis(long Step, long Max)
{
    private const int MostSteps = 5;

    /// <summary>The axis for counts up to a number.</summary>
    public static CountAxis For(long most)
    {
        var step = 1L;
        for (var power = 1L; step * MostSteps < most; power *= 10)
            step = Fitting(power, most);
        return new(step, Math.Max(1, (most + step - 1) / step) * step);
    }

    private static long Fitting(long power, long most) => ((long[])[1, 2, 5]).Select(digit => digit * power).FirstOrDefault(step => step * MostSteps >= most, 5 * power);
}
