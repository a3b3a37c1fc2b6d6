using PerfEval.Rules.Rubrics.Impacts;
using PerfEval.Rules.Storage.Impacts;

namespace PerfEval.Rules.Server.Jobs;

/// <summary>The steps of computing an impact. Each may be done by any machine, again, or by several at once: the first result stands, and all are the same. Safe to share between threads.</summary>
internal sealed class ImpactRunner(ImpactStore store, ImpactRubrics rubrics, JobSettings settings, TimeProvider clock)
{
    /// <summary>Fixes which submissions an impact is over, and cuts them into chunks.</summary>
    public async Task PlanAsync(Impact impact, CancellationToken cancellation)
    {
        var members = await store.ReadMembersAsync(impact, cancellation);
        await store.PlanAsync(impact.Id, members, settings.ChunkSizeFor(members.Length), cancellation);
    }

    /// <summary>Scores a chunk, and finishes the impact when it was the last.</summary>
    public async Task RunAsync(string impactId, int number, CancellationToken cancellation)
    {
        if (await store.BeginAsync(impactId, number, clock.GetUtcNow(), cancellation) is not { } chunk)
            return;
        var (from, to) = await rubrics.GetAsync(impactId, cancellation);
        var scorer = new ImpactScorer(from, to);
        foreach (var stored in await store.ReadSubmissionsAsync(chunk, cancellation))
            scorer.Add(new(stored.Id, stored.Identity.Department, stored.Identity.Subject, stored.Identity.Period), stored.Submission.Span);
        if (await store.CompleteAsync(chunk, scorer.Figures.Write(), cancellation))
            await FinishAsync(impactId, cancellation);
    }

    /// <summary>Puts the results of all chunks together; every chunk must have one.</summary>
    public async Task FinishAsync(string impactId, CancellationToken cancellation)
    {
        var whole = await AddUpAsync(impactId, cancellation);
        await store.FinishAsync(impactId, whole.Write(), clock.GetUtcNow(), cancellation);
    }

    /// <summary>The figures of all that is scored so far.</summary>
    public async Task<ImpactFigures> AddUpAsync(string impactId, CancellationToken cancellation)
    {
        var whole = new ImpactFigures();
        foreach (var result in await store.ReadResultsAsync(impactId, cancellation))
            whole.Add(ImpactFigures.Read(result));
        return whole;
    }
}
