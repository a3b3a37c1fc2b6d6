using System.Globalization;

namespace PerfEval.Rules.Rubrics.Documents;

/// <summary>A version that can be ordered: by its three numbers, a pre-release before its release.</summary>
public readonly record struct SemanticVersion(int Major, int Minor, int Patch, string PreRelease) : IComparable<SemanticVersion>
{
    /// <summary>Reads <c>1.2.3</c> or <c>1.2.3-beta</c>; what is not a number counts as 0.</summary>
    public static SemanticVersion Of(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var (numbers, pre) = version.Split('-', 2) is [var before, var after] ? (before, after) : (version, "");
        var parts = numbers.Split('.');
        return new(Part(parts, 0), Part(parts, 1), Part(parts, 2), pre);
    }

    /// <inheritdoc/>
    public int CompareTo(SemanticVersion other)
    {
        var order = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        if (order != 0)
            return order;
        return (PreRelease.Length == 0, other.PreRelease.Length == 0) switch
        {
            (true, true) => 0,
            (true, false) => 1,
            (false, true) => -1,
            _ => string.CompareOrdinal(PreRelease, other.PreRelease),
        };
    }

    /// <summary>By order.</summary>
    public static bool operator <(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) < 0;

    /// <summary>By order.</summary>
    public static bool operator >(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) > 0;

    /// <summary>By order.</summary>
    public static bool operator <=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) <= 0;

    /// <summary>By order.</summary>
    public static bool operator >=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) >= 0;

    private static int Part(string[] parts, int index) =>
        index < parts.Length && int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
