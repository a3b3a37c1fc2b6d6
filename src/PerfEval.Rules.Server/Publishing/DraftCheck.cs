using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Cases;
using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Publishing;

/// <summary>What checking a draft gave. Immutable.</summary>
public sealed record DraftCheck
{
    /// <summary>The draft that was checked.</summary>
    public required Draft Draft { get; init; }

    /// <summary>Those of the rubric, then those of <see cref="PublicationRules"/>.</summary>
    public required ImmutableArray<RubricDiagnostic> Diagnostics { get; init; }

    /// <summary>Finds the place of any diagnostic in the draft's text.</summary>
    public required RubricPositions Positions { get; init; }

    /// <summary>The rubric as it would be published; null while the text is unsound.</summary>
    public CompiledRubric? Rubric { get; init; }

    /// <summary>Which version it would become; null while that cannot be told.</summary>
    public VersionProposal? Proposal { get; init; }

    /// <summary>What was published since the draft was begun and is not taken in yet.</summary>
    public ImmutableArray<StoredVersion> Meanwhile { get; init; } = [];

    /// <summary>The text as it would be published: the draft's with its version set.</summary>
    public string Text => Proposal?.Text ?? Draft.Text;

    /// <summary>What came of each case; empty while the text is unsound.</summary>
    public ImmutableArray<CaseRun> Cases { get; init; } = [];

    /// <summary>How many versions the rubric has.</summary>
    public int Versions { get; init; }

    /// <summary>Whether no diagnostic is an error.</summary>
    public bool IsSound => Rubric is not null && !Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Whether it may be submitted and published.</summary>
    public bool IsPublishable => IsSound && Cases.All(run => run.Outcome is CaseOutcome.Passed or CaseOutcome.Skipped);
}

/// <summary>Which version a draft would become.</summary>
/// <param name="Base">The version that it supersedes; null: it is the first.</param>
/// <param name="Change">What differs from that, and which version this calls for; null: there is nothing to compare with.</param>
/// <param name="Version">The author's own number, or else the lowest that is free and allowed.</param>
/// <param name="Text">The draft's text with that version.</param>
public sealed record VersionProposal(StoredVersion? Base, VersionChange? Change, string Version, string Text);

/// <summary>What came of a case of a draft.</summary>
/// <param name="Name">The case file's name.</param>
/// <param name="Differences">What came out otherwise, when it failed.</param>
/// <param name="Diagnostics">Why it cannot be read.</param>
public sealed record CaseRun(string Name, CaseOutcome Outcome, ImmutableArray<CaseDifference> Differences, ImmutableArray<RubricDiagnostic> Diagnostics)
{
    /// <summary>What people call it; the file's name while it cannot be read.</summary>
    public string Title { get; init; } = Name;

    /// <summary>The case; null when it was not run.</summary>
    public TestCase? Case { get; init; }
}

/// <summary>How a case ended.</summary>
public enum CaseOutcome
{
    /// <summary>All that it names came out so.</summary>
    Passed,

    /// <summary>Something came out otherwise.</summary>
    Failed,

    /// <summary>It names other versions.</summary>
    Skipped,

    /// <summary>It cannot be read.</summary>
    Unreadable,
}
