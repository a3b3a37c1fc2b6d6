using System.Globalization;

namespace PerfEval.Rules.Server.Studio.Controls;

/// <summary>Names of editors, each given once while the process lives.</summary>
internal static class EditorIds
{
    private static long last;

    public static string Next(string prefix) => prefix + Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
}
