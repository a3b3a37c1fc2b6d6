using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PerfEval.Rules.Server.Studio.Pages.Shelf;

/// <summary>A region in the tree beside the library.</summary>
/// <param name="Code">Its code without the zeros at its end; the nation's has six.</param>
/// <param name="Level">0 province or nation, 1 city, 2 district.</param>
/// <param name="Count">Rubrics in it and below.</param>
internal sealed partial record ShelfRegion(string Code, string Name, int Level, int Count)
{
    private static readonly ImmutableArray<int> DigitsByLevel = [2, 4, 6];

    /// <summary>The tree, flat: every region behind the one it lies in.</summary>
    public static ImmutableArray<ShelfRegion> TreeOf(ImmutableArray<ShelfEntry> entries)
    {
        var nation = entries.Where(entry => IsNation(entry.Key.Region)).ToList();
        var local = entries.Where(entry => !IsNation(entry.Key.Region)).ToList();
        var regions = ImmutableArray.CreateBuilder<ShelfRegion>();
        if (nation.Count > 0)
            regions.Add(new(nation[0].Key.Region, nation[0].RegionName, 0, nation.Count));
        var codes = local.SelectMany(entry => PathTo(entry.Key.Region)).Distinct().Order(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            var inside = local.Where(entry => entry.Key.Region.StartsWith(code, StringComparison.Ordinal)).ToList();
            var level = DigitsByLevel.IndexOf(code.Length);
            regions.Add(new(code, NameAt(level, inside[0], code), level, inside.Count));
        }

        return regions.DrainToImmutable();
    }

    private static bool IsNation(string code) => code.TrimEnd('0').Length == 0;

    private static IEnumerable<string> PathTo(string code) =>
        DigitsByLevel.Where(digits => digits <= code.Length).Select(digits => code[..digits]).Where((part, i) => i == 0 || part[^2..] != "00");

    // The printed name holds the whole path: 广东省深圳市罗湖区.
    private static string NameAt(int level, ShelfEntry entry, string code)
    {
        var parts = NameParts().Match(entry.RegionName);
        var name = parts.Groups[level + 1].Value;
        return parts.Success && name.Length > 0 ? name : code;
    }

    [GeneratedRegex("^(.+?(?:省|自治区|特别行政区|市))?(.+?(?:市|自治州|地区|盟))?(.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex NameParts();
}
