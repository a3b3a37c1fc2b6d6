using System.Collections.Immutable;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Editing;

/// <summary>Carries a new name of an input, param or column into the cases of a rubric.</summary>
public static class CaseRenaming
{
    // Where names are keys: of the data and its evidence, and of the values that a case or report names.
    private static readonly ImmutableArray<string> Places = ["/Submission/data", "/Submission/evidence", "/Submission/reported/values", "/Expect/Values"];

    /// <summary>The changes of a case's text; empty where the case does not use the name. The rest of the text stays as it is.</summary>
    public static ImmutableArray<TextChange> Rename(string caseText, string name, string newName)
    {
        ArgumentNullException.ThrowIfNull(caseText);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(newName);
        var root = DocumentParser.Parse(caseText);
        return Rename(Places.SelectMany(place => MembersOf(root, place)), name, newName);
    }

    /// <summary>The same for a column of a table input.</summary>
    public static ImmutableArray<TextChange> RenameColumn(string caseText, string table, string column, string newName)
    {
        ArgumentNullException.ThrowIfNull(caseText);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(newName);
        var rows = MembersOf(DocumentParser.Parse(caseText), Places[0])
            .Where(member => Names.Normalize(member.Name) == Names.Normalize(table)).SelectMany(member => (member.Value as DocumentArray)?.Items ?? []);
        return Rename(rows.OfType<DocumentObject>().SelectMany(row => row.Members), column, newName);
    }

    private static ImmutableArray<DocumentMember> MembersOf(DocumentNode? root, string place) => DocumentPlace.Find(root, place) is (DocumentObject found, _, true) ? found.Members : [];

    private static ImmutableArray<TextChange> Rename(IEnumerable<DocumentMember> members, string name, string newName) =>
    [
        .. members.Where(member => Names.Normalize(member.Name) == Names.Normalize(name)).OrderBy(member => member.NameSpan.Start)
            .Select(member => new TextChange(new(member.NameSpan.Start + 1, member.NameSpan.Length - 2), TextMap.Escape(newName))),
    ];
}
