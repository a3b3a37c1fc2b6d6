using System.Text;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Studio.Pages;

// The cases of a draft are kept one by one; a change never overwrites what somebody else has made of the case since it was read.
public sealed partial class AuthorPage
{
    private readonly List<CaseConflict> caseConflicts = [];

    private Task KeepCase(StoredCase made) => ChangeCaseAsync(made.Name, made, Known(made.Name)?.Hash);

    private Task DropCase(string name) => ChangeCaseAsync(name, null, Known(name)?.Hash);

    private StoredCase? Known(string name) => cases.FirstOrDefault(stored => stored.Name == name);

    /// <param name="mine">Null: it is removed.</param>
    /// <param name="hash">Of the text that this was made from; null: there was none.</param>
    private async Task ChangeCaseAsync(string name, StoredCase? mine, string? hash)
    {
        if (!await IsAdmittedAsync())
            return;
        var place = new DraftPlace(Key, Name);
        var result = (mine, hash) switch
        {
            ({ } made, _) => await Publication.PutCaseAsync(Caller, place, made, hash, Closing),
            (_, { } known) => await Publication.RemoveCaseAsync(Caller, place, name, known, Closing),
            _ => new(PublicationOutcome.Done),
        };
        var isLost = result.Outcome is PublicationOutcome.Stale or PublicationOutcome.Exists;
        var isDone = isLost || result.Outcome == PublicationOutcome.Done || (mine is null && result.Outcome == PublicationOutcome.Missing);
        fault = isDone ? null : "Outcome." + result.Outcome;
        if (isLost)
            caseConflicts.Add(new(name, mine, result.Case));
        cases = await Drafts.ReadCasesAsync(draft!.Id, Closing); // the page is shown only with a draft
    }

    private void TakeTheirCase() => caseConflicts.RemoveAt(0);

    private Task KeepMyCase()
    {
        var conflict = caseConflicts[0];
        caseConflicts.RemoveAt(0);
        return ChangeCaseAsync(conflict.Name, conflict.Mine, conflict.Theirs?.Hash);
    }

    // However each was sent: what differs is then seen line by line.
    private static string LaidOut(StoredCase? stored) => stored is null ? "" : DocumentText.Of(Encoding.UTF8.GetBytes(stored.Text));

    private static string TitleOf(CaseConflict lost) => (lost.Mine ?? lost.Theirs) is { } either ? CaseTitles.Of(either) : lost.Name;

    /// <param name="Mine">Null: it was to be removed.</param>
    /// <param name="Theirs">What is stored; null: it has been removed.</param>
    private sealed record CaseConflict(string Name, StoredCase? Mine, StoredCase? Theirs);
}
