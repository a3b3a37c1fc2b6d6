namespace PerfEval.Rules.Server.Studio.Pages.Shelf;

/// <summary>What the columns of a printed table are called.</summary>
internal static class LevelNames
{
    private const int Deepest = 4;

    /// <param name="level">From 1.</param>
    public static string Of(int level, Texts texts) => texts["Sheet.Level" + Math.Min(level, Deepest).ToString(System.Globalization.CultureInfo.InvariantCulture)];
}
