using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Editing;

namespace PerfEval.Rules.Server.Studio.Pages.Authoring;

/// <summary>A name that was changed in the document and is to be changed in the data, too: in the cases and on trial.</summary>
/// <param name="Table">The table whose column it is; null: an input, param or table.</param>
public sealed record CarriedName(string? Table, string Old, string New)
{
    /// <summary>The change that undoes it.</summary>
    public CarriedName Back => new(Table, New, Old);

    /// <summary>The changes of a case's text.</summary>
    public ImmutableArray<TextChange> In(string caseText) =>
        Table is null ? CaseRenaming.Rename(caseText, Old, New) : CaseRenaming.RenameColumn(caseText, Table, Old, New);
}
