using System.Globalization;
using PerfEval.Rules.Language.Evaluation;

namespace PerfEval.Rules.Language.Tests.Evaluation;

/// <summary>Bounds written for test data: <c>[5.4, 6)</c>, <c>(-∞, 3]</c>, <c>5</c>, <c>true | false | missing | fails</c>.</summary>
internal static class BoundsNotation
{
    public static string Write(Bounds bounds) => string.Join(" | ", Outcomes(bounds));

    public static string Write(Interval interval) => interval.IsPoint
        ? Number(interval.Low)
        : $"{(interval.Low is null || interval.LowExcluded ? '(' : '[')}{(interval.Low is null ? "-∞" : Number(interval.Low))}, {(interval.High is null ? "∞" : Number(interval.High))}{(interval.High is null || interval.HighExcluded ? ')' : ']')}";

    /// <summary>Whether an outcome is among those that bounds allow.</summary>
    public static bool Allows(this Bounds bounds, Value outcome) => outcome.Kind switch
    {
        ValueKind.Missing => bounds.MayBeMissing,
        ValueKind.Failed => bounds.MayFail,
        ValueKind.Number => bounds.Numbers is { } numbers && numbers.Contains(outcome.Number),
        ValueKind.Bool => outcome.IsTrue ? bounds.MayBeTrue : bounds.MayBeFalse,
        _ => bounds.MayBeAnything || bounds.Single == outcome,
    };

    private static IEnumerable<string> Outcomes(Bounds bounds)
    {
        if (bounds.Numbers is { } numbers)
            yield return Write(numbers);
        if (bounds.MayBeTrue)
            yield return "true";
        if (bounds.MayBeFalse)
            yield return "false";
        if (bounds.MayBeAnything)
            yield return "anything";
        else if (bounds.Single.IsKnown)
            yield return bounds.Single.ToString();
        if (bounds.MayBeMissing)
            yield return "missing";
        if (bounds.MayFail)
            yield return "fails";
    }

    private static string Number(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
}
