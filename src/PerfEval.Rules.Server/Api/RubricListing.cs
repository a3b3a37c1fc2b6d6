using System.Collections.Immutable;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Api;

/// <summary>A rubric and its versions.</summary>
/// <param name="InForce">The version that scores a submission sent today without a version; absent while none is in force.</param>
/// <param name="Versions">Highest first.</param>
internal sealed record RubricListing(string Name, string Region, string? RegionName, int Year, string Scope, string? Title, string? InForce, ImmutableArray<VersionListing> Versions)
{
    public static RubricListing Of(RubricKey key, ImmutableArray<PublishedRubric> versions, PublishedRubric? inForce)
    {
        var shown = (inForce ?? versions[0]).Compiled.Document;
        return new(key.ToString(), key.Region, shown.Region.Name, key.Year, key.Scope, shown.Title, inForce?.Version, [.. versions.Select(VersionListing.Of)]);
    }
}

/// <summary>One version of a rubric.</summary>
/// <param name="State">Published or Retired.</param>
/// <param name="Hash">Over its canonical JSON; never changes.</param>
/// <param name="EffectiveFrom">The first day it is in force; absent: from its publication.</param>
/// <param name="PublishedBy">Who approved it; of a pack, the service.</param>
/// <param name="Retired">Since when and why it is no longer chosen by itself; absent while it serves.</param>
internal sealed record VersionListing(
    string Version, string State, string Hash, DateOnly? EffectiveFrom, string? Supersedes, string? ChangeNote,
    DateTimeOffset PublishedAt, string PublishedBy, RetirementView? Retired)
{
    public static VersionListing Of(PublishedRubric rubric)
    {
        var (document, stored) = (rubric.Compiled.Document, rubric.Stored);
        var retired = stored.Retirement is { } retirement ? new RetirementView(retirement.At, retirement.By.Name, retirement.Comment) : null;
        return new(
            rubric.Version, rubric.IsRetired ? "Retired" : "Published", rubric.Compiled.Hash, document.EffectiveFrom, document.Supersedes, document.ChangeNote,
            stored.PublishedAt, (stored.Approver ?? stored.Author).Name, retired);
    }
}

/// <summary>The end of a version's service.</summary>
internal sealed record RetirementView(DateTimeOffset At, string By, string Comment);
