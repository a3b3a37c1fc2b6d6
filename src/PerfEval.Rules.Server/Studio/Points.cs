using System.Globalization;

namespace PerfEval.Rules.Server.Studio;

/// <summary>Points and other plain figures as the studio writes them: the same in every language.</summary>
internal static class Points
{
    private const string Shape = "0.####";

    /// <summary>A figure without zeros at its end.</summary>
    public static string Of(decimal points) => points.ToString(Shape, CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of(decimal)"/>
    public static string Of(decimal? points) => points is { } known ? Of(known) : "";
}
