using System.Collections.Immutable;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Storage.Impacts;

namespace PerfEval.Rules.Server.Jobs;

/// <summary>What asking for an impact gave.</summary>
internal abstract record ImpactStart
{
    private ImpactStart()
    {
    }

    /// <summary>It is stored and will be computed.</summary>
    public sealed record Started(Impact Impact) : ImpactStart;

    /// <summary>The caller's region and the rubric's have nothing in common, or the caller has no say in rubrics at all.</summary>
    public sealed record Forbidden : ImpactStart;

    /// <summary>There is no such version or draft; the place is <c>/from</c> or <c>/to</c>.</summary>
    public sealed record Missing(ImmutableArray<ApiFault> Faults) : ImpactStart;

    /// <summary>A draft has errors; likewise.</summary>
    public sealed record Unsound(ImmutableArray<ApiFault> Faults) : ImpactStart;
}

/// <summary>What calling an impact off gave.</summary>
internal enum ImpactCancellation
{
    /// <summary>It is cancelled, or had ended before.</summary>
    Done,

    /// <summary>There is none, or it is not for the caller's eyes.</summary>
    NotFound,

    /// <summary>Only who asked for it, or who administers, may call it off.</summary>
    Forbidden,
}
