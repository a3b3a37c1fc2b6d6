using System.Text.RegularExpressions;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Storage.Audit;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>Entries of the audit trail in the words of the studio; what is sealed stays as it is, and stands in the titles.</summary>
internal static partial class AuditWords
{
    /// <summary>What was done; a name that has no words yet says enough as it is.</summary>
    public static string OfAction(AuditEntry entry, Texts texts) => texts["Action." + entry.Action] is { ResourceNotFound: false } words ? words.Value : entry.Action;

    /// <summary>Who did it.</summary>
    public static string OfActor(Actor actor, Texts texts) => actor.Id == Actor.Service.Id ? texts["Audit.Service"].Value : actor.Name;

    /// <summary>What is worth knowing of it: roles in words, revisions by their number, of a hash as much as tells it from others.</summary>
    public static string OfDetail(AuditEntry entry, Texts texts)
    {
        var isGrant = entry.Action.StartsWith("account.", StringComparison.Ordinal) || entry.Action.StartsWith("key.", StringComparison.Ordinal);
        return isGrant
            ? string.Join(" · ", entry.Detail.Split("; ").Select(part => InWords(part, texts)))
            : Hash().Replace(Revision().Replace(entry.Detail, match => texts["Audit.Revision", match.Groups["number"].Value] + " "), "$1…");
    }

    private static string InWords(string part, Texts texts) =>
        part.Split(',') is var roles && roles.All(role => Roles.All.Contains(role)) ? string.Join(" / ", roles.Select(role => texts["Role." + role].Value)) : part;

    [GeneratedRegex(@"^revision (?<number>\d+) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Revision();

    [GeneratedRegex(@"(\bsha256:[0-9a-f]{12})[0-9a-f]{52}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();
}
