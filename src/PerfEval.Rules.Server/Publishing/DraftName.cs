using System.Text.RegularExpressions;

namespace PerfEval.Rules.Server.Publishing;

/// <summary>What a draft or one of its cases may be called: a name that is also a file's in any system, in any script.</summary>
internal static partial class DraftName
{
    public static bool IsValid(string name) => Pattern().IsMatch(name);

    // No dot at either end, no separators, no characters that a file system or an address gives a meaning.
    [GeneratedRegex(@"^[\p{L}\p{N}_]([\p{L}\p{N}_. -]{0,58}[\p{L}\p{N}_-])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
