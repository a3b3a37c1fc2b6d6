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
/// <param name="Hash">Over its canonical JSON; never changes.</param>
/// <param name="EffectiveFrom">The first day it is in force; absent: from its publication.</param>
internal sealed record VersionListing(string Version, string Hash, DateOnly? EffectiveFrom, string? Supersedes, string? ChangeNote)
{
    public static VersionListing Of(PublishedRubric rubric)
    {
        var document = rubric.Compiled.Document;
        return new(rubric.Version, rubric.Compiled.Hash, document.EffectiveFrom, document.Supersedes, document.ChangeNote);
    }
}
