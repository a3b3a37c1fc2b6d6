using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PerfEval.Rules.Rubrics.Comparison;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Publishing;

/// <summary>Checks drafts: whether the text is sound, which version it would become, and whether its cases hold. Safe to share between threads.</summary>
internal sealed class DraftChecker(DraftStore drafts, RubricStore rubrics, Scripts scripts)
{
    /// <summary>Checks a draft with the text that it holds, which need not be the stored one.</summary>
    public async Task<DraftCheck> CheckAsync(Draft draft, CancellationToken cancellation)
    {
        var loaded = RubricLoader.Load(Encoding.UTF8.GetBytes(draft.Text), scripts: scripts.Compiler);
        var versions = await rubrics.ListAsync(draft.Rubric, cancellation);
        var check = new DraftCheck { Draft = draft, Diagnostics = loaded.Diagnostics, Positions = loaded.Positions, Versions = versions.Length };
        if (loaded.Document is not { } document)
            return check;
        if (document.WorkflowName != draft.Rubric)
            return check with { Diagnostics = check.Diagnostics.Add(PublicationRules.OtherRubric(draft.Rubric)) };
        var supersedes = document.Supersedes ?? draft.BaseVersion ?? versions.LastOrDefault()?.Version;
        var previous = versions.FirstOrDefault(version => version.Version == supersedes);
        if (supersedes is not null && previous is null)
            return check with { Diagnostics = check.Diagnostics.Add(PublicationRules.NoSuchBase(supersedes, versions.Select(version => version.Version))) };
        check = check with { Meanwhile = [.. versions.Where(version => version.Number > Math.Max(draft.Seen, previous?.Number ?? 0))] };
        var change = previous is null ? null : await CompareAsync(previous, document, cancellation);
        check = Propose(check, document, previous, change, versions);
        return await RunCasesAsync(check, cancellation);
    }

    // What it supersedes and the note about it differ in every version: they are no change by themselves.
    private async Task<VersionChange?> CompareAsync(StoredVersion previous, Rubric document, CancellationToken cancellation)
    {
        var text = await rubrics.FindTextAsync(previous.Rubric, previous.Version, cancellation);
        return RubricReader.Read(text).Document is { } old
            ? VersionChange.Of(old, document with { Supersedes = old.Supersedes, ChangeNote = old.ChangeNote })
            : null;
    }

    private static DraftCheck Propose(DraftCheck check, Rubric document, StoredVersion? previous, VersionChange? change, ImmutableArray<StoredVersion> versions)
    {
        var taken = versions.Select(version => version.Version).ToHashSet(StringComparer.Ordinal);
        var isOwnNumber = document.Version != previous?.Version;
        var version = isOwnNumber || change is null ? document.Version : FindFree(change, taken);
        var faults = check.Diagnostics.ToBuilder();
        if (change is { Part: VersionPart.None })
            faults.Add(PublicationRules.NothingChanged(previous!.Version)); // there is no change without a previous version
        else if (change is not null && !change.Allows(version))
            faults.Add(PublicationRules.TooLow(version, change));
        else if (taken.Contains(version))
            faults.Add(PublicationRules.Taken(version));
        faults.AddRange(check.Meanwhile.Select(PublicationRules.PublishedMeanwhile));
        var isAsTyped = version == document.Version && document.Supersedes == previous?.Version;
        var text = isAsTyped ? check.Draft.Text : DraftText.WithVersion(check.Draft.Text, version, previous?.Version);
        return check with { Diagnostics = faults.ToImmutable(), Proposal = new(previous, change, version, text) };
    }

    // The lowest free number of the part that the changes call for.
    private static string FindFree(VersionChange change, HashSet<string> taken)
    {
        var version = SemanticVersion.Of(change.Least);
        while (taken.Contains(Write(version)))
        {
            version = change.Part switch
            {
                VersionPart.Major => new(version.Major + 1, 0, 0, ""),
                VersionPart.Minor => new(version.Major, version.Minor + 1, 0, ""),
                _ => new(version.Major, version.Minor, version.Patch + 1, ""),
            };
        }

        return Write(version);
    }

    private static string Write(SemanticVersion version) => string.Create(CultureInfo.InvariantCulture, $"{version.Major}.{version.Minor}.{version.Patch}");

    private async Task<DraftCheck> RunCasesAsync(DraftCheck check, CancellationToken cancellation)
    {
        if (RubricLoader.Load(Encoding.UTF8.GetBytes(check.Text), scripts: scripts.Compiler).Rubric is not { } rubric)
            return check;
        var cases = await drafts.ReadCasesAsync(check.Draft.Id, cancellation);
        return check with { Rubric = rubric, Cases = [.. cases.Select(stored => CaseRuns.Run(rubric, stored))] };
    }
}
