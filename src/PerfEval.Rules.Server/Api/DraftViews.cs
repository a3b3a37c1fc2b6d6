using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Analysis;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Api;

/// <summary>A draft.</summary>
/// <param name="BaseVersion">The version it was created from; absent: from scratch.</param>
/// <param name="State">Editing, Submitted, Published or Discarded.</param>
/// <param name="Editors">Ids of all who had a hand in it: none of them may approve it.</param>
/// <param name="Text">The rubric file as typed; absent in lists.</param>
internal sealed record DraftView(
    string Rubric, string Name, string? BaseVersion, string State, long Revision, DateTimeOffset CreatedAt, Actor CreatedBy,
    DateTimeOffset UpdatedAt, Actor UpdatedBy, ImmutableArray<string> Editors, string? Text)
{
    public static DraftView Of(Draft draft) => new(
        draft.Rubric, draft.Name, draft.BaseVersion, draft.State.ToString(), draft.Revision, draft.CreatedAt, draft.CreatedBy,
        draft.UpdatedAt, draft.UpdatedBy, draft.Editors, draft.Text);
}

/// <summary>A case of a draft.</summary>
/// <param name="Hash">Of its text; in quotation marks it is the case's ETag.</param>
internal sealed record DraftCaseView(string Name, string Text, string Hash)
{
    public static DraftCaseView Of(StoredCase stored) => new(stored.Name, stored.Text, stored.Hash);
}

/// <summary>What is wrong with a draft, and which version it would become.</summary>
/// <param name="Publishable">Whether it may be submitted: no error, no case that fails.</param>
/// <param name="Hash">Of the rubric as it would be published; absent while it is unsound.</param>
/// <param name="PublishedMeanwhile">Versions that were published since the draft was begun and are not taken in.</param>
internal sealed record CheckView(
    long Revision, bool Publishable, string? Hash, ImmutableArray<DiagnosticView> Diagnostics, ProposalView? Version, ImmutableArray<string> PublishedMeanwhile)
{
    public static CheckView Of(DraftCheck check, string language) => new(
        check.Draft.Revision,
        check.IsPublishable,
        check.Rubric?.Hash,
        [.. check.Diagnostics.Select(diagnostic => DiagnosticView.Of(diagnostic, check, language))],
        check.Proposal is { } proposal ? ProposalView.Of(proposal, language) : null,
        [.. check.Meanwhile.Select(version => version.Version)]);
}

/// <summary>One thing to be said about a draft's text; lines and columns from 1.</summary>
/// <param name="Path">JSON Pointer.</param>
internal sealed record DiagnosticView(string Code, string Severity, string Path, int Line, int Column, int EndLine, int EndColumn, string Message)
{
    public static DiagnosticView Of(Rubrics.Documents.RubricDiagnostic diagnostic, DraftCheck check, string language)
    {
        var (start, end) = check.Positions.Locate(diagnostic.Path, diagnostic.Span);
        return new(diagnostic.Code, diagnostic.Severity.ToString(), diagnostic.Path, start.Line, start.Column, end.Line, end.Column, diagnostic.Message.For(language));
    }
}

/// <summary>Which version a draft would become.</summary>
/// <param name="Supersedes">The version that it is compared with; absent: it is the first.</param>
/// <param name="Part">Major, Minor, Patch or None.</param>
/// <param name="Least">The lowest version that the changes allow.</param>
/// <param name="Rule">Why that part, in words.</param>
/// <param name="Reasons">The changes that call for it.</param>
internal sealed record ProposalView(string Version, string? Supersedes, string? Part, string? Least, string? Rule, ImmutableArray<string> Reasons)
{
    public static ProposalView Of(VersionProposal proposal, string language) => new(
        proposal.Version,
        proposal.Base?.Version,
        proposal.Change?.Part.ToString(),
        proposal.Change?.Least,
        proposal.Change?.Rule.For(language),
        [.. proposal.Change?.Reasons.Select(change => change.Message.For(language)) ?? []]);
}

/// <summary>What came of the cases of a draft.</summary>
/// <param name="Skipped">Cases that name other versions.</param>
internal sealed record TestView(long Revision, int Passed, int Failed, int Skipped, ImmutableArray<CaseView> Cases, CoverageView? Coverage)
{
    public static TestView Of(DraftCheck check, string language) => new(
        check.Draft.Revision,
        check.Cases.Count(run => run.Outcome == CaseOutcome.Passed),
        check.Cases.Count(run => run.Outcome is CaseOutcome.Failed or CaseOutcome.Unreadable),
        check.Cases.Count(run => run.Outcome == CaseOutcome.Skipped),
        [.. check.Cases.Select(run => CaseView.Of(run, language))],
        CaseRuns.Cover(check) is { } coverage ? CoverageView.Of(coverage, language) : null);
}

/// <summary>What of a rubric its cases reach: branches, conditions, bands, caps, grades, vetoes, checks.</summary>
/// <param name="Points">How many there are to reach.</param>
/// <param name="Missed">Those that no case reaches.</param>
internal sealed record CoverageView(int Points, int Reached, ImmutableArray<MissedPoint> Missed)
{
    public static CoverageView Of(RubricCoverage coverage, string language) => new(
        coverage.Points.Length,
        coverage.Reached,
        [.. coverage.Missed.Select(point => new MissedPoint(point.Kind.ToString(), point.Path, point.Code, point.What.For(language)))]);
}

/// <summary>Something that no case reaches.</summary>
/// <param name="Path">JSON Pointer of the property or element.</param>
/// <param name="Code">The code of the rule or check it belongs to.</param>
internal sealed record MissedPoint(string Kind, string Path, string? Code, string What);

/// <summary>What came of one case.</summary>
/// <param name="Outcome">Passed, Failed, Skipped or Unreadable.</param>
/// <param name="Differences">What came out otherwise, or why it cannot be read.</param>
internal sealed record CaseView(string Name, string Outcome, ImmutableArray<string> Differences)
{
    public static CaseView Of(CaseRun run, string language) => new(
        run.Name,
        run.Outcome.ToString(),
        [.. run.Differences.Select(difference => difference.Message.For(language)), .. run.Diagnostics.Select(diagnostic => $"{diagnostic.Path}: {diagnostic.Message.For(language)}")]);
}

/// <summary>What happened to a draft.</summary>
/// <param name="Revisions">Its saved texts, newest first; the last 200 are kept.</param>
internal sealed record HistoryView(string State, ImmutableArray<DraftEvent> Events, ImmutableArray<DraftRevision> Revisions)
{
    public static HistoryView Of(Draft draft, ImmutableArray<DraftEvent> events, ImmutableArray<DraftRevision> revisions) => new(draft.State.ToString(), events, revisions);
}
