using System.Collections.Immutable;
using PerfEval.Rules.Storage.Audit;

namespace PerfEval.Rules.Storage.Rubrics;

/// <summary>Which draft, who acts and when.</summary>
/// <param name="Rubric"><c>region/year/scope</c>.</param>
public sealed record DraftAct(string Rubric, string Name, Actor By, DateTimeOffset At)
{
    /// <summary>What the actor says; may be empty.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The draft in the audit trail.</summary>
    internal string Subject => $"{Rubric}@draft:{Name}";
}

/// <summary>A draft to be created.</summary>
/// <param name="BaseVersion">The version it comes from; null: from scratch.</param>
/// <param name="Cases">Its cases to begin with.</param>
public sealed record NewDraft(DraftAct Act, string? BaseVersion, string Text, ImmutableArray<StoredCase> Cases);

/// <summary>A text to be submitted for approval.</summary>
/// <param name="Revision">The revision that was checked.</param>
/// <param name="Text">The very text that is to be published: with its version.</param>
/// <param name="Hash">The hash of its content.</param>
public sealed record DraftSubmission(DraftAct Act, long Revision, string Text, string Hash);

/// <summary>A submitted text to be approved and published.</summary>
/// <param name="Revision">The revision that was checked.</param>
/// <param name="Version">The version that the text names.</param>
/// <param name="Hash">The hash of its content.</param>
/// <param name="Versions">How many versions the rubric had when it was checked.</param>
public sealed record DraftApproval(DraftAct Act, long Revision, string Version, string Hash, int Versions);
