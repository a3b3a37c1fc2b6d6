using System.Globalization;

namespace PerfEval.Rules.Server.Studio.Pages.Shelf;

/// <summary>What of the library is shown; an empty text takes everything.</summary>
/// <param name="Words">Each must occur in title, name, region or hash.</param>
/// <param name="Region">A code without the zeros at its end, so that a province takes its cities.</param>
/// <param name="Scope">A scope without its variant.</param>
internal sealed record LibraryFilter(string Words, string Region, string Year, string Scope)
{
    public static LibraryFilter None { get; } = new("", "", "", "");

    public bool Takes(ShelfEntry entry) =>
        entry.Key.Region.StartsWith(Region, StringComparison.Ordinal)
        && (Year.Length == 0 || Year == entry.Key.Year.ToString(CultureInfo.InvariantCulture))
        && (Scope.Length == 0 || Scope == ScopeNames.FamilyOf(entry.Key.Scope))
        && Words.Split((char[])[' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries).All(word => entry.Searched.Contains(word, StringComparison.OrdinalIgnoreCase));
}
