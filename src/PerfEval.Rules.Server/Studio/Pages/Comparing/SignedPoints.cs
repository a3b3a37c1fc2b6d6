namespace PerfEval.Rules.Server.Studio.Pages.Comparing;

/// <summary>Differences as they are shown: with their sign, and nothing for none.</summary>
internal static class SignedPoints
{
    public static string Of(decimal? difference) => difference switch
    {
        null or 0 => "",
        > 0 => "+" + Points.Of(difference),
        _ => Points.Of(difference),
    };

    /// <summary>A mean, which is 0 where all stays as it is.</summary>
    public static string OfMean(decimal mean) => mean == 0 ? "0" : Of(mean);
}
