using PerfEval.Rules.Language.Binding;

namespace PerfEval.Rules.Language.Evaluation;

/// <summary>What patterns match of the values that bounds allow; missing ones are the caller's.</summary>
internal static class PatternBounds
{
    public static (bool MayMatch, bool MayMiss) Match(BoundPattern pattern, Bounds bounds)
    {
        if (!bounds.MayHaveValue)
            return (false, false);
        if (bounds.Numbers is { } numbers)
            return MatchNumbers(pattern, numbers);
        if (bounds.MayBeAnything)
            return MatchAnything(pattern);
        var matches = Patterns.Compile(pattern);
        var (mayMatch, mayMiss) = (false, false);
        foreach (var value in Options(bounds))
        {
            var isMatch = matches(value);
            mayMatch |= isMatch;
            mayMiss |= !isMatch;
        }

        return (mayMatch, mayMiss);
    }

    /// <summary>The numbers of a range that a pattern may match; as it is where that is no one interval.</summary>
    public static Interval? Narrow(BoundPattern pattern, Interval? numbers) =>
        numbers is { } range && Patterns.FindBand(pattern) is { Numbers: { } band } ? range.Intersect(band) : numbers;

    /// <summary>The numbers of a range that a pattern does not match, or more where that is no one interval; null: none.</summary>
    public static Interval? Without(BoundPattern pattern, Interval? numbers)
    {
        if (numbers is not { } range || Patterns.FindBand(pattern) is not { Numbers: { } band })
            return numbers;
        var below = band.Low is { } low ? range.Intersect(new(null, false, low, !band.LowExcluded)) : null;
        var above = band.High is { } high ? range.Intersect(new(high, !band.HighExcluded, null, false)) : null;
        return below is { } b && above is { } a ? b.Union(a) : below ?? above;
    }

    private static (bool MayMatch, bool MayMiss) MatchNumbers(BoundPattern pattern, Interval numbers)
    {
        if (Patterns.FindBand(pattern) is { } band)
            return (band.Numbers?.Intersect(numbers) is not null, !(band.Numbers is { } all && all.Covers(numbers)));
        return pattern switch
        {
            BoundLogicalPattern logical => Join(logical, part => MatchNumbers(part, numbers)),
            BoundNotPattern not => Swap(MatchNumbers(not.Pattern, numbers)),
            _ => (true, true),
        };
    }

    private static (bool MayMatch, bool MayMiss) MatchAnything(BoundPattern pattern) => pattern switch
    {
        BoundDiscardPattern => (true, false),
        BoundNullPattern or BoundErrorPattern => (false, true),
        BoundLogicalPattern logical => Join(logical, MatchAnything),
        BoundNotPattern not => Swap(MatchAnything(not.Pattern)),
        _ => (true, true),
    };

    private static (bool MayMatch, bool MayMiss) Join(BoundLogicalPattern pattern, Func<BoundPattern, (bool MayMatch, bool MayMiss)> match)
    {
        var parts = pattern.Patterns.Select(match).ToArray();
        return pattern.IsAnd
            ? (parts.All(part => part.MayMatch), parts.Any(part => part.MayMiss))
            : (parts.Any(part => part.MayMatch), parts.All(part => part.MayMiss));
    }

    private static (bool MayMatch, bool MayMiss) Swap((bool MayMatch, bool MayMiss) pattern) => (pattern.MayMiss, pattern.MayMatch);

    private static IEnumerable<Value> Options(Bounds bounds)
    {
        if (bounds.MayBeTrue)
            yield return Value.Of(true);
        if (bounds.MayBeFalse)
            yield return Value.Of(false);
        if (bounds.Single.IsKnown)
            yield return bounds.Single;
    }
}
