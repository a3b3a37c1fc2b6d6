using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>Whether what is on the desk is stored.</summary>
internal enum SaveState
{
    Saved,
    Waiting,
    Failed,
    Conflict,
}

// Drafts save themselves, soon after typing pauses; a save never overwrites what somebody else has stored since.
public sealed partial class AuthorPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);

    private SaveState saving = SaveState.Saved;
    private Task lastSave = Task.CompletedTask;
    private Draft? conflict;
    private long strokes;

    private async Task SaveSoonAsync()
    {
        if (!MayEdit || conflict is not null)
            return;
        var stroke = ++strokes;
        saving = SaveState.Waiting;
        try
        {
            await Task.Delay(Pause, Clock, Closing).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            // Where the page is left meanwhile, what was typed is stored all the same.
            if (stroke == strokes || Closing.IsCancellationRequested)
                await SaveAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    // One after the other: each is made over the revision that the one before has left.
    private Task SaveAsync(CancellationToken cancellation) => lastSave = SaveAfterAsync(lastSave, cancellation);

    private async Task SaveAfterAsync(Task before, CancellationToken cancellation)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        if (desk is null || draft is null || desk.Text == draft.Text)
        {
            saving = SaveState.Saved;
            await SettleAsync();
            return;
        }

        if (!await IsAdmittedAsync())
        {
            saving = SaveState.Failed;
            return;
        }

        var result = await Publication.SaveAsync(Caller, Key, Name, draft.Revision, desk.Text, cancellation);
        (saving, draft, conflict) = result switch
        {
            { Outcome: PublicationOutcome.Done, Draft: { } stored } => (desk.Text == stored.Text ? SaveState.Saved : SaveState.Waiting, stored, null),
            { Outcome: PublicationOutcome.Stale, Draft: { } theirs } => (SaveState.Conflict, draft, theirs),
            _ => (SaveState.Failed, result.Draft ?? draft, null),
        };
        StateHasChanged();
        if (saving == SaveState.Saved)
            await SettleAsync();
    }

    // What is reviewed is what is stored.
    private async Task OpenReview()
    {
        if (MayEdit && conflict is null)
            await SaveAsync(Closing);
        if (saving == SaveState.Saved)
            Navigation.NavigateTo(Addresses.OfReview(Key, Name));
    }

    private void TakeTheirs()
    {
        (draft, conflict, saving) = (conflict, null, SaveState.Saved);
        desk!.Change(draft!.Text, ""); // a conflict is shown only with both
        tree = Authoring.DocumentTree.Read(desk.Text) ?? tree;
    }

    private Task KeepMine()
    {
        (draft, conflict) = (conflict, null);
        return SaveAsync(Closing);
    }
}
