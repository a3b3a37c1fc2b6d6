using System.Collections.Immutable;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Editing;

/// <summary>Carries a new name of an input or param into the cases of a rubric.</summary>
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
        var (root, normal) = (DocumentParser.Parse(caseText), Names.Normalize(name));
        var members = Places.SelectMany(place => DocumentPlace.Find(root, place) is (DocumentObject found, _, true) ? found.Members : []);
        return
        [
            .. members.Where(member => Names.Normalize(member.Name) == normal).OrderBy(member => member.NameSpan.Start)
                .Select(member => new TextChange(new(member.NameSpan.Start + 1, member.NameSpan.Length - 2), TextMap.Escape(newName))),
        ];
    }
}
