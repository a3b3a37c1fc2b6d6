using System.Collections.Immutable;
using PerfEval.Rules.Rubrics.Impacts;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Server.Publishing;
using PerfEval.Rules.Storage.Evaluations;
using PerfEval.Rules.Storage.Impacts;

namespace PerfEval.Rules.Server.Jobs;

/// <summary>
/// Impacts as people ask for them, watch them and call them off (影响测算). Figures are of the caller's region and below; whose submission moved is told only to
/// those who may see submissions. Safe to share between threads.
/// </summary>
internal sealed class Impacts(ImpactStore store, ImpactRunner runner, ImpactRubrics compiled, RubricReferences references, ImpactResumer resumer, EvaluationIds ids, TimeProvider clock)
{
    private const int MostListed = 50;

    /// <summary>Asks for the impact of putting one version or draft in the place of another. Both are fixed as they stand now.</summary>
    /// <param name="from">A version, or <c>draft:</c> and the name of an open draft.</param>
    /// <param name="to">Likewise.</param>
    public async Task<ImpactStart> StartAsync(Caller caller, RubricKey key, string from, string to, CancellationToken cancellation)
    {
        if (!caller.MayMeasureImpact || RegionFor(caller, key) is not { } region)
            return new ImpactStart.Forbidden();
        var (before, after) = (await references.FindAsync(new(key, from), cancellation), await references.FindAsync(new(key, to), cancellation));
        if (before.Rubric is not { } old || after.Rubric is not { } @new)
            return Refuse(before, after);
        var impact = new NewImpact
        {
            Id = ids.Next(),
            Rubric = key.ToString(),
            Region = region,
            From = Pin(from, old),
            To = Pin(to, @new),
            CreatedBy = caller.Actor,
            CreatedAt = clock.GetUtcNow(),
        };
        await store.AddAsync(impact, cancellation);
        var started = new ImpactStart.Started((await store.FindAsync(impact.Id, cancellation))!); // impacts are never deleted
        resumer.Wake();
        return started;
    }

    /// <summary>An impact with its progress; null: there is none, or it is not for the caller's eyes.</summary>
    public async Task<Impact?> FindAsync(Caller caller, string id, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is { } impact && MaySee(caller, impact) ? impact : null;

    /// <summary>The newest impacts that the caller may see, at most 50.</summary>
    /// <param name="key">Only those of one rubric; null: all.</param>
    public async Task<ImmutableArray<Impact>> ListAsync(Caller caller, RubricKey? key, CancellationToken cancellation) =>
        caller.MayMeasureImpact ? await store.ListAsync(key?.ToString(), caller.Region, MostListed, cancellation) : [];

    /// <summary>The report over what is scored so far; null: nothing is. Movers are left out for callers who may not see submissions.</summary>
    /// <param name="impact">One that the caller may see.</param>
    public async Task<ImpactReport?> ReadReportAsync(Caller caller, Impact impact, CancellationToken cancellation)
    {
        if (impact is { Scored: 0, State: not ImpactState.Done })
            return null;
        var figures = await runner.AddUpAsync(impact.Id, cancellation);
        var (from, to) = await compiled.GetAsync(impact.Id, cancellation);
        var report = ImpactReport.Of(figures, from, to);
        return MaySeeMovers(caller, impact) ? report : report with { Risen = [], Fallen = [] };
    }

    /// <summary>Calls an impact off; what is scored so far stays.</summary>
    public async Task<ImpactCancellation> CancelAsync(Caller caller, string id, CancellationToken cancellation)
    {
        if (await FindAsync(caller, id, cancellation) is not { } impact)
            return ImpactCancellation.NotFound;
        if (impact.CreatedBy.Id != caller.Actor.Id && !caller.Has(Roles.Admin))
            return ImpactCancellation.Forbidden;
        await store.CancelAsync(id, caller.Actor, clock.GetUtcNow(), cancellation);
        return ImpactCancellation.Done;
    }

    /// <summary>Whether the caller is told whose submissions moved most.</summary>
    public static bool MaySeeMovers(Caller caller, Impact impact) => caller.MaySee(department: null, impact.Region);

    private static bool MaySee(Caller caller, Impact impact) => caller.MayMeasureImpact && caller.Covers(impact.Region);

    // Of the rubric's region and the caller's, the narrower.
    private static string? RegionFor(Caller caller, RubricKey key)
    {
        if (caller.Covers(key.Region))
            return key.Region;
        return caller.Region is { } own && RegionCode.Covers(key.Region, own) ? own : null;
    }

    // The canonical text has the same hash, and no place for remarks of an author that nobody else should read.
    private static ImpactRubric Pin(string label, CompiledRubric rubric) => new(label, rubric.Hash, CanonicalRubric.Write(rubric.Document));

    private static ImpactStart Refuse(RubricNamed before, RubricNamed after)
    {
        (string Path, RubricNamed Named)[] sides = [("/from", before), ("/to", after)];
        ImmutableArray<ApiFault> missing = [.. sides.Where(side => side.Named.Missing is not null).Select(side => side.Named.Missing! with { Path = side.Path })]; // filtered
        return missing.IsEmpty ? new ImpactStart.Unsound([.. sides.SelectMany(side => side.Named.Unsound)]) : new ImpactStart.Missing(missing);
    }
}
