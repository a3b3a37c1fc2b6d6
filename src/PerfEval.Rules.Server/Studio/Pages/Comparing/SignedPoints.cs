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
}
