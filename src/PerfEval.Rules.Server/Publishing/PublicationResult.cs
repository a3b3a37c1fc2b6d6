using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Publishing;

/// <summary>What came of a step of publication.</summary>
/// <param name="Draft">The draft as it is stored now; null where there is none.</param>
internal sealed record PublicationResult(PublicationOutcome Outcome, Draft? Draft = null)
{
    /// <summary>What the check found, where the step needed one.</summary>
    public DraftCheck? Check { get; init; }

    /// <summary>The case as it is stored now, where the step was about one; null where there is none.</summary>
    public StoredCase? Case { get; init; }

    public static PublicationResult Of(DraftChange change) => new(OutcomeOf(change.Outcome), change.Draft);

    public static PublicationResult Of(CaseChange change) => new(OutcomeOf(change.Outcome)) { Case = change.Stored };

    private static PublicationOutcome OutcomeOf(DraftOutcome outcome) => outcome switch
    {
        DraftOutcome.Done => PublicationOutcome.Done,
        DraftOutcome.Missing => PublicationOutcome.Missing,
        DraftOutcome.Exists => PublicationOutcome.Exists,
        DraftOutcome.Stale => PublicationOutcome.Stale,
        DraftOutcome.WrongState => PublicationOutcome.WrongState,
        DraftOutcome.OwnDraft => PublicationOutcome.OwnDraft,
        _ => PublicationOutcome.Overtaken,
    };
}

/// <summary>How a step of publication ended.</summary>
internal enum PublicationOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>The caller lacks the role, or works for another region.</summary>
    Forbidden,

    /// <summary>There is no open draft of that name, or no such version.</summary>
    Missing,

    /// <summary>There already is an open draft, or a case, of that name.</summary>
    Exists,

    /// <summary>Somebody else has changed the draft, or the case, since: the one given is stored.</summary>
    Stale,

    /// <summary>The draft, or the version, is not in the state that this needs.</summary>
    WrongState,

    /// <summary>Who had a hand in a draft cannot approve it.</summary>
    OwnDraft,

    /// <summary>Another version of the rubric was published while this was being checked: look again.</summary>
    Overtaken,

    /// <summary>The check found what keeps it from being published.</summary>
    Unsound,

    /// <summary>The name cannot be one.</summary>
    BadName,

    /// <summary>The text is longer than a rubric may be, or holds U+0000.</summary>
    BadText,

    /// <summary>A rejection says why.</summary>
    CommentNeeded,
}
