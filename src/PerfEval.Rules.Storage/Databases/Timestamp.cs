using System.Globalization;

namespace PerfEval.Rules.Storage.Databases;

/// <summary>Times as both databases keep them: UTC, to the microsecond, as text that sorts by time.</summary>
internal static class Timestamp
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) =>
        new(DateTime.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal));

    public static string? WriteOptional(DateTimeOffset? time) => time is { } known ? Write(known) : null;

    public static DateTimeOffset? ReadOptional(string? text) => text is null ? null : Read(text);
}
