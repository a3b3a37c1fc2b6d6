using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Server.Published;
using PerfEval.Rules.Storage.Impacts;

namespace PerfEval.Rules.Server.Jobs;

/// <summary>The two rubrics of an impact, ready to score; those asked for last are kept, for chunks of one impact follow each other. Safe to share between threads.</summary>
internal sealed class ImpactRubrics(ImpactStore store, Scripts scripts)
{
    private volatile Pair? last;

    /// <summary>The rubrics as they stood when the impact was asked for.</summary>
    /// <exception cref="InvalidDataException">A stored text is not the one that was stored.</exception>
    public async Task<(CompiledRubric From, CompiledRubric To)> GetAsync(string impactId, CancellationToken cancellation)
    {
        if (last is { } known && known.ImpactId == impactId)
            return (known.From, known.To);
        var (from, to) = await store.FindRubricsAsync(impactId, cancellation) ?? throw new ArgumentException("there is no such impact", nameof(impactId));
        var pair = new Pair(impactId, Compile(from), Compile(to));
        last = pair;
        return (pair.From, pair.To);
    }

    private CompiledRubric Compile(ImpactRubric stored) =>
        RubricLoader.Load(stored.Text, scripts: scripts.Compiler).Rubric is { } rubric && rubric.Hash == stored.Hash
            ? rubric
            : throw new InvalidDataException($"the stored text of {stored.Label} does not have the hash {stored.Hash}");

    private sealed record Pair(string ImpactId, CompiledRubric From, CompiledRubric To);
}
