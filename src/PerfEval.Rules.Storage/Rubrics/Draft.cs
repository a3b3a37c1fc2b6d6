using System.Collections.Immutable;
using PerfEval.Rules.Storage.Audit;

namespace PerfEval.Rules.Storage.Rubrics;

/// <summary>A rubric being written (草稿): any text, sound or not, under a name of its own. Immutable; a later state is another record.</summary>
public sealed record Draft
{
    /// <summary>Stable; names may be used again once a draft has ended.</summary>
    public required string Id { get; init; }

    /// <summary><c>region/year/scope</c>.</summary>
    public required string Rubric { get; init; }

    /// <summary>Its name among the open drafts of the rubric.</summary>
    public required string Name { get; init; }

    /// <summary>The version it was created from; null: from scratch.</summary>
    public required string? BaseVersion { get; init; }

    /// <summary>How many versions the rubric had when it was created: whatever has a higher number was published meanwhile.</summary>
    public required int Seen { get; init; }

    /// <summary>The rubric file as typed.</summary>
    public required string Text { get; init; }

    /// <summary>Grows with every change of the text, and never repeats under the same name.</summary>
    public required long Revision { get; init; }

    /// <summary>Where it stands.</summary>
    public required DraftState State { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who created it.</summary>
    public required Actor CreatedBy { get; init; }

    /// <summary>When its text was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Who last changed its text.</summary>
    public required Actor UpdatedBy { get; init; }

    /// <summary>The ids of all who had a hand in it: none of them may approve it.</summary>
    public required ImmutableArray<string> Editors { get; init; }
}

/// <summary>Where a draft stands.</summary>
public enum DraftState
{
    /// <summary>编制中: its text may change.</summary>
    Editing,

    /// <summary>待审核: its text stands until it is withdrawn, rejected or approved.</summary>
    Submitted,

    /// <summary>已发布: it has become a version.</summary>
    Published,

    /// <summary>已弃用: it was given up.</summary>
    Discarded,
}

/// <summary>What came of changing a draft.</summary>
public enum DraftOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is no open draft of that name.</summary>
    Missing,

    /// <summary>There already is an open draft of that name.</summary>
    Exists,

    /// <summary>Somebody else has changed it since: the draft given is what is stored now.</summary>
    Stale,

    /// <summary>It is not in the state that this needs.</summary>
    WrongState,

    /// <summary>Who had a hand in a draft cannot approve it.</summary>
    OwnDraft,

    /// <summary>Another version of the rubric was published since it was checked.</summary>
    Overtaken,
}

/// <summary>What came of changing a draft, and the draft as it is now; null where there is none.</summary>
public sealed record DraftChange(DraftOutcome Outcome, Draft? Draft);

/// <summary>What came of changing a case of a draft.</summary>
/// <param name="Outcome">Exists and Stale are lost updates: a case was added where none was, or it is no longer the one that the change was made from.</param>
/// <param name="Stored">The case as it is stored now; null where there is none.</param>
public sealed record CaseChange(DraftOutcome Outcome, StoredCase? Stored);

/// <summary>One step in the life of a draft.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Kind"><c>created</c>, <c>submitted</c>, <c>withdrawn</c>, <c>approved</c>, <c>rejected</c>, <c>published</c> or <c>discarded</c>.</param>
/// <param name="ContentHash">The hash of the rubric that was submitted, approved or published; else empty.</param>
public sealed record DraftEvent(long Number, DateTimeOffset At, Actor By, string Kind, string Comment, string ContentHash);

/// <summary>A saved text of a draft, without the text.</summary>
public sealed record DraftRevision(long Revision, DateTimeOffset At, Actor By);
