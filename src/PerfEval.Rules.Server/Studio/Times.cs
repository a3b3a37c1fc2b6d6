using System.Globalization;

namespace PerfEval.Rules.Server.Studio;

/// <summary>Times as they are shown: those of China, which has known no summer time since 1991.</summary>
internal static class Times
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static string Of(DateTimeOffset time) => time.ToOffset(China).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>To the second, where several things happen in one minute.</summary>
    public static string OfSecond(DateTimeOffset time) => time.ToOffset(China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
