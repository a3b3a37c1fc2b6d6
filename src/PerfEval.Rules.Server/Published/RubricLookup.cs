using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Storage.Evaluations;

namespace PerfEval.Rules.Server.Published;

/// <summary>Finds the rubric for a request, or says why there is none. Versions are in force by the calendar of China.</summary>
internal sealed class RubricLookup(CatalogueFeed feed, TimeProvider clock)
{
    private const int MaxListed = 8;

    // Without summer time since 1991, so no time zone data is needed.
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    /// <summary>Today in China.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(ChinaOffset).DateTime);

    /// <summary>Finds a rubric.</summary>
    /// <param name="version">Null: the highest that is in force.</param>
    /// <param name="canFallBack">Whether a wider region may answer.</param>
    public RubricFound Find(RubricKey key, string? version, bool canFallBack)
    {
        var catalogue = feed.Current; // one catalogue for the whole search
        if (FindHere(catalogue, key, version) is { } rubric)
            return new(rubric, key, null);
        foreach (var wider in canFallBack ? key.WithFallbacks() : [])
        {
            if (FindHere(catalogue, wider, version) is { } other)
                return new(other, wider, null);
        }

        return new(null, key, Explain(catalogue, key, version));
    }

    /// <summary>What the audit of a submission may compare with: the versions of its rubric, where it reports figures at all.</summary>
    public AuditContext ContextOf(RubricKey key, Submission submission) =>
        submission.Reported is null ? AuditContext.None : new() { Versions = [.. feed.Current.FindVersions(key).Select(rubric => rubric.Compiled)] };

    /// <summary>The version that scored an evaluation.</summary>
    /// <exception cref="InvalidOperationException">It does not serve: its pack is broken, or was taken away.</exception>
    public PublishedRubric Get(EvaluationSummary evaluation)
    {
        var rubric = RubricKey.Find(evaluation.Identity.Rubric) is { } key ? feed.Current.Find(key, evaluation.Version) : null;
        return rubric ?? throw new InvalidOperationException($"{evaluation.Identity.Rubric}@{evaluation.Version} scored evaluation {evaluation.Id} and does not serve");
    }

    private PublishedRubric? FindHere(RubricCatalogue catalogue, RubricKey key, string? version) =>
        version is null ? catalogue.FindInForce(key, Today) : catalogue.Find(key, version);

    private static ApiFault Explain(RubricCatalogue catalogue, RubricKey key, string? version)
    {
        var versions = catalogue.FindVersions(key);
        if (versions.IsEmpty)
            return ApiFaults.NoRubric(key.ToString(), Suggest(catalogue, key));
        if (version is not null)
            return ApiFaults.NoVersion(key.ToString(), version, versions.Select(rubric => rubric.Version));
        var coming = versions.Where(rubric => !rubric.IsRetired).Select(rubric => rubric.EffectiveFrom).ToList();
        return coming.Count == 0 ? ApiFaults.AllRetired(key.ToString()) : ApiFaults.NotInForce(key.ToString(), coming.Min());
    }

    // First what is spelt alike, then what the same region has, then the same year and scope in the regions nearest by code.
    private static List<string> Suggest(RubricCatalogue catalogue, RubricKey key)
    {
        var alike = Spelling.FindNearest(key.ToString(), catalogue.Keys.Select(known => known.ToString()));
        var sameRegion = catalogue.Keys.Where(known => known.Region == key.Region);
        var elsewhere = catalogue.Keys
            .Where(known => known.Year == key.Year && known.Scope == key.Scope)
            .OrderByDescending(known => known.Region.AsSpan().CommonPrefixLength(key.Region));
        IEnumerable<string> likely = sameRegion.Concat(elsewhere).Select(known => known.ToString());
        return [.. (alike is null ? likely : likely.Prepend(alike)).Distinct().Take(MaxListed)];
    }
}

/// <summary>What looking for a rubric gave: the rubric and the key that has it, or the fault.</summary>
internal readonly record struct RubricFound(PublishedRubric? Rubric, RubricKey Key, ApiFault? Fault);
