using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Studio;

/// <summary>What people call a case, beside the name of the file that it lies in, which is narrower.</summary>
internal static partial class CaseTitles
{
    private const int MaxLength = 50;

    /// <summary>The name written in the case; the file's while it cannot be read.</summary>
    public static string Of(StoredCase stored) => CaseReader.Read(Encoding.UTF8.GetBytes(stored.Text)).Case?.Name ?? stored.Name;

    /// <summary>The file's name for a title: that of the case which has the title already, else one that is free.</summary>
    public static string NameFor(string title, ImmutableArray<StoredCase> taken)
    {
        if (taken.FirstOrDefault(stored => Of(stored) == title) is { } same)
            return same.Name;
        var plain = Outside().Replace(title, "-").Trim('.', ' ', '-');
        plain = plain[..Math.Min(plain.Length, MaxLength)].TrimEnd('.', ' ');
        var name = plain.Length == 0 ? "_" : plain;
        return Enumerable.Range(1, int.MaxValue)
            .Select(number => number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"))
            .First(free => taken.All(stored => stored.Name != free));
    }

    // What a name may hold: see DraftName.
    [GeneratedRegex(@"[^\p{L}\p{N}_. -]+", RegexOptions.CultureInvariant)]
    private static partial Regex Outside();
}
