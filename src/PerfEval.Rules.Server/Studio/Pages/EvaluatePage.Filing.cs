using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Intake;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Studio.Pages;

// 报送: a department files what it has filled in, where this version is the one that scores it.
public sealed partial class EvaluatePage
{
    private PublishedRubric? served;
    private FilingOutcome.Stored? filed;
    private string? filingFault;

    /// <summary>The version that scores what the caller's department files; null where it is another than this, or they file nothing.</summary>
    private PublishedRubric? FindServed() =>
        Caller is { Department: not null, Region: { } region } && Caller.Has(Roles.Department)
        && Rubrics.Find(Key with { Region = region }, null, canFallBack: true) is { Rubric: { } serving } found && found.Key == Key && serving.Version == Version
            ? serving
            : null;

    private async Task File()
    {
        (filed, filingFault) = (null, null);
        if (served is not { } rubric || !await IsAdmittedAsync())
            return;
        if (form!.Department.Length == 0) // the button is shown only with a form
            form.Department = Caller.Department!; // likewise
        var utf8 = form.Write();
        var reading = SubmissionReader.Read(utf8, form.Rubric);
        FilingOutcome outcome = reading.Submission is null
            ? new FilingOutcome.Refused(reading.Faults)
            : await Filer.FileAsync(new(rubric, new(Caller.Region!, Year, Scope), utf8, reading, Caller, null), CancellationToken.None);
        Score();
        switch (outcome)
        {
            case FilingOutcome.Stored stored:
                filed = stored;
                await Module.CallAsync("forget", StoredAs);
                break;
            case FilingOutcome.Refused refused:
                (filingFault, refusals, part, isSheet) = ("Filing.Refused", refused.Faults, "checks", false);
                break;
            case FilingOutcome.NotYours:
                filingFault = "Filing.NotYours";
                break;
            default:
                filingFault = "Filing.Confirmed";
                break;
        }
    }
}
