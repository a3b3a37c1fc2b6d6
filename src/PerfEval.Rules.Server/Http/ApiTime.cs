using System.Globalization;

namespace PerfEval.Rules.Server.Http;

/// <summary>Times as the API writes them: UTC, to the millisecond.</summary>
internal static class ApiTime
{
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
