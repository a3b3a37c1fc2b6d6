namespace PerfEval.Rules.Storage.Evaluations;

/// <summary>Region codes of GB/T 2260: two digits each for province, city and county; pairs of zeros stand for all below.</summary>
public static class RegionCode
{
    /// <summary>What the codes of a region and of all below it begin with: 4403 for 440300, nothing for 000000.</summary>
    public static string Prefix(string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        while (region.Length >= 2 && region.EndsWith("00", StringComparison.Ordinal))
            region = region[..^2];
        return region;
    }

    /// <summary>Whether a region is another or lies above it.</summary>
    public static bool Covers(string region, string other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.StartsWith(Prefix(region), StringComparison.Ordinal);
    }
}
